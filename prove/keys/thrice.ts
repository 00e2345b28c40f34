import { setTimeout as pause } from 'node:timers/promises';
import { Draws } from '../../server/src/generate/draws.js';
import { newId } from '../../server/src/lib/ids.js';
import { answerOf, type Errand, type Errands, isDone } from '../clients/errands.js';
import type { House } from './house.js';
import { type Life, lives, type Told, type Write } from './lives.js';

const copies = 3;
const streamOfHouses = 1_000;

/** A write, and what became of each of its copies. */
export interface Thrice {
  readonly write: Write;
  readonly errands: readonly Errand[];
}

/** Writers who send every change three times at once under one key, each copy to the next process. */
export class Writers {
  readonly sent: Thrice[] = [];

  constructor(
    private readonly errands: Errands,
    private readonly seed: number,
  ) {}

  /** @param isOver asked before each life, with how many writes were begun. One house leads two lives at a time. */
  async run(houses: readonly House[], isOver: (begun: number) => boolean): Promise<void> {
    const turns = houses.map(() => 0);
    const writer = async (house: House, index: number, hand: number): Promise<void> => {
      const draws = new Draws(this.seed);
      for (let life = 0; !isOver(this.sent.length); life++) {
        draws.about(streamOfHouses + 2 * index + hand, life);
        const turn = turns[index] ?? 0;
        turns[index] = turn + 1;
        const kind = lives[draws.below(lives.length)];
        if (kind) await this.#lead(kind(house, turn), draws);
      }
    };
    const hands = houses.flatMap((house, index) => [writer(house, index, 0), writer(house, index, 1)]);
    await Promise.all(hands);
  }

  /** Goes on to the next step with what was answered to the last one; a life ends where nothing was. */
  async #lead(life: Life, draws: Draws): Promise<void> {
    for (let step = life.next(); !step.done; ) {
      const errands = await this.#sendThrice(step.value, draws);
      const done = errands.find(isDone);
      if (!done) return;
      step = life.next(answerOf<Told>(done) ?? nothing);
    }
  }

  async #sendThrice(write: Write, draws: Draws): Promise<Errand[]> {
    const key = newId();
    const first = draws.below(64);
    const delaysMs = Array.from({ length: copies }, () => draws.below(3) * draws.below(15));
    const errands = await Promise.all(
      delaysMs.map(async (delayMs, copy) => {
        if (delayMs > 0) await pause(delayMs);
        return this.errands.run({ ...write.wanted, key }, first + copy);
      }),
    );
    this.sent.push({ write, errands });
    return errands;
  }
}

/** What a removal is answered with. Nothing follows from it. */
const nothing: Told = { id: '', version: 0 };
