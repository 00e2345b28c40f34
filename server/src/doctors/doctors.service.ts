import { scopeOf } from '../access/policy.js';
import type { DepartmentsService } from '../departments/departments.service.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { AppError, invalid, notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import type { Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize, type Page } from '../lib/paging.js';
import { requireBirthDate, tidyName } from '../lib/person.js';
import { isIanaZone } from '../lib/zone.js';
import type { Displaced } from '../scheduling/displaced-visits.js';
import type { DoctorDisplacement } from '../scheduling/doctor-displacement.js';
import type { SpecializationsService } from '../specializations/specializations.service.js';
import { publicDoctor } from './doctor-rows.js';
import type { DoctorsRepository } from './doctors.repository.js';
import type {
  CreateDoctor,
  DirectoryEntry,
  Doctor,
  DoctorChanged,
  DoctorProfile,
  ListDoctors,
  UpdateDoctor,
} from './doctors.types.js';

const ownFields: ReadonlySet<string> = new Set(['phone', 'email', 'officeAddress']);

export class DoctorsService {
  constructor(
    private readonly doctors: DoctorsRepository,
    private readonly departments: DepartmentsService,
    private readonly specializations: SpecializationsService,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
    private readonly displacement: DoctorDisplacement,
  ) {}

  /** @throws AppError `validation_failed` for an unknown zone, department or specialization */
  create(actor: Actor, request: CreateDoctor): Promise<DoctorProfile> {
    return this.writes.run(actor, (tx) => this.insert(tx, actor, request));
  }

  /** Creates a doctor inside the caller's transaction; her department and specializations are share-locked until its end. */
  async insert(tx: Tx, actor: Actor, request: CreateDoctor): Promise<DoctorProfile> {
    requireSound(request);
    const { departmentId, specializationIds, ...fields } = request;
    const doctor: DoctorProfile = {
      ...fields,
      id: newId(),
      givenName: tidyName(request.givenName ?? ''),
      familyName: tidyName(request.familyName),
      department: await this.#lockDepartment(tx, departmentId),
      specializations: await this.#lockSpecializations(tx, specializationIds),
      isActive: true,
      version: 1,
    };
    await this.doctors.insert(tx, doctor);
    await this.events.append(tx, actor, doctorEvent('created', doctor.id, { departmentId }));
    return doctor;
  }

  /** @throws AppError `doctor_not_found` */
  async get(id: string): Promise<Doctor> {
    return publicDoctor(found(await this.doctors.maybeDoctor(id)));
  }

  /** @throws AppError `doctor_not_found`, also for another doctor's profile */
  async profile(actor: Actor, id: string): Promise<DoctorProfile> {
    return found(await this.doctors.maybeProfile(id, scopeOf(actor, 'doctor.update')));
  }

  /** Whether there is such a doctor, active or not: she is never removed, so that it stays true. */
  exists(tx: Tx, id: string): Promise<boolean> {
    return this.doctors.exists(tx, id);
  }

  async list({ limit = defaultPageSize, cursor, ...filters }: ListDoctors): Promise<Page<Doctor>> {
    const filter = { ...filters, isActive: filters.isActive ?? true };
    const { departmentId, specializationId, familyName, isActive } = filter;
    const list = JSON.stringify(['doctors', departmentId, specializationId, familyName, isActive]);
    const after = cursor ? this.cursors.decode(list, cursor) : null;
    const rows = await this.doctors.list(filter, limit, after);
    const page = this.cursors.page(list, rows, limit, ({ id, familyName: value }) => ({ value, id }));
    return { ...page, items: page.items.map(publicDoctor) };
  }

