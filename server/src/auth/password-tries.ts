import { LRUCache } from 'lru-cache';
import type { Caller } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { Tx } from '../lib/mysql.js';
import type { Attempt, Attempts } from './attempts.js';
import type { Counter, PasswordTriesRepository } from './password-tries.repository.js';
import type { Passwords } from './passwords.js';
import type { SignInAudit } from './sign-in-audit.js';
import type { UsersRepository } from './users.repository.js';

const rememberedForMs = 1_000;
const maxRemembered = 10_000;

/** The one place where a password is tried: wrong ones count, whatever they were sent for and whichever process they reach. */
export class PasswordTries {
  /** When counters end that were full a moment ago: a flood asks no store. */
  readonly #fullUntilMs = new LRUCache<string, number>({ max: maxRemembered, ttl: rememberedForMs });
  readonly #highestCost = new LRUCache<'of all', Promise<number>>({ max: 1, ttl: rememberedForMs });

  constructor(
    private readonly tries: PasswordTriesRepository,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly audit: SignInAudit,
  ) {}

  /**
   * Whether it is the password of an account that may sign in. Those that are tried at once count like those tried one by one: a
   * right one is let in only where fewer than the limit were wrong until then.
   * @throws AppError `too_many_failures`, before trying it, or instead of saying how it was; `too_many_sign_ins`
   */
  async isRight(attempt: Attempt, password: string): Promise<boolean> {
    this.passwords.requireRoom(attempt.party);
    const { limits, counts, ofNetwork } = attempt;
    const refusing = [...limits, ...ofNetwork.limits];
    const full = await this.#full([...refusing, ...counts, ...ofNetwork.counts]);
    requireRoom(full, refusing);
    const isRight = await this.#compared(attempt, password);
    if (isRight) requireRoom(await this.#full(limits), limits);
    else requireRoom(await this.#countWrong(attempt, full), [...full.keys()]);
    return isRight;
  }

  /** After a right one, in the transaction of what it was for. */
  async forgive(tx: Tx, { limits, counts }: Pick<Attempt, 'limits' | 'counts'>): Promise<void> {
    const counters = [...limits, ...counts];
    await this.tries.clear(tx, counters);
    for (const counter of counters) this.#fullUntilMs.delete(keyOf(counter));
  }

  /** @throws AppError `too_many_registrations` */
  async requireFewTaken(caller: Caller): Promise<void> {
    const counter = this.attempts.addressesTaken(caller);
    const seconds = (await this.tries.secondsFull([counter])).get(counter);
    if (seconds !== undefined) throw tooManyRegistrations(seconds);
  }

  /** A registration that was refused, which says that the address has an account. @throws AppError `too_many_registrations` */
  async countTaken(caller: Caller): Promise<void> {
    const counter = this.attempts.addressesTaken(caller);
    const number = await this.tries.count(counter);
    if (number === counter.limit) await this.audit.registrationsThrottled(caller);
    if (number > counter.limit) throw tooManyRegistrations((await this.#full([counter])).get(counter) ?? 1);
  }

  #compared({ credentials, party }: Attempt, password: string): Promise<boolean> {
    const hash = credentials?.user.canSignIn ? credentials.passwordHash : null;
    return this.#costOfAll().then((cost) => this.passwords.matches(password, hash, party, cost));
  }

  /** @returns those that are full for this one, with those that were before */
  async #countWrong(attempt: Attempt, before: Map<Counter, number>): Promise<Map<Counter, number>> {
    await this.audit.failed(attempt);
    const { limits, counts, ofNetwork } = attempt;
    const exceeded: Counter[] = [];
    let isReached = false;
    for (const counter of [...limits, ...counts, ...ofNetwork.limits, ...ofNetwork.counts]) {
      const number = await this.tries.count(counter);
      if (number > counter.limit) exceeded.push(counter);
      if (number === counter.limit) isReached = true;
    }
    if (isReached) await this.audit.throttled(attempt);
    for (const [counter, seconds] of await this.#full(exceeded)) before.set(counter, seconds);
    return before;
  }

  async #full(counters: readonly Counter[]): Promise<Map<Counter, number>> {
    const full = new Map<Counter, number>();
    const asked = counters.filter((counter) => {
      const untilMs = this.#fullUntilMs.get(keyOf(counter));
      if (untilMs !== undefined) full.set(counter, Math.max(1, Math.ceil((untilMs - Date.now()) / 1_000)));
      return untilMs === undefined;
    });
    for (const [counter, seconds] of await this.tries.secondsFull(asked)) {
      full.set(counter, seconds);
      this.#fullUntilMs.set(keyOf(counter), Date.now() + seconds * 1_000);
    }
    return full;
  }

  #costOfAll(): Promise<number> {
    const known = this.#highestCost.get('of all');
    if (known) return known;
    const asked = this.users.highestPasswordCost();
    this.#highestCost.set('of all', asked);
    asked.catch(() => this.#highestCost.delete('of all'));
    return asked;
  }
}

const keyOf = ({ id }: Counter): string => id.toString('base64');

/** @throws AppError `too_many_failures` where one of them is full */
function requireRoom(full: ReadonlyMap<Counter, number>, counters: readonly Counter[]): void {
  const seconds = counters.flatMap((counter) => full.get(counter) ?? []);
  if (seconds.length > 0) throw tooManyFailures(Math.max(...seconds));
}

const tooManyFailures = (retryAfterSeconds: number): AppError =>
  new AppError('too_many_failures', { detail: 'The password was wrong too often.', retryAfterSeconds });

const tooManyRegistrations = (retryAfterSeconds: number): AppError =>
  new AppError('too_many_registrations', { retryAfterSeconds });
