import type { AuthService } from '../auth/auth.service.js';
import type { User } from '../auth/auth.types.js';
import { noPasswordHash, type Passwords } from '../auth/passwords.js';
import { normalEmail } from '../auth/user-rows.js';
import type { DepartmentsService } from '../departments/departments.service.js';
import type { DoctorsService } from '../doctors/doctors.service.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, invalid, notFound, sessionEnded } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import { isDuplicateKey, type Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize, type Page } from '../lib/paging.js';
import { tidyName } from '../lib/person.js';
import type { StaffRepository } from './staff.repository.js';
import type { CreateUser, ListUsers, UpdateUser } from './staff.types.js';

export interface StaffRooms {
  auth: AuthService;
  passwords: Passwords;
  doctors: DoctorsService;
  departments: DepartmentsService;
}

/** A doctor whom another system knew. */
export interface UnclaimedDoctor {
  email: string;
  displayName: string;
  doctorId: string;
}

export class StaffService {
  constructor(
    private readonly staff: StaffRepository,
    private readonly rooms: StaffRooms,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Creates a sign-in. That of a doctor who has an unclaimed one takes its place: she is the author of what was imported
   * in her name.
   * @throws AppError `email_taken`, `doctor_has_sign_in`, `validation_failed`, `too_many_sign_ins`
   */
  async create(actor: Actor, request: CreateUser): Promise<User> {
    const { password, doctorId = null, departmentId = null, ...fields } = request;
    const party = { network: '', account: actor.userId, isKnown: true };
    const passwordHash = await this.rooms.passwords.hash(password, party);
    return this.writes.run(actor, async (tx) => {
      const unclaimed = doctorId === null ? null : await this.staff.lockUnclaimed(tx, doctorId);
      const user: User = {
        ...fields,
        id: unclaimed?.id ?? newId(),
        email: normalEmail(request.email),
        displayName: tidyName(request.displayName),
        patientId: null,
        doctorId,
        departmentId,
        isActive: true,
        canSignIn: true,
        passwordResetAt: null,
        version: (unclaimed?.version ?? 0) + 1,
      };
      await this.#requirePlace(tx, user);
      await orTaken(
        unclaimed ? this.staff.claim(tx, user, passwordHash) : this.staff.insert(tx, user, passwordHash),
      );
      await this.events.append(tx, actor, userEvent(unclaimed ? 'claimed' : 'created', user));
      return this.#stored(tx, user.id);
    });
  }

  /**
   * Inserts, inside the caller's transaction, a doctor's sign-in that is inactive and that no password opens: it stands
   * for her as an author until an admin creates hers. The caller has just inserted the doctor.
   * @throws AppError `email_taken`, `doctor_has_sign_in`
   */
  async insertUnclaimed(
    tx: Tx,
    actor: Actor,
    { email, displayName, doctorId }: UnclaimedDoctor,
  ): Promise<User> {
    const user: User = {
      id: newId(),
      email: normalEmail(email),
      displayName: tidyName(displayName),
      role: 'doctor',
      patientId: null,
      doctorId,
      departmentId: null,
      isActive: false,
      canSignIn: false,
      passwordResetAt: null,
      version: 1,
    };
    await orTaken(this.staff.insert(tx, user, noPasswordHash));
    await this.events.append(tx, actor, userEvent('created', user));
    return user;
  }

  /** @throws AppError `user_not_found` */
  async get(id: string): Promise<User> {
    return shownToAdmin(found(await this.staff.maybeUser(id)));
  }

  /** @throws AppError `validation_failed` for a role of staff among patients */
  async list({
    limit = defaultPageSize,
    cursor,
    isPatient = false,
    ...filter
  }: ListUsers): Promise<Page<User>> {
    const { role, isActive, doctorId, patientId } = filter;
    if (isPatient && role !== undefined) throw invalid('query.role', 'must be absent with isPatient');
    const list = JSON.stringify(['users', isPatient, role, isActive, doctorId, patientId]);
    const after = cursor ? this.cursors.decode(list, cursor) : null;
    if (isPatient) {
      const patients = await this.staff.listPatients(filter, limit, after);
      return this.cursors.page(list, patients.map(shownToAdmin), limit, ({ id }) => ({ value: '', id }));
    }
    const rows = await this.staff.list(filter, limit, after);
    return this.cursors.page(list, rows, limit, ({ id, email: value }) => ({ value, id }));
  }

  /**
   * Changes name, role or department. Another role ends all sessions, so that nobody goes on with the old one.
   * @throws AppError `user_not_found`, `own_account`, `last_admin`, `doctor_has_sign_in`, `version_stale`
   */
  update(actor: Actor, id: string, request: UpdateUser, ifMatch: string | undefined): Promise<User> {
    return this.writes.run(actor, async (tx) => {
      const admins = await this.#lockAdmins(tx, actor);
      const current = found(await this.staff.lock(tx, id));
      requireVersion(ifMatch, current.version);
      const next = changed(current, request);
      const hasNewRights = next.role !== current.role || next.doctorId !== current.doctorId;
      if (hasNewRights) requireOther(actor, id);
      if (next.role !== 'admin') requireAdminLeft(admins, id);
      await this.#requirePlace(tx, next);
      if (hasNewRights) await this.rooms.auth.endSessionsOf(tx, id);
      return this.#store(tx, actor, next, 'updated');
    });
  }

  /** Of staff or a patient: ends all sessions of the user at once. @throws AppError `user_not_found`, `own_account`, `last_admin` */
  deactivate(actor: Actor, id: string): Promise<User> {
    return this.writes.run(actor, async (tx) => {
      const admins = await this.#lockAdmins(tx, actor);
      const current = found(await this.staff.lockAny(tx, id));
      requireOther(actor, id);
      if (!current.isActive) return shownToAdmin(current);
      requireAdminLeft(admins, id);
      await this.rooms.auth.endSessionsOf(tx, id);
      return this.#setActive(tx, actor, current, false);
    });
  }

  /** Of staff or a patient. It lets nobody in whose person is deactivated. @throws AppError `user_not_found` */
  activate(actor: Actor, id: string): Promise<User> {
    return this.writes.run(actor, async (tx) => {
      await this.#lockAdmins(tx, actor);
      const current = found(await this.staff.lockAny(tx, id));
      return current.isActive ? shownToAdmin(current) : this.#setActive(tx, actor, current, true);
    });
  }

  /**
   * The active admins, locked until the transaction ends. The actor must still be one of them: who was deactivated
   * a moment ago changes nobody any more.
   */
  async #lockAdmins(tx: Tx, actor: Actor): Promise<string[]> {
    const admins = await this.staff.lockActiveAdmins(tx);
    if (!admins.includes(actor.userId)) throw sessionEnded();
    return admins;
  }

