import { scopeOf } from '../access/policy.js';
import type { Numbers } from '../analytics/analytics.types.js';
import { viewOf } from '../analytics/view.js';
import { requireAsOf } from '../events/pending-events.js';
import type { Actor } from '../lib/actor.js';
import type { OfferedAndBooked, UtilizationRepository } from './utilization.repository.js';
import type { Utilization, UtilizationFilter } from './utilization.types.js';

const doctorsAtMost = 50;

/** How much of the offered time is booked, as far as the asker may know it. */
export class UtilizationService {
  constructor(private readonly utilization: UtilizationRepository) {}

  /**
   * Offered minutes are about no patient and are never withheld.
   * @throws AppError `analytics_building`, `validation_failed` for a month without a year
   */
  async list(
    actor: Actor,
    { limit = doctorsAtMost, ...wish }: UtilizationFilter,
  ): Promise<Numbers<Utilization>> {
    const view = viewOf(scopeOf(actor, 'analytics.read'), wish);
    const { asOf, rows } = view.doctorId
      ? await this.utilization.ofMonths(view, view.doctorId)
      : await this.utilization.ofDoctors(view, limit);
    return {
      asOf: requireAsOf(asOf),
      smallestGroup: view.smallestGroup,
      rows: rows.map((row) => utilizationOf(row, view.isPublished)),
    };
  }
}

/** Of published numbers, none and too few look alike. */
function utilizationOf(row: OfferedAndBooked, isPublished: boolean): Utilization {
  const bookedMinutes = row.bookedMinutes ?? (isPublished ? null : 0);
  const isKnown = bookedMinutes !== null && row.offeredMinutes > 0;
  return { ...row, bookedMinutes, utilization: isKnown ? rounded(bookedMinutes / row.offeredMinutes) : null };
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
