import type { FileRun } from './runner.types.js';

const parts = ['checks', 'engines', 'tests side by side', 'tests that need quiet'] as const;

export type Part = (typeof parts)[number];

/** What is printed of a whole run: a file at a time, and how far it is. */
export class Report {
  readonly runs: FileRun[] = [];
  #part: Part = 'engines';

  constructor(
    private readonly fileCount: number,
    /** The checks have been before. */
    private readonly beganAtMs: number,
    private readonly print: (text: string) => void,
  ) {}

  begin(part: Part): void {
    this.#part = part;
    if (this.#isLong()) this.print(`\n${this.#progress()}: ${part}\n`);
  }

  /** A single file has printed by itself, and its failures come at the end anyway. */
  add(run: FileRun): void {
    this.runs.push(run);
    if (!this.#isLong()) return;
    const seconds = Math.round(run.tookMs / 1_000);
    this.print(`\n${run.file} (${seconds} s)\n${run.output}${run.reasons}\n${this.#progress()}\n`);
  }

  /** What was skipped and everything that failed, together at the end. */
  summarize(): void {
    for (const { skipped } of this.runs) for (const title of skipped) this.print(`skipped: ${title}\n`);
    for (const { file, reasons, failed } of this.runs)
      if (failed > 0) this.print(`\nFailed in ${file}:\n${reasons}\n`);
  }

  #isLong(): boolean {
    return this.fileCount > 1;
  }

  #progress(): string {
    const part = `part ${parts.indexOf(this.#part) + 1} of ${parts.length}`;
    const minutes = Math.floor((Date.now() - this.beganAtMs) / 60_000);
    return `${part} · ${this.runs.length} of ${this.fileCount} files · ${minutes} min`;
  }
}