  async #setActive(tx: Tx, actor: Actor, current: User, isActive: boolean): Promise<User> {
    const next = { ...current, isActive, version: current.version + 1 };
    await this.staff.setActive(tx, next);
    await this.events.append(tx, actor, userEvent(isActive ? 'activated' : 'deactivated', next));
    return shownToAdmin(await this.#stored(tx, current.id));
  }

  /** As it is now: whether anybody gets in with it depends on more than its own row. */
  async #stored(tx: Tx, id: string): Promise<User> {
    return found(await this.staff.maybeUser(id, tx));
  }

  async #store(tx: Tx, actor: Actor, changedUser: User, verb: string): Promise<User> {
    const next = { ...changedUser, version: changedUser.version + 1 };
    await orTaken(this.staff.update(tx, next));
    await this.events.append(tx, actor, userEvent(verb, next));
    return this.#stored(tx, next.id);
  }

  /** @throws AppError `validation_failed` unless doctor and department exist and suit the role */
  async #requirePlace(tx: Tx, { role, doctorId, departmentId }: User): Promise<void> {
    if ((role === 'doctor') !== (doctorId !== null))
      throw invalid('body.doctorId', 'must be given for the role doctor, and only there');
    if (role === 'nurse' && departmentId === null)
      throw invalid('body.departmentId', 'must be given for the role nurse');
    if (doctorId !== null && !(await this.rooms.doctors.exists(tx, doctorId)))
      throw invalid('body.doctorId', 'must be a doctor of this clinic');
    if (departmentId !== null && !(await this.rooms.departments.lockActive(tx, departmentId)))
      throw invalid('body.departmentId', 'must be an active department');
  }
}

function changed(current: User, request: UpdateUser): User {
  const role = request.role ?? current.role;
  const keptDoctorId = role === 'doctor' ? current.doctorId : null;
  return {
    ...current,
    role,
    displayName: tidyName(request.displayName ?? current.displayName),
    doctorId: request.doctorId ?? keptDoctorId,
    departmentId: request.departmentId === undefined ? current.departmentId : request.departmentId,
  };
}

/** An admin reads no demographics: of a patient's sign-in neither name nor address, only whose it is and how it stands. */
const shownToAdmin = (user: User): User =>
  user.role === 'patient' ? { ...user, email: '', displayName: '' } : user;

function requireOther(actor: Actor, id: string): void {
  if (actor.userId === id)
    throw conflict('own_account', { detail: 'Nobody changes the rights of their own account.' });
}

function requireAdminLeft(activeAdmins: string[], withoutId: string): void {
  if (activeAdmins.includes(withoutId) && activeAdmins.length === 1) throw conflict('last_admin');
}

async function orTaken(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isDuplicateKey(error, 'users.users_email')) throw conflict('email_taken');
    if (isDuplicateKey(error, 'users.users_doctor')) throw conflict('doctor_has_sign_in');
    throw error;
  }
}

const userEvent = (verb: string, { id, role }: User) => ({
  kind: `user.${verb}`,
  subjectId: id,
  patientId: null,
  payload: { role },
});

function found(user: User | null): User {
  if (!user) throw notFound('user_not_found');
  return user;
}
