import { scopeOf } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import type { BookingLimitsRepository } from './booking-limits.repository.js';
import type { BookingLimits, SetBookingLimits } from './booking-limits.types.js';

const knownForMs = 1_000;

export class BookingLimitsService {
  #known: { limits: Promise<BookingLimits>; untilMs: number } | null = null;

  constructor(
    private readonly limits: BookingLimitsRepository,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
  ) {}

  get(): Promise<BookingLimits> {
    return this.limits.read();
  }

  /** As they were within the last second: bookings and lists of free times ask for nothing else. */
  current(): Promise<BookingLimits> {
    const known = this.#known;
    if (known && performance.now() < known.untilMs) return known.limits;
    const limits = this.limits.read();
    const asked = { limits, untilMs: performance.now() + knownForMs };
    this.#known = asked;
    limits.catch(() => {
      if (this.#known === asked) this.#known = null;
    });
    return limits;
  }

  /** @throws AppError `booking_limits_not_found`, `if_match_required`, `version_stale` */
  async set(
    actor: Actor,
    id: string,
    request: SetBookingLimits,
    ifMatch: string | undefined,
  ): Promise<BookingLimits> {
    scopeOf(actor, 'booking_limits.write');
    const changed = await this.writes.run(actor, async (tx) => {
      const before = await this.limits.lock(tx, id);
      if (!before) throw notFound('booking_limits_not_found');
      requireVersion(ifMatch, before.version);
      const { horizonDays, maxFutureVisits, maxHolds } = request;
      const next = { id, horizonDays, maxFutureVisits, maxHolds, version: before.version + 1 };
      await this.limits.update(tx, next);
      await this.events.append(tx, actor, {
        kind: 'booking_limits.changed',
        subjectId: id,
        patientId: null,
        payload: next,
        detail: next,
      });
      return next;
    });
    this.#known = null;
    return changed;
  }
}
