import type { Wanted } from '../clients/errands.js';
import type { House } from './house.js';

const dayMs = 86_400_000;
const quarterMs = 15 * 60_000;

/** One change, and what it must leave behind exactly once. */
export interface Write {
  readonly wanted: Wanted;
  /** The kind of its one event. */
  readonly event: string;
  /** What the event is about, where that is not the `id` of the answer. */
  readonly subjectId?: string;
}

/** What the next step needs of an answer. */
export interface Told {
  readonly id: string;
  readonly version: number;
}

/** Changes that follow from each other: each is yielded, and resumed with what was answered to it. */
export type Life = Generator<Write, void, Told>;

/** Every kind of life there is. @param turn how many lives this house has led: no two of them want the same */
export const lives: readonly ((house: House, turn: number) => Life)[] = [
  visit,
  heldVisit,
  patient,
  note,
  diagnosis,
  observation,
  walkIn,
  timeOff,
  override,
  holiday,
  department,
];

function* visit({ desk, doctorId, treated }: House, turn: number): Life {
  const body = { doctorId, patientId: treated.patientId, startsAt: timeOf(40, turn), durationMinutes: 10 };
  const { id } = yield { wanted: post(desk, '/appointments', body), event: 'appointment.booked' };
  const later = { startsAt: new Date(Date.parse(body.startsAt) + quarterMs / 3).toISOString() };
  yield { wanted: post(desk, `/appointments/${id}/reschedule`, later), event: 'appointment.rescheduled' };
  yield {
    wanted: post(desk, `/appointments/${id}/cancel`, { reason: 'Ill' }),
    event: 'appointment.cancelled',
  };
}

function* heldVisit({ desk, doctorId, treated }: House, turn: number): Life {
  const time = { startsAt: timeOf(140, turn), durationMinutes: 10, holdSeconds: 900 };
  const body = { doctorId, patientId: treated.patientId, ...time };
  const { id } = yield { wanted: post(desk, '/appointments/holds', body), event: 'appointment.held' };
  yield { wanted: post(desk, `/appointments/${id}/confirm`), event: 'appointment.confirmed' };
}

function* patient({ desk }: House, turn: number): Life {
  const body = { givenName: 'Erika', familyName: `Muster ${turn}`, birthOn: '1990-02-03' };
  const { id, version } = yield { wanted: post(desk, '/patients', body), event: 'patient.created' };
  const change = { who: desk, method: 'PATCH', body: { phone: `+49 30 ${turn}` } } as const;
  yield { wanted: { ...change, path: `/patients/${id}`, ifMatch: tag(version) }, event: 'patient.updated' };
}

function* note({ doctor, treated }: House, turn: number): Life {
  const body = { ...treated, kind: 'progress', text: `Cough, day ${turn}.` };
  const draft = yield { wanted: post(doctor, '/clinical-notes', body), event: 'note.posted' };
  const path = `/clinical-notes/${draft.id}`;
  const text = { text: `Cough, day ${turn}, no fever.` };
  const revised = yield { wanted: put(doctor, path, text, draft.version), event: 'note.revised' };
  const ifMatch = tag(revised.version);
  yield { wanted: { ...post(doctor, `${path}/sign`, {}), ifMatch }, event: 'note.signed' };
  const more = { text: 'Fever after all.', sign: true };
  const addendum = yield { wanted: post(doctor, `${path}/addenda`, more), event: 'note.posted' };
  const subjectId = addendum.id;
  const withdraw = post(doctor, `/clinical-notes/${subjectId}/withdraw`, { reason: 'Another patient' });
  yield { wanted: withdraw, event: 'note.withdrawn', subjectId };
}

function* diagnosis({ doctor, treated }: House, turn: number): Life {
  const path = `/medical-records/${treated.recordUuid}/diagnoses`;
  const body = { codeSystem: 'icd-10', code: `E${turn}`, text: 'As coded' };
  const { id, version } = yield { wanted: post(doctor, path, body), event: 'diagnosis.recorded' };
  const over = put(doctor, `${path}/${id}/status`, { status: 'resolved' }, version);
  yield { wanted: over, event: 'diagnosis.updated' };
}

