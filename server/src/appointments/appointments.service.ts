import type { Action } from '../access/access-table.js';
import { scopeOf } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { invalid, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import type { Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize } from '../lib/paging.js';
import { addDays, isCalendarDate, parseInstant } from '../lib/time.js';
import { isIanaZone, zonedStart } from '../lib/zone.js';
import { onCheckingIn, onTakingPlace } from './acknowledgement.js';
import { type AppointmentState, transitions, type Verb } from './appointment-states.js';
import type {
  AppointmentChange,
  AppointmentsRepository,
  LockedAppointment,
  StoredAppointment,
} from './appointments.repository.js';
import type {
  Appointment,
  AppointmentPage,
  AppointmentsQuery,
  CancelAppointment,
} from './appointments.types.js';
import { requireTransition } from './booking-rules.js';
import { appendAppointmentEvent, type TimeTaking } from './time-taking.js';

/** A visit that a medical record is opened for. */
export interface VisitToRecord {
  id: string;
  patientId: string;
  doctorId: string;
  departmentId: string;
  state: AppointmentState;
}

/** Reads appointments and moves them through their states. Taking and changing time is `BookingService`'s. */
export class AppointmentsService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly taking: TimeTaking,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /** @throws AppError `appointment_not_found` */
  async get(actor: Actor, id: string): Promise<Appointment> {
    const appointment = await this.appointments.maybeAppointment(scopeOf(actor, 'appointment.read'), id);
    if (!appointment) throw notFound('appointment_not_found');
    return shownTo(actor, appointment);
  }

  async list(actor: Actor, query: AppointmentsQuery): Promise<AppointmentPage> {
    const { cursor, limit = defaultPageSize, order = 'asc' } = query;
    const list = `appointments:${JSON.stringify({ ...query, cursor: undefined, limit: undefined })}`;
    const after = cursor ? this.cursors.decode(list, cursor) : null;
    const { patientId, doctorId, departmentId, state } = query;
    const filter = { patientId, doctorId, departmentId, state, ...spanOf(query), order, after, limit };
    const rows = await this.appointments.list(scopeOf(actor, 'appointment.read'), filter);
    const page = this.cursors.page(list, rows, limit, (row) => ({ value: row.startsAt, id: row.id }));
    return { items: page.items.map((row) => shownTo(actor, row)), nextCursor: page.nextCursor };
  }

  /** Frees the time at once. Patients may until two hours before the visit. */
  cancel(actor: Actor, id: string, { reason }: CancelAppointment): Promise<Appointment> {
    return this.#move(actor, id, 'cancel', () => ({ cancel_reason: reason }));
  }

  checkIn(actor: Actor, id: string): Promise<Appointment> {
    return this.#move(actor, id, 'checkIn', (before) => onCheckingIn(actor, before));
  }

  start(actor: Actor, id: string): Promise<Appointment> {
    return this.#move(actor, id, 'start', () => onTakingPlace);
  }

  complete(actor: Actor, id: string): Promise<Appointment> {
    return this.#move(actor, id, 'complete');
  }

  noShow(actor: Actor, id: string): Promise<Appointment> {
    return this.#move(actor, id, 'noShow');
  }

  /**
   * Locks a visit for the record that is about to be opened for it. Only the attending doctor's own visits, once
   * the patient is there. @throws AppError `appointment_not_found`, `invalid_transition`
   */
  async lockForVisit(tx: Tx, actor: Actor, id: string): Promise<VisitToRecord> {
    const appointment = await this.lock(tx, actor, id, 'appointment.start');
    const isThere = ['checked_in', 'in_progress', 'completed'].includes(appointment.state);
    if (!isThere) requireTransition('start', actor, appointment, new Date());
    if (!appointment.isAcknowledged) await this.appointments.update(tx, id, onTakingPlace);
    return appointment;
  }

  async #move(
    actor: Actor,
    id: string,
    verb: Verb,
    changeOf: (before: LockedAppointment) => AppointmentChange = () => ({}),
  ): Promise<Appointment> {
    const { action, to, event, at } = transitions[verb];
    return this.writes.run(actor, async (tx) => {
      const now = new Date();
      const before = await this.lock(tx, actor, id, action);
      requireTransition(verb, actor, before, now);
      if (to === 'cancelled') await this.taking.free(tx, before);
      const state = to === 'same' ? before.state : to;
      await this.appointments.update(tx, id, { ...changeOf(before), state, ...(at && { [at]: now }) });
      await appendAppointmentEvent(this.events, tx, actor, event, { ...before, state });
      return this.reread(tx, actor, id);
    });
  }

  /** @throws AppError `appointment_not_found` also for somebody else's */
  async lock(tx: Tx, actor: Actor, id: string, action: Action): Promise<LockedAppointment> {
    const appointment = await this.appointments.lock(tx, scopeOf(actor, action), id);
    if (!appointment) throw notFound('appointment_not_found');
    return appointment;
  }

  /** The row as this transaction left it, in the shape the actor sees. */
  async reread(tx: Tx, actor: Actor, id: string): Promise<Appointment> {
    const stored = await this.appointments.lock(tx, { kind: 'all' }, id);
    if (!stored) throw new Error('An appointment vanished inside its own transaction.');
    return shownTo(actor, stored);
  }
}

/** What the API shows of an appointment, named one by one. The front desk needs time and length, not the reason. */
export function shownTo(actor: Actor, stored: StoredAppointment): Appointment {
  const shown: Appointment = {
    id: stored.id,
    doctorId: stored.doctorId,
    patientId: stored.patientId,
    departmentId: stored.departmentId,
    startsAt: stored.startsAt,
    endsAt: stored.endsAt,
    state: stored.state,
    isOverbooked: stored.isOverbooked,
    overbookReason: stored.overbookReason,
    holdExpiresAt: stored.holdExpiresAt,
    cancelReason: stored.cancelReason,
    cancelledAt: stored.cancelledAt,
    checkedInAt: stored.checkedInAt,
    startedAt: stored.startedAt,
    completedAt: stored.completedAt,
    createdAt: stored.createdAt,
    version: stored.version,
  };
  if (actor.role !== 'receptionist') shown.reason = stored.reason;
  return shown;
}

/** `from`, `to` and `on` as one span of instants. */
function spanOf(query: AppointmentsQuery): { from?: Date; to?: Date } {
  const from = query.from === undefined ? undefined : instant(query.from, 'query.from');
  const to = query.to === undefined ? undefined : instant(query.to, 'query.to');
  if (from && to && to < from) throw invalid('query.to', 'must not lie before from', 'ends_before_start');
  if (query.on === undefined) return { from, to };
  const zone = query.zone ?? 'UTC';
  if (!isIanaZone(zone)) throw invalid('query.zone', 'must be an IANA time zone');
  if (!isCalendarDate(query.on)) throw invalid('query.on', 'must be a date of the calendar');
  const dayStart = new Date(zonedStart(query.on, 0, zone));
  const dayEnd = new Date(zonedStart(addDays(query.on, 1), 0, zone));
  return { from: from && from > dayStart ? from : dayStart, to: to && to < dayEnd ? to : dayEnd };
}

function instant(text: string, field: string): Date {
  const atMs = parseInstant(text);
  if (atMs === null) throw invalid(field, 'must be an instant of the calendar with Z or an offset');
  return new Date(atMs);
}
