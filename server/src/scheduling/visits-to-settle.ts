import { grantOf } from '../access/access-table.js';
import { requireFunction } from '../access/policy.js';
import type { AppointmentState } from '../appointments/appointment-states.js';
import type { Actor } from '../lib/actor.js';
import type { Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize } from '../lib/paging.js';
import { formatInstant } from '../lib/time.js';
import type {
  Deactivated,
  StandingVisitRow,
  VisitsToSettleRepository,
} from './visits-to-settle.repository.js';
import type {
  SuggestedAction,
  VisitsToSettlePage,
  VisitsToSettleQuery,
  VisitToSettle,
} from './visits-to-settle.types.js';

const maxReported = 200;

/** As the answer to a deactivation carries them. */
export interface SettlementReport {
  visitsToSettle: VisitToSettle[];
  visitsToSettleCount: number;
}

/** What stands of somebody who was deactivated, for whoever has to deal with it. */
export class VisitsToSettle {
  constructor(
    private readonly visits: VisitsToSettleRepository,
    private readonly cursors: Cursors,
  ) {}

  /** Within the transaction that deactivates them: the earliest by name, all of them by number. */
  async report(tx: Tx, actor: Actor, person: Deactivated): Promise<SettlementReport> {
    const standing = await this.visits.all(tx, person);
    return {
      visitsToSettle: standing.slice(0, maxReported).map((visit) => shownTo(actor, person, visit)),
      visitsToSettleCount: standing.length,
    };
  }

  /** Later, page by page; nothing of a person who is active. */
  async list(
    actor: Actor,
    person: Deactivated,
    { limit = defaultPageSize, cursor }: VisitsToSettleQuery,
  ): Promise<VisitsToSettlePage> {
    requireFunction(actor, 'visit.to_settle');
    const list = JSON.stringify(['visits-to-settle', person]);
    const after = cursor ? this.cursors.decode(list, cursor) : null;
    const rows = await this.visits.page(person, limit, after);
    const positionOf = ({ startsAt, appointmentId }: StandingVisitRow) => ({
      value: formatInstant(startsAt.getTime()),
      id: appointmentId,
    });
    const page = this.cursors.page(list, rows, limit, positionOf);
    return { ...page, items: page.items.map((visit) => shownTo(actor, person, visit)) };
  }
}

/** Which doctors a patient sees is for those who read visits: an admin is told when, and the desk also with whom. */
function shownTo(actor: Actor, person: Deactivated, visit: StandingVisitRow): VisitToSettle {
  const isDoctorShown = 'doctorId' in person || grantOf(actor.role, 'appointment.read') !== null;
  return {
    appointmentId: visit.appointmentId,
    ...(isDoctorShown && { doctorId: visit.doctorId }),
    startsAt: formatInstant(visit.startsAt.getTime()),
    endsAt: formatInstant(visit.endsAt.getTime()),
    state: visit.state,
    suggestedAction: suggestionFor(person, visit.state),
  };
}

function suggestionFor(person: Deactivated, state: AppointmentState): SuggestedAction {
  if (state === 'held') return 'none';
  if (state === 'in_progress') return 'complete';
  return 'doctorId' in person ? 'reassign' : 'cancel';
}
