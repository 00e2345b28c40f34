import { deepStrictEqual } from 'node:assert';
import { inspect } from 'node:util';
import type { Medweave, RequestOptions } from '@medweave/sdk';
import { newId } from '../../src/lib/ids.js';
import { Dice } from '../analytics/random-past.js';
import type { Stores } from '../clinical/clinical-cast.js';
import type { Clinic } from '../support/clinic.js';
import { type Fault, faultsOf } from './faults.js';
import { type FlakyProxy, Passage } from './flaky-proxy.js';
import type { SignIn } from './sign-in.js';

/** Where calls are made, and where one can look behind them. */
export interface Scene {
  seed: number;
  clinic: Clinic;
  proxy: FlakyProxy;
  stores: Stores;
  /** Every call that has ended well, by what it did: the name of its event, or `read`. */
  done: Map<string, number>;
  /** Everything that attempts have met. */
  met: string[];
}

interface Deed<T> {
  by: SignIn;
  call(medweave: Medweave, options: RequestOptions): PromiseLike<T>;
  /** What the server itself says afterwards, to whoever called. */
  shown(answer: T): Promise<unknown>;
  /** Whose version the answer has, or raises without telling, where it is not the answer's own. */
  versionOf?: string;
}

interface Change<T> extends Deed<T> {
  event: string;
  subject(answer: T): string;
  /** A note's version is that of its text: whoever signs or withdraws it leaves it as it is. */
  keepsVersion?: boolean;
}

/** How long an answer that never comes is waited for. One that does may take longer on a busy machine. */
const waitedOutMs = 500;

/** Some calls one after the other about things that no other story touches. The seed decides what they meet. */
export class Story {
  readonly dice: Dice;
  readonly history: string[] = [];
  readonly #versions = new Map<string, number>();

  constructor(
    readonly scene: Scene,
    readonly number: number,
    /** Draws the faults of a call. */
    private readonly faults: (dice: Dice) => Fault[] = faultsOf,
  ) {
    this.dice = new Dice(scene.seed * 1_000_003 + number);
  }

  /** What the server answers without the proxy. */
  see<T = unknown>(by: SignIn, path: string): Promise<T> {
    return this.scene.clinic.call<T>(by.bare, 'GET', path).then(({ body }) => body);
  }

  read<T>(name: string, deed: Deed<T>): Promise<T> {
    return this.#perform(name, deed, async (answer, effects) => {
      deepStrictEqual(effects, [], 'A read changed something.');
      this.#expectVersion(answer, 0, deed.versionOf);
    });
  }

  change<T>(name: string, deed: Change<T>): Promise<T> {
    return this.#perform(name, deed, async (answer, effects) => {
      const wanted = [`${deed.event} ${deed.subject(answer)}`];
      deepStrictEqual(effects, wanted, 'It must have had its one effect.');
      this.#expectVersion(answer, deed.keepsVersion ? 0 : 1, deed.versionOf);
    });
  }

  async #perform<T>(
    name: string,
    deed: Deed<T> & { event?: string },
    check: (answer: T, effects: string[]) => Promise<void>,
  ): Promise<T> {
    const id = `${this.number}.${this.history.length + 1}`;
    const faults = this.faults(this.dice);
    const isWaitedOut = faults.some(({ kind }) => kind === 'hang');
    const passage = new Passage(faults);
    this.scene.proxy.expect(id, passage);
    if (this.dice.below(6) === 0) deed.by.expire(this.dice.below(3) === 0);
    const medweave = this.dice.oneOf(deed.by.clients);
    const idempotencyKey = newId();
    const ask = (limits: RequestOptions) =>
      deed.by.during(id, async () => await deed.call(medweave, { idempotencyKey, ...limits }));
    try {
      const answer = await ask(isWaitedOut ? { timeoutMs: waitedOutMs } : {}).catch((error: unknown) =>
        askAgainIfLate(error, passage, ask),
      );
      await passage.isOver();
      await check(answer, await this.#effectsOf(passage));
      deepStrictEqual(answer, await deed.shown(answer), 'The answer must be what the server says.');
      this.#count(deed.event ?? 'read');
      return answer;
    } catch (error) {
      throw new Error(`${name} ended wrongly: ${inspect(error)}`);
    } finally {
      this.history.push(`${name}: ${passage.met.join(', ')}`);
      this.scene.met.push(...passage.met);
    }
  }

  /** What the attempts of a call have done, each as `event subject`. */
  async #effectsOf({ requestIds }: Passage): Promise<string[]> {
    if (requestIds.length === 0) return [];
    const rows = await this.scene.stores.rows(
      'SELECT action, BIN_TO_UUID(subject_id) AS subject FROM audit_log WHERE request_id IN (?) ORDER BY id',
      [requestIds],
    );
    return rows.map(({ action, subject }) => `${action} ${subject}`);
  }

  #expectVersion(answer: unknown, rise: number, versionOf?: string): void {
    const told = typeof answer === 'object' && answer !== null ? { ...answer } : {};
    const name = versionOf ?? ('id' in told ? String(told.id) : undefined);
    if (name === undefined) return;
    const version = 'version' in told ? Number(told.version) : undefined;
    const before = this.#versions.get(name) ?? (rise === 0 ? (version ?? 0) : 0);
    const expected = before + rise;
    deepStrictEqual(
      version ?? expected,
      expected,
      'The version must rise by one with each change, and with nothing else.',
    );
    this.#versions.set(name, expected);
  }

  #count(what: string): void {
    this.scene.done.set(what, (this.scene.done.get(what) ?? 0) + 1);
  }
}

/**
 * The SDK survives as many faults as it repeats a call. Late replies are more than were planned: then it gives up, and
 * who called it does what an app does, and asks again under the same key, until no reply came too late.
 */
async function askAgainIfLate<T>(
  error: unknown,
  passage: Passage,
  ask: (limits: RequestOptions) => Promise<T>,
  lateBefore = 0,
): Promise<T> {
  await passage.isOver();
  const { lateReplies } = passage;
  if (lateReplies === lateBefore) throw error;
  return ask({}).catch((again: unknown) => askAgainIfLate(again, passage, ask, lateReplies));
}
