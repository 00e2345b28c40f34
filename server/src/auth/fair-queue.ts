import { AppError } from '../lib/errors.js';

/** For whom a password is worked on. */
export interface Party {
  network: string;
  account: string;
  /** Has signed in from there before. */
  isKnown: boolean;
}

/** The clinic itself, before anybody asks. */
export const clinicItself: Party = { network: '', account: '', isKnown: true };

export interface QueueLimits {
  readonly maxRunning: number;
  readonly maxWaiting: number;
  readonly maxWaitingPerNetwork: number;
  /** Who would have to wait for longer is refused at once. */
  readonly maxWaitMs: { readonly known: number; readonly unknown: number };
}

interface Waiting {
  begin: () => void;
  refuse: (error: AppError) => void;
}

/** Of four turns one is for who was never here, however many of the others wait. */
const turnsOfKnown = 3;

/**
 * Bounded work in fair turns: networks take turns, within a network accounts do, and who is known from there comes
 * before who is not. One network, or one account, that asks for everything keeps the others waiting for one turn each.
 */
export class FairQueue {
  readonly #known = new Lane();
  readonly #unknown = new Lane();
  #running = 0;
  #turnsSinceUnknown = 0;
  /** How long one took of late. */
  #usualMs = 0;

  constructor(private readonly limits: QueueLimits) {}

