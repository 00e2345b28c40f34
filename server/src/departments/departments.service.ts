import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import { isDuplicateKey, type Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize, type Page } from '../lib/paging.js';
import { tidyName } from '../lib/person.js';
import type { DepartmentsRepository } from './departments.repository.js';
import type { CreateDepartment, Department, ListDepartments, UpdateDepartment } from './departments.types.js';

export class DepartmentsService {
  constructor(
    private readonly departments: DepartmentsRepository,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /** @throws AppError `name_taken` */
  create(actor: Actor, request: CreateDepartment): Promise<Department> {
    return this.writes.run(actor, (tx) => this.insert(tx, actor, request));
  }

  /** Creates a department inside the caller's transaction. @throws AppError `name_taken` */
  async insert(tx: Tx, actor: Actor, request: CreateDepartment): Promise<Department> {
    const id = newId();
    const department = { name: tidyName(request.name), location: request.location.trim() };
    await orNameTaken(this.departments.insert(tx, id, department));
    await this.events.append(tx, actor, departmentEvent('created', id));
    return { id, ...department, isActive: true, version: 1 };
  }

  /** @throws AppError `department_not_found` */
  async get(id: string): Promise<Department> {
    return found(await this.departments.maybeDepartment(id));
  }

  async list({
    isActive = true,
    limit = defaultPageSize,
    cursor,
  }: ListDepartments): Promise<Page<Department>> {
    const list = JSON.stringify(['departments', isActive]);
    const after = cursor ? this.cursors.decode(list, cursor) : null;
    const rows = await this.departments.list(isActive, limit, after);
    return this.cursors.page(list, rows, limit, ({ id, name }) => ({ value: name, id }));
  }

  /** @throws AppError `department_not_found`, `version_stale`, `name_taken` */
  update(
    actor: Actor,
    id: string,
    request: UpdateDepartment,
    ifMatch: string | undefined,
  ): Promise<Department> {
    return this.writes.run(actor, async (tx) => {
      const current = found(await this.departments.lock(tx, id, 'update'));
      requireVersion(ifMatch, current.version);
      const { name, location } = { name: tidyName(request.name), location: request.location.trim() };
      return this.#store(tx, actor, { ...current, name, location }, 'updated');
    });
  }

  /** @throws AppError `department_not_found`; `department_in_use` while active doctors belong to it */
  deactivate(actor: Actor, id: string): Promise<Department> {
    return this.writes.run(actor, async (tx) => {
      const current = found(await this.departments.lock(tx, id, 'update'));
      if (!current.isActive) return current;
      if (await this.departments.hasActiveDoctors(tx, id)) throw conflict('department_in_use');
      return this.#store(tx, actor, { ...current, isActive: false }, 'deactivated');
    });
  }

  /** @throws AppError `department_not_found` */
  activate(actor: Actor, id: string): Promise<Department> {
    return this.writes.run(actor, async (tx) => {
      const current = found(await this.departments.lock(tx, id, 'update'));
      return current.isActive ? current : this.#store(tx, actor, { ...current, isActive: true }, 'activated');
    });
  }

  /** The department while it is active, kept so until the transaction ends; else `null`. */
  async lockActive(tx: Tx, id: string): Promise<Department | null> {
    const department = await this.departments.lock(tx, id, 'share');
    return department?.isActive ? department : null;
  }

  async #store(tx: Tx, actor: Actor, changed: Department, verb: string): Promise<Department> {
    const next = { ...changed, version: changed.version + 1 };
    await orNameTaken(this.departments.update(tx, next));
    await this.events.append(tx, actor, departmentEvent(verb, next.id));
    return next;
  }
}

const departmentEvent = (verb: string, id: string) => ({
  kind: `department.${verb}`,
  subjectId: id,
  patientId: null,
  payload: {},
});

async function orNameTaken(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isDuplicateKey(error, 'departments.departments_name'))
      throw conflict('name_taken', { detail: 'There is a department of this name already.' });
    throw error;
  }
}

function found(department: Department | null): Department {
  if (!department) throw notFound('department_not_found');
  return department;
}