function* observation({ doctor, treated }: House, turn: number): Life {
  const vitals = [{ name: 'Heart rate', value: 50 + (turn % 50), unit: '/min' }];
  const observedAt = new Date(Date.now() - 60_000).toISOString();
  const body = { ...treated, kind: 'vitals', observedAt, vitals };
  const { id } = yield { wanted: post(doctor, '/observations', body), event: 'observation.posted' };
  const withdraw = post(doctor, `/observations/${id}/withdraw`, { reason: 'Wrong arm' });
  yield { wanted: withdraw, event: 'observation.withdrawn', subjectId: id };
}

function* walkIn({ doctor, treated }: House): Life {
  const body = { patientId: treated.patientId, kind: 'walk_in', chiefComplaint: 'Cough' };
  const { id, version } = yield { wanted: post(doctor, '/medical-records', body), event: 'record.opened' };
  const better = { chiefComplaint: 'Dry cough' };
  yield { wanted: put(doctor, `/medical-records/${id}`, better, version), event: 'record.updated' };
  yield { wanted: post(doctor, `/medical-records/${id}/close`), event: 'record.closed' };
}

function* timeOff({ desk, doctorId }: House, turn: number): Life {
  const path = `/doctors/${doctorId}/time-off`;
  const body = { startsAt: timeOf(240, turn), endsAt: timeOf(240, turn + 1), reason: 'Training' };
  const event = 'schedule.time_off_added';
  const { id } = yield { wanted: post(desk, path, body), event, subjectId: doctorId };
  const removal = { who: desk, method: 'DELETE', path: `${path}/${id}` } as const;
  yield { wanted: removal, event: 'schedule.time_off_removed', subjectId: doctorId };
}

function* override({ desk, doctorId }: House, turn: number): Life {
  const path = `/doctors/${doctorId}/overrides/${dateOf(340, turn)}`;
  const body = { windows: [{ startMinute: 480, endMinute: 600 }] };
  const set = { who: desk, method: 'PUT', path, body } as const;
  yield { wanted: set, event: 'schedule.override_set', subjectId: doctorId };
  const removal = { who: desk, method: 'DELETE', path } as const;
  yield { wanted: removal, event: 'schedule.override_removed', subjectId: doctorId };
}

function* holiday({ admin, departmentId }: House, turn: number): Life {
  const body = { dateOn: dateOf(700, turn), name: 'Patron day', departmentId };
  const { id } = yield { wanted: post(admin, '/holidays', body), event: 'holiday.created' };
  const removal = { who: admin, method: 'DELETE', path: `/holidays/${id}` } as const;
  yield { wanted: removal, event: 'holiday.removed', subjectId: id };
}

function* department({ admin, departmentId }: House, turn: number): Life {
  const body = { name: `Annex ${turn} of ${departmentId.slice(-8)}`, location: 'Ground floor' };
  const { id, version } = yield { wanted: post(admin, '/departments', body), event: 'department.created' };
  const path = `/departments/${id}`;
  const moved = { ...body, location: 'First floor' };
  yield { wanted: put(admin, path, moved, version), event: 'department.updated' };
  yield { wanted: post(admin, `${path}/deactivate`), event: 'department.deactivated' };
}

const post = (who: Wanted['who'], path: string, body?: object): Wanted => ({
  ...{ who, method: 'POST', path },
  ...(body && { body }),
});

const put = (who: Wanted['who'], path: string, body: object, version: number): Wanted => ({
  ...{ who, method: 'PUT', path, body },
  ifMatch: tag(version),
});

const tag = (version: number): string => `"${version}"`;

/** The `turn`-th quarter of an hour from so many days ahead on. */
const timeOf = (days: number, turn: number): string =>
  new Date((Math.floor(Date.now() / dayMs) + days) * dayMs + turn * quarterMs).toISOString();

const dateOf = (days: number, turn: number): string =>
  new Date((Math.floor(Date.now() / dayMs) + days + turn) * dayMs).toISOString().slice(0, 10);
