/** Shows how far something long has come. */
export interface Progress {
  begin(total: number): void;
  /** What is being worked on from now on. */
  enter(step: string): void;
  advance(by?: number): void;
  end(): void;
}

interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const barWidth = 24;
const barEveryMs = 100;
/** The rate is that of the last moments: rows that are there already pass much faster than those to be written. */
const rateOverMs = 4_000;
const lineEveryMs = 5_000;

/** A bar that is redrawn at a terminal, a line every few seconds elsewhere. */
export class ConsoleProgress implements Progress {
  #total = 0;
  #done = 0;
  #step = '';
  #marks: { at: number; done: number }[] = [];

  constructor(private readonly output: Output = process.stdout) {}

  begin(total: number): void {
    this.#total = total;
    this.#done = 0;
    this.#marks = [{ at: performance.now(), done: 0 }];
  }

  enter(step: string): void {
    this.#step = step;
  }

  advance(by = 1): void {
    this.#done += by;
    const now = performance.now();
    const shownAt = this.#marks.at(-1)?.at ?? 0;
    if (now - shownAt < (this.output.isTTY ? barEveryMs : lineEveryMs)) return;
    const mark = { at: now, done: this.#done };
    while (this.#marks.length > 1 && now - (this.#marks[0]?.at ?? now) > rateOverMs) this.#marks.shift();
    this.#show(mark, this.#marks[0] ?? mark);
    this.#marks.push(mark);
  }

  end(): void {
    if (this.output.isTTY) this.output.write('\r\x1b[K');
  }

  #show(now: { at: number; done: number }, before: { at: number; done: number }): void {
    const share = this.#total === 0 ? 1 : Math.min(this.#done / this.#total, 1);
    const rate = (now.done - before.done) / Math.max((now.at - before.at) / 1_000, 0.001);
    const secondsLeft = Math.ceil(Math.max(this.#total - this.#done, 0) / Math.max(rate, 0.001));
    const figures = `${percent(share)}  ${grouped(this.#done)} of ${grouped(this.#total)}`;
    const text = `${figures}  ${grouped(Math.round(rate))}/s  ${duration(secondsLeft)} left  ${this.#step}`;
    if (!this.output.isTTY) this.output.write(`${text}\n`);
    else this.output.write(`\r\x1b[K${`${bar(share)} ${text}`.slice(0, (this.output.columns ?? 80) - 1)}`);
  }
}

const bar = (share: number): string => {
  const filled = Math.round(share * barWidth);
  return `[${'#'.repeat(filled)}${' '.repeat(barWidth - filled)}]`;
};

const percent = (share: number): string => `${Math.floor(share * 100)} %`.padStart(5);

const grouped = (count: number): string => count.toLocaleString('en');

const duration = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
