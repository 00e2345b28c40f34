import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, notFound } from '../lib/errors.js';
import { requireVersion } from '../lib/etag.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import { isDuplicateKey, type Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize, type Page } from '../lib/paging.js';
import { tidyName } from '../lib/person.js';
import type { SpecializationsRepository } from './specializations.repository.js';
import type {
  CreateSpecialization,
  ListSpecializations,
  Specialization,
  UpdateSpecialization,
} from './specializations.types.js';

export class SpecializationsService {
  constructor(
    private readonly specializations: SpecializationsRepository,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /** @throws AppError `name_taken` */
  create(actor: Actor, request: CreateSpecialization): Promise<Specialization> {
    return this.writes.run(actor, (tx) => this.insert(tx, actor, request));
  }

  /** Creates a specialization inside the caller's transaction. @throws AppError `name_taken` */
  async insert(tx: Tx, actor: Actor, request: CreateSpecialization): Promise<Specialization> {
    const id = newId();
    const specialization = { name: tidyName(request.name) };
    await orNameTaken(this.specializations.insert(tx, id, specialization));
    await this.events.append(tx, actor, specializationEvent('created', id));
    return { id, ...specialization, isActive: true, version: 1 };
  }

  /** @throws AppError `specialization_not_found` */
  async get(id: string): Promise<Specialization> {
    return found(await this.specializations.maybeSpecialization(id));
  }

  async list({
    isActive = true,
    limit = defaultPageSize,
    cursor,
  }: ListSpecializations): Promise<Page<Specialization>> {
    const list = JSON.stringify(['specializations', isActive]);
    const after = cursor ? this.cursors.decode(list, cursor) : null;
    const rows = await this.specializations.list(isActive, limit, after);
    return this.cursors.page(list, rows, limit, ({ id, name }) => ({ value: name, id }));
  }

  /** @throws AppError `specialization_not_found`, `version_stale`, `name_taken` */
  update(
    actor: Actor,
    id: string,
    request: UpdateSpecialization,
    ifMatch: string | undefined,
  ): Promise<Specialization> {
    return this.writes.run(actor, async (tx) => {
      const current = found(await this.specializations.lock(tx, id));
      requireVersion(ifMatch, current.version);
      return this.#store(tx, actor, { ...current, name: tidyName(request.name) }, 'updated');
    });
  }

  /** @throws AppError `specialization_not_found`; `specialization_in_use` while active doctors have it */
  deactivate(actor: Actor, id: string): Promise<Specialization> {
    return this.writes.run(actor, async (tx) => {
      const current = found(await this.specializations.lock(tx, id));
      if (!current.isActive) return current;
      if (await this.specializations.hasActiveDoctors(tx, id)) throw conflict('specialization_in_use');
      return this.#store(tx, actor, { ...current, isActive: false }, 'deactivated');
    });
  }

  /** @throws AppError `specialization_not_found` */
  activate(actor: Actor, id: string): Promise<Specialization> {
    return this.writes.run(actor, async (tx) => {
      const current = found(await this.specializations.lock(tx, id));
      return current.isActive ? current : this.#store(tx, actor, { ...current, isActive: true }, 'activated');
    });
  }

  /** The active ones among these, kept so until the transaction ends: fewer than asked for when one is not. */
  lockActive(tx: Tx, ids: string[]): Promise<Specialization[]> {
    return this.specializations.lockActive(tx, ids);
  }

  /** The specialization of this name, in any case and with or without accents, kept until the transaction ends. */
  lockByName(tx: Tx, name: string): Promise<Specialization | null> {
    return this.specializations.lockByName(tx, tidyName(name));
  }

  async #store(tx: Tx, actor: Actor, changed: Specialization, verb: string): Promise<Specialization> {
    const next = { ...changed, version: changed.version + 1 };
    await orNameTaken(this.specializations.update(tx, next));
    await this.events.append(tx, actor, specializationEvent(verb, next.id));
    return next;
  }
}

const specializationEvent = (verb: string, id: string) => ({
  kind: `specialization.${verb}`,
  subjectId: id,
  patientId: null,
  payload: {},
});

async function orNameTaken(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isDuplicateKey(error, 'specializations.specializations_name'))
      throw conflict('name_taken', { detail: 'There is a specialization of this name already.' });
    throw error;
  }
}

function found(specialization: Specialization | null): Specialization {
  if (!specialization) throw notFound('specialization_not_found');
  return specialization;
}
