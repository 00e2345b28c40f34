import { setTimeout as pause } from 'node:timers/promises';
import type { Series } from '../kernel/proof.js';

const everyMs = 250;
const sample = /^medweave_request_seconds_count\{.*status="(\d+)".*\} (\d+)$/;

const loopDelay = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m;

type Tone = Series['tone'];
const toneOf = (status: string): Tone =>
  status.startsWith('2') ? 'good' : status === '503' || status === '429' ? 'refused' : 'bad';

/** Reads the server's counters all the time, for the picture: what the process itself says it answered when. */
export class Watcher {
  readonly #beganAt = performance.now();
  readonly #atMs: Record<Tone, number[]> = { good: [], refused: [], bad: [] };
  readonly #seen: Record<Tone, number> = { good: 0, refused: 0, bad: 0 };
  readonly #loopDelays: { atMs: number; delayMs: number }[] = [];
  readonly #running: Promise<void>;
  #isOver = false;

  constructor(private readonly baseUrl: string) {
    this.#running = this.#watch();
  }

  /** Milliseconds since the watch began. */
  readonly clock = (): number => performance.now() - this.#beganAt;

  /** The server's own p99 of a quarter of a second, the worst one meanwhile. */
  worstLoopDelayMs({ fromMs, untilMs }: { fromMs: number; untilMs: number }): number {
    const meanwhile = this.#loopDelays.filter(({ atMs }) => atMs > fromMs && atMs <= untilMs);
    return Math.max(0, ...meanwhile.map(({ delayMs }) => delayMs));
  }

  async stop(): Promise<Series[]> {
    this.#isOver = true;
    await this.#running;
    const { good, refused, bad } = this.#atMs;
    return [
      { name: 'done', tone: 'good', atMs: good },
      { name: 'refused', tone: 'refused', atMs: refused },
      { name: 'failed', tone: 'bad', atMs: bad },
    ];
  }

  async #watch(): Promise<void> {
    await this.#look(() => {}); // what was before the watch is not in the picture
    while (!this.#isOver) {
      await pause(everyMs);
      await this.#look((tone, atMs) => this.#atMs[tone].push(atMs));
    }
  }

  async #look(note: (tone: Tone, atMs: number) => void): Promise<void> {
    const text = await (await fetch(`${this.baseUrl}/metrics`)).text();
    const counts: Record<Tone, number> = { good: 0, refused: 0, bad: 0 };
    for (const line of text.split('\n')) {
      const [, status, count] = sample.exec(line) ?? [];
      if (status) counts[toneOf(status)] += Number(count);
    }
    const atMs = this.clock();
    this.#loopDelays.push({ atMs, delayMs: Number(loopDelay.exec(text)?.[1] ?? 0) * 1_000 });
    for (const tone of ['good', 'refused', 'bad'] as const) {
      for (let more = counts[tone] - this.#seen[tone]; more > 0; more--) note(tone, atMs);
      this.#seen[tone] = counts[tone];
    }
  }
}