  /** @throws AppError `too_many_sign_ins` for who cannot have a turn soon, at once or pushed out by who asked for less */
  async run<T>(party: Party, work: () => Promise<T>): Promise<T> {
    if (this.#running < this.limits.maxRunning) this.#running++;
    else await this.#turn(party);
    const startedAtMs = performance.now();
    try {
      return await work();
    } finally {
      this.#usualMs = (this.#usualMs + performance.now() - startedAtMs) / 2;
      const next = this.#next();
      if (next) next.begin();
      else this.#running--;
    }
  }

  /** Whether it is worth preparing anything for them. @throws AppError `too_many_sign_ins` */
  requireRoom(party: Party): void {
    if (this.#running < this.limits.maxRunning) return;
    const lane = this.#laneOf(party);
    const { known, unknown } = this.limits.maxWaitMs;
    const waitMs = (this.#ahead(party) * this.#usualMs) / this.limits.maxRunning;
    if (waitMs > (party.isKnown ? known : unknown)) throw tooMany();
    if (!lane.hasRoomFor(party, this.limits)) throw tooMany();
  }

  #turn(party: Party): Promise<void> {
    this.requireRoom(party);
    const lane = this.#laneOf(party);
    lane.makeRoomFor(party, this.limits)?.refuse(tooMany());
    return new Promise((begin, refuse) => lane.push(party, { begin, refuse }));
  }

  #laneOf = ({ isKnown }: Party): Lane => (isKnown ? this.#known : this.#unknown);

  /** How many have their turn before a newcomer has. */
  #ahead(party: Party): number {
    const own = this.#laneOf(party).ahead(party);
    if (party.isKnown) return own + Math.min(this.#unknown.size, Math.ceil(own / turnsOfKnown));
    return own + Math.min(this.#known.size, (own + 1) * turnsOfKnown);
  }

  #next(): Waiting | undefined {
    const isUnknownsTurn = this.#known.size === 0 || this.#turnsSinceUnknown >= turnsOfKnown;
    const waiting = isUnknownsTurn ? (this.#unknown.shift() ?? this.#known.shift()) : this.#known.shift();
    this.#turnsSinceUnknown = isUnknownsTurn ? 0 : this.#turnsSinceUnknown + 1;
    return waiting;
  }
}

/** Those who wait, by network and by account. A `Map` keeps its order: who had a turn goes to its end. */
class Lane {
  readonly #networks = new Map<string, Map<string, Waiting[]>>();
  size = 0;

  push({ network, account }: Party, waiting: Waiting): void {
    const accounts = this.#networks.get(network) ?? new Map<string, Waiting[]>();
    const line = accounts.get(account) ?? [];
    line.push(waiting);
    accounts.set(account, line);
    this.#networks.set(network, accounts);
    this.size++;
  }

  shift(): Waiting | undefined {
    const [network] = this.#networks.keys();
    if (network === undefined) return;
    const [account = ''] = this.#networks.get(network)?.keys() ?? [];
    return this.#take(network, account, (line) => line.shift());
  }

  ahead({ network, account }: Party): number {
    const here = turnsBefore(new Map(entriesOf(this.#networks.get(network), lengthOf)), account);
    const networks = new Map(entriesOf(this.#networks, sizeOf));
    networks.set(network, here);
    return turnsBefore(networks, network);
  }

  hasRoomFor(party: Party, limits: QueueLimits): boolean {
    return this.#crowd(party, limits) === null || this.#longest(party, limits) !== null;
  }

  /** @returns who has to go, where it is full: the last one of whoever asked for the most */
  makeRoomFor(party: Party, limits: QueueLimits): Waiting | undefined {
    const longest = this.#crowd(party, limits) && this.#longest(party, limits);
    return longest ? this.#take(longest.network, longest.account, (line) => line.pop(), true) : undefined;
  }

  /** What is full for this newcomer. */
  #crowd({ network }: Party, { maxWaiting, maxWaitingPerNetwork }: QueueLimits): 'network' | 'all' | null {
    if (sizeOf(this.#networks.get(network)) >= maxWaitingPerNetwork) return 'network';
    return this.size >= maxWaiting ? 'all' : null;
  }

  /** Whoever would still wait with as many as the newcomer then does; null where nobody would. */
  #longest(party: Party, limits: QueueLimits): { network: string; account: string } | null {
    const isHere = this.#crowd(party, limits) === 'network';
    const network = isHere ? party.network : longestOf(this.#networks, sizeOf);
    const accounts = this.#networks.get(network);
    const account = longestOf(accounts, lengthOf);
    const own = isHere ? lengthOf(accounts?.get(party.account)) : sizeOf(this.#networks.get(party.network));
    const theirs = isHere ? lengthOf(accounts?.get(account)) : sizeOf(accounts);
    return theirs > own + 1 ? { network, account } : null;
  }

  #take(
    network: string,
    account: string,
    from: (line: Waiting[]) => Waiting | undefined,
    keepsTurn = false,
  ): Waiting | undefined {
    const accounts = this.#networks.get(network);
    const line = accounts?.get(account);
    const taken = line && from(line);
    if (!accounts || !line || !taken) return;
    this.size--;
    if (line.length === 0) accounts.delete(account);
    else if (!keepsTurn) toEnd(accounts, account, line);
    if (accounts.size === 0) this.#networks.delete(network);
    else if (!keepsTurn) toEnd(this.#networks, network, accounts);
    return taken;
  }
}

const lengthOf = (line: Waiting[] | undefined): number => line?.length ?? 0;
const sizeOf = (accounts: Map<string, Waiting[]> | undefined): number =>
  [...(accounts?.values() ?? [])].reduce((sum, line) => sum + line.length, 0);

const entriesOf = <V>(map: Map<string, V> | undefined, count: (value: V) => number): [string, number][] =>
  [...(map ?? [])].map(([key, value]) => [key, count(value)]);

/** In turns of one each: all of one's own, and as many of everybody else's. */
function turnsBefore(counts: Map<string, number>, own: string): number {
  const mine = counts.get(own) ?? 0;
  const others = [...counts].filter(([key]) => key !== own);
  return others.reduce((sum, [, count]) => sum + Math.min(count, mine + 1), mine);
}

const longestOf = <V>(map: Map<string, V> | undefined, count: (value: V) => number): string =>
  entriesOf(map, count).reduce<[string, number]>(
    (most, each) => (each[1] > most[1] ? each : most),
    ['', 0],
  )[0];

function toEnd<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
}

const tooMany = (): AppError => new AppError('too_many_sign_ins', { retryAfterSeconds: 2 });