  /**
   * A change of zone or department changes the hours: visits that are left outside them are reported.
   * @throws AppError `doctor_not_found`, `field_forbidden`, `version_stale`, `validation_failed`
   */
  update(
    actor: Actor,
    id: string,
    request: UpdateDoctor,
    ifMatch: string | undefined,
  ): Promise<DoctorChanged> {
    const scope = scopeOf(actor, 'doctor.update');
    return this.writes.run(actor, async (tx) => {
      const current = found(await this.doctors.lock(tx, id, scope));
      if (scope.kind !== 'all') requireOwnFields(request);
      requireVersion(ifMatch, current.version);
      requireSound(request);
      const next = await this.#changed(tx, current, request);
      if (request.specializationIds) await this.doctors.replaceSpecializations(tx, next);
      const hours = affectsHours(current, next) ? await this.displacement.hours(tx, id) : null;
      const changed = await this.#store(tx, current, next);
      const report = hours ? await this.displacement.since(tx, id, hours) : nobodyDisplaced;
      await this.#tell(tx, actor, current, changed, hours && report);
      return { ...changed, ...report };
    });
  }

  async #changed(tx: Tx, current: DoctorProfile, request: UpdateDoctor): Promise<DoctorProfile> {
    const { departmentId, specializationIds, ...fields } = request;
    const next = { ...current, ...fields };
    return {
      ...next,
      givenName: tidyName(next.givenName ?? ''),
      familyName: tidyName(next.familyName),
      department: departmentId ? await this.#lockDepartment(tx, departmentId) : current.department,
      specializations: specializationIds
        ? await this.#lockSpecializations(tx, specializationIds)
        : current.specializations,
    };
  }

  async #store(tx: Tx, before: DoctorProfile, after: DoctorProfile): Promise<DoctorProfile> {
    const next = { ...after, version: before.version + 1 };
    await this.doctors.update(tx, next, affectsBooking(before, next));
    return next;
  }

  /** @param report `null` where the hours stay as they are */
  async #tell(
    tx: Tx,
    actor: Actor,
    before: DoctorProfile,
    { id, department, zone }: DoctorProfile,
    report: Displaced | null,
  ): Promise<void> {
    const displaced = report && {
      displaced: report.displaced.map(({ appointmentId }) => appointmentId),
      displacedCount: report.displacedCount,
    };
    const payload = { departmentId: department.id, isZoneChanged: before.zone !== zone, ...displaced };
    await this.events.append(tx, actor, doctorEvent('updated', id, payload));
  }

  async #lockDepartment(tx: Tx, id: string): Promise<DirectoryEntry> {
    const department = await this.departments.lockActive(tx, id);
    if (!department) throw invalid('body.departmentId', 'must be an active department');
    return { id: department.id, name: department.name };
  }

  async #lockSpecializations(tx: Tx, ids: string[]): Promise<DirectoryEntry[]> {
    const active = await this.specializations.lockActive(tx, ids);
    if (active.length !== ids.length)
      throw invalid('body.specializationIds', 'must all be active specializations, each once');
    return active.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }
}

/** Another department has other holidays. */
const affectsHours = (before: Doctor, after: Doctor): boolean =>
  before.department.id !== after.department.id || before.zone !== after.zone;

const nobodyDisplaced: Displaced = { displaced: [], displacedCount: 0 };

/** What a booking in flight has read: with any of these changed it must look again. */
const affectsBooking = (before: Doctor, after: Doctor): boolean =>
  affectsHours(before, after) || before.visitMinutes !== after.visitMinutes;

function requireSound({ birthOn, zone, visitMinutes }: UpdateDoctor): void {
  if (birthOn !== undefined) requireBirthDate(birthOn);
  if (zone !== undefined && !isIanaZone(zone)) throw invalid('body.zone', 'must be an IANA time zone');
  if (visitMinutes !== undefined && visitMinutes % 5 !== 0)
    throw invalid('body.visitMinutes', 'must be a multiple of 5');
}

function requireOwnFields(request: UpdateDoctor): void {
  const [foreign] = Object.keys(request).filter((field) => !ownFields.has(field));
  if (foreign !== undefined)
    throw new AppError('field_forbidden', {
      detail: 'Only an admin may change it.',
      errors: [{ field: `body.${foreign}`, message: 'is not yours to change' }],
    });
}

const doctorEvent = (verb: string, id: string, payload: Readonly<Record<string, unknown>>) => ({
  kind: `doctor.${verb}`,
  subjectId: id,
  patientId: null,
  payload,
});

function found(doctor: DoctorProfile | null): DoctorProfile {
  if (!doctor) throw notFound('doctor_not_found');
  return doctor;
}
