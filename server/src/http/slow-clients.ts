import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TracedRequest } from './request.js';

/** What the process waits for: the rest of a request, or that an answer is read. */
export type SlowKind = 'sending' | 'reading';

export interface SlowClientLimits {
  /** Whoever has not sent a request after so long, or not read `leastRead` bytes of its answer, is cut. */
  readonly sendingForMs: number;
  readonly readingForMs: number;
  readonly leastRead: number;
  /** How many requests of a network, and of all, may be on their way at a time. */
  readonly maxSending: { readonly ofNetwork: number; readonly inAll: number };
  /** How many bytes the answers may have that wait to be read. */
  readonly maxUnread: { readonly ofNetwork: number; readonly inAll: number };
  /** Nobody is cut for these two before they have kept still for so long, */
  readonly graceMs: number;
  /** and nobody for a place that somebody else waits for before that. */
  readonly placeGraceMs: number;
}

const mebibyte = 1_024 * 1_024;

export const slowClientLimits: SlowClientLimits = {
  sendingForMs: 20_000,
  readingForMs: 15_000,
  leastRead: 32 * 1_024,
  maxSending: { ofNetwork: 200, inAll: 1_000 },
  maxUnread: { ofNetwork: 32 * mebibyte, inAll: 128 * mebibyte },
  graceMs: 1_000,
  placeGraceMs: 2_000,
};

/** Often enough that hardly more comes together in between than the limits say. */
const lookEveryMs = 250;
/** Who was answered before the end of the request gets so long to read that: ended at once, it would be lost. */
const lingerMs = 500;

interface Stretch {
  readonly kind: SlowKind;
  /** What had been read at its beginning. */
  readonly taken: number;
  readonly sinceMs: number;
}

interface Waiting extends Stretch {
  readonly response: ServerResponse;
  readonly network: string;
  readonly cost: number;
}

export interface Watched {
  readonly underWay: () => Iterable<ServerResponse>;
  /** Whether somebody waits for the place that this answer keeps until it is read. */
  readonly isPlaceWanted: (response: ServerResponse) => boolean;
  readonly cut: (response: ServerResponse, kind: SlowKind) => void;
}

/**
 * Ends what waits for a client that does not send, or does not read. All are looked at together, four times a second,
 * so that a request which is not slow pays nothing.
 */
export class SlowClients {
  readonly #stretches = new WeakMap<ServerResponse, Stretch>();
  readonly #lingering = new Map<IncomingMessage, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly watched: Watched,
    private readonly limits: SlowClientLimits = slowClientLimits,
  ) {}

  /** Called with each request: there is somebody to look at until all are answered. */
  watch(): void {
    this.#timer ??= setTimeout(() => this.#look(), lookEveryMs).unref();
  }

  /** Of a request that was answered before its end: the rest is not waited for. */
  linger(request: IncomingMessage): void {
    this.#lingering.set(request, performance.now() + lingerMs);
    this.watch();
  }

  #look(): void {
    this.#timer = null;
    const nowMs = performance.now();
    this.#endLingering(nowMs);
    const waiting: Record<SlowKind, Waiting[]> = { sending: [], reading: [] };
    let isAnybodyThere = this.#lingering.size > 0;
    for (const response of this.watched.underWay()) {
      isAnybodyThere = true;
      const one = this.#waitingFor(response, nowMs);
      if (one) waiting[one.kind].push(one);
      else this.#stretches.delete(response);
    }
    const { sendingForMs, readingForMs, maxSending, maxUnread } = this.limits;
    this.#cutSlowest(waiting.sending, { maxMs: sendingForMs, max: maxSending, nowMs });
    this.#cutSlowest(waiting.reading, { maxMs: readingForMs, max: maxUnread, nowMs });
    if (isAnybodyThere) this.watch();
  }

  #endLingering(nowMs: number): void {
    for (const [request, untilMs] of this.#lingering) {
      if (!request.complete && nowMs < untilMs) continue;
      this.#lingering.delete(request);
      if (!request.complete) request.socket.destroy();
    }
  }

  #waitingFor(response: ServerResponse, nowMs: number): Waiting | null {
    const request = response.req as TracedRequest;
    const { clientNetwork: network, receivedAtMs } = request;
    if (!response.headersSent) {
      if (request.complete) return null;
      return { response, network, kind: 'sending', cost: 1, taken: 0, sinceMs: receivedAtMs };
    }
    const { socket } = request;
    const { writableLength } = socket;
    if (writableLength === 0 || response.socket !== socket) return null;
    const cost = Math.max(writableLength, Number(response.getHeader('Content-Length') ?? 0));
    const taken = socket.bytesWritten - writableLength;
    const before = this.#stretches.get(response);
    if (before && taken - before.taken < this.limits.leastRead) return { response, network, cost, ...before };
    const stretch: Stretch = { kind: 'reading', taken, sinceMs: nowMs };
    this.#stretches.set(response, stretch);
    return { response, network, cost, ...stretch };
  }

  /** Whoever took too long, and then the slowest until the others are no more than may be. */
  #cutSlowest(
    waiting: Waiting[],
    { maxMs, max, nowMs }: { maxMs: number; max: { ofNetwork: number; inAll: number }; nowMs: number },
  ): void {
    const ofNetwork = new Map<string, number>();
    let inAll = 0;
    for (const { network, cost } of waiting) {
      inAll += cost;
      ofNetwork.set(network, (ofNetwork.get(network) ?? 0) + cost);
    }
    waiting.sort((a, b) => a.sinceMs - b.sinceMs);
    for (const { response, network, cost, kind, sinceMs } of waiting) {
      const stillMs = nowMs - sinceMs;
      if (stillMs < this.limits.graceMs) return;
      const left = ofNetwork.get(network) ?? 0;
      const isTooMuch = left > max.ofNetwork || inAll > max.inAll;
      const isInTheWay = stillMs >= this.limits.placeGraceMs && this.watched.isPlaceWanted(response);
      if (stillMs < maxMs && !isTooMuch && !isInTheWay) continue;
      this.watched.cut(response, kind);
      ofNetwork.set(network, left - cost);
      inAll -= cost;
    }
  }
}
