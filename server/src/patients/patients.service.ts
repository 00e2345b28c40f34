import { scopeOf } from '../access/policy.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, invalid, notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import type { Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize, type Page } from '../lib/paging.js';
import { requireBirthDate, tidyName } from '../lib/person.js';
import { isCalendarDate } from '../lib/time.js';
import { newMrn, requireMrn } from './mrn.js';
import { requireBroadView, requireWritable, shownTo, viewOf } from './patient-views.js';
import type { PatientsRepository } from './patients.repository.js';
import type {
  CreatePatient,
  ListPatients,
  NewPatient,
  Patient,
  UpdatePatient,
  WholePatient,
} from './patients.types.js';

const mrnDraws = 10;

export class PatientsService {
  constructor(
    private readonly patients: PatientsRepository,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /** @throws AppError `validation_failed` for an impossible birth date */
  create(actor: Actor, request: CreatePatient): Promise<Patient> {
    return this.writes.run(actor, async (tx) =>
      shownTo(viewOf(actor.role), await this.insert(tx, actor, request)),
    );
  }

  /**
   * Creates a patient inside the caller's transaction, with MRN, search index, event and audit row.
   * @throws AppError `validation_failed` for a birth date that the calendar does not have or that is still to come;
   *   `mrn_taken` when an MRN was given and belongs to somebody
   */
  async insert(tx: Tx, actor: Actor, person: NewPatient): Promise<WholePatient> {
    requireBirthDate(person.birthOn);
    const patient = newcomer(person);
    const draws = person.mrn === undefined ? mrnDraws : 1;
    for (let draw = 1; draw <= draws; draw++) {
      const numbered = { ...patient, mrn: person.mrn ?? newMrn() };
      if (!(await this.patients.insert(tx, numbered))) continue;
      await this.events.append(tx, actor, patientEvent('created', patient.id, {}));
      return numbered;
    }
    throw conflict('mrn_taken');
  }

  /** @throws AppError `patient_not_found`, also for a patient out of the actor's scope */
  async get(actor: Actor, id: string): Promise<Patient> {
    const patient = await this.patients.maybePatient(id, scopeOf(actor, 'patient.read'));
    return shownTo(viewOf(actor.role), found(patient));
  }

  /** For other features: whole, active or not, without any access rule. */
  maybePatient(id: string): Promise<WholePatient | null> {
    return this.patients.maybePatient(id, { kind: 'all' });
  }

  /** @throws AppError `exact_match_only` for a role that may look up one patient, but not leaf through them */
  async list(actor: Actor, query: ListPatients): Promise<Page<Patient>> {
    const view = viewOf(actor.role);
    requireBroadView(view);
    const { limit = defaultPageSize, cursor, familyName, birthOn, isActive = true } = query;
    const mrn = query.mrn === undefined ? undefined : requireMrn(query.mrn);
    if (birthOn !== undefined && !isCalendarDate(birthOn))
      throw invalid('query.birthOn', 'must be a date that the calendar has');
    const scope = scopeOf(actor, 'patient.search');
    const list = JSON.stringify(['patients', scope, familyName, birthOn, mrn, isActive]);
    const after = cursor ? this.cursors.decode(list, cursor) : null;
    const rows = await this.patients.list(scope, { familyName, birthOn, mrn, isActive }, limit, after);
    const page = this.cursors.page(list, rows, limit, ({ id, familyName: value }) => ({ value, id }));
    return { ...page, items: page.items.map((patient) => shownTo(view, patient)) };
  }

  /** @throws AppError `patient_not_found`, `field_forbidden`, `version_stale`, `validation_failed` */
  update(actor: Actor, id: string, request: UpdatePatient, ifMatch: string | undefined): Promise<Patient> {
    const scope = scopeOf(actor, 'patient.update');
    return this.writes.run(actor, async (tx) => {
      const current = found(await this.patients.lock(tx, id, scope));
      requireWritable(actor.role, request);
      requireVersion(ifMatch, current.version);
      if (request.birthOn !== undefined) await this.#requireBirthBeforeChart(tx, current, request.birthOn);
      const next = changed(current, request);
      await this.patients.update(tx, next, isRenamed(current, next));
      const fields = Object.keys(request);
      await this.events.append(tx, actor, patientEvent('updated', id, { fields }));
      return shownTo(viewOf(actor.role), next);
    });
  }

  /** Somebody who was seen in 2010 was not born in 2015, however it is corrected. */
  async #requireBirthBeforeChart(
    tx: Tx,
    { id, birthOn: before }: WholePatient,
    birthOn: string,
  ): Promise<void> {
    requireBirthDate(birthOn);
    if (birthOn > before && (await this.patients.isSeenBefore(tx, id, birthOn)))
      throw invalid('body.birthOn', 'must not be after what the chart holds', 'before_birth');
  }
}

const newcomer = ({ mrn: _mrn, ...person }: NewPatient): Omit<WholePatient, 'mrn'> => ({
  id: newId(),
  givenName: tidyName(person.givenName ?? ''),
  familyName: tidyName(person.familyName),
  birthYear: yearOf(person.birthOn),
  birthOn: person.birthOn,
  gender: person.gender ?? 'unknown',
  phone: person.phone ?? null,
  email: person.email ?? null,
  address: person.address ?? null,
  emergencyContact: person.emergencyContact ?? null,
  insurance: person.insurance ?? null,
  isActive: true,
  version: 1,
});

function changed(current: WholePatient, request: UpdatePatient): WholePatient {
  const next = { ...current, ...request };
  return {
    ...next,
    givenName: tidyName(next.givenName ?? ''),
    familyName: tidyName(next.familyName),
    birthYear: yearOf(next.birthOn),
    version: current.version + 1,
  };
}

const isRenamed = (before: WholePatient, after: WholePatient): boolean =>
  before.givenName !== after.givenName || before.familyName !== after.familyName;

const yearOf = (birthOn: string): number => Number(birthOn.slice(0, 4));

const patientEvent = (verb: string, id: string, payload: Readonly<Record<string, unknown>>) => ({
  kind: `patient.${verb}`,
  subjectId: id,
  patientId: id,
  payload,
});

function found(patient: WholePatient | null): WholePatient {
  if (!patient) throw notFound('patient_not_found');
  return patient;
}
