import { setTimeout as pause } from 'node:timers/promises';
import type { FrontDesk, WantedVisit } from '../front-desk/front-desk.js';
import { isDone } from '../front-desk/kept.js';
import { eachOf } from '../rig/at-once.js';
import type { Attempt } from '../rig/attempts.js';
import type { Rig } from '../rig/rig.js';

/** More than a process has connections to MySQL, so that some wait for one. */
const clientsPerProcess = 16;
const pauseMs = 400;

/** Clients of every process, each in a loop: they book and read until they are stopped, and try nothing twice. */
export class Askers {
  readonly sent: Attempt[] = [];
  readonly #unsure: { baseUrl: string; visit: WantedVisit }[] = [];
  readonly #running: Promise<unknown>;
  #isOver = false;

  constructor(
    private readonly rig: Rig,
    private readonly desk: FrontDesk,
  ) {
    const numbers = Array.from({ length: clientsPerProcess }, (_, number) => number);
    this.#running = Promise.all(
      rig.apis.flatMap(({ baseUrl }) => numbers.map((number) => this.#ask(baseUrl, number))),
    );
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  /** Whether each process has made a booking that was sent after this moment. */
  haveAllBookedSince(ms: number): boolean {
    return this.rig.apis.every(({ baseUrl }) =>
      this.sent.some((one) => one.to === baseUrl && one.status === 201 && one.sentAtMs > ms),
    );
  }

  /** Sends every booking that failed once more, under its key. */
  async repeatFailed(): Promise<Attempt[]> {
    const repeated: Attempt[] = [];
    await eachOf(this.#unsure, clientsPerProcess, async ({ baseUrl, visit }) => {
      repeated.push(await this.desk.book(baseUrl, { visit }));
    });
    return repeated;
  }

  async #ask(baseUrl: string, first: number): Promise<void> {
    for (let turn = first; !this.#isOver; turn++) {
      if (turn % 2 === 0) {
        const visit = this.desk.nextVisit();
        const attempt = await this.desk.book(baseUrl, { visit });
        this.sent.push(attempt);
        if (!isDone(attempt)) this.#unsure.push({ baseUrl, visit });
      } else this.sent.push(await this.desk.readSlots(baseUrl, turn));
      await pause(pauseMs);
    }
  }
}
