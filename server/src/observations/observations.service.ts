import { scopeOf } from '../access/policy.js';
import type { JsonObject } from '../documents/canonical-json.js';
import type { DocumentsService } from '../documents/documents.service.js';
import type { NewDocument } from '../documents/documents.types.js';
import type { EventsRepository } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { conflict, invalid, notFound } from '../lib/errors.js';
import type { Writes } from '../lib/idempotency.js';
import { newId } from '../lib/ids.js';
import type { Tx } from '../lib/mysql.js';
import { type Cursors, defaultPageSize, type Page } from '../lib/paging.js';
import type { RecordsService } from '../records/records.service.js';
import { partsAsJson, requireObservation, requireWithinLife } from './observation-rules.js';
import type { ObservationsRepository } from './observations.repository.js';
import type {
  ListObservations,
  NewObservation,
  Observation,
  ObservationContent,
  ObservationParts,
  ObservationRef,
  PostObservation,
  WithdrawObservation,
} from './observations.types.js';

/** An observation made ready: what MySQL will say of it, and the document that MongoDB will keep. */
export interface PreparedObservation {
  observation: ObservationRef;
  document: NewDocument;
}

export class ObservationsService {
  constructor(
    private readonly observations: ObservationsRepository,
    private readonly records: RecordsService,
    private readonly documents: DocumentsService,
    private readonly writes: Writes,
    private readonly events: EventsRepository,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Accepts an observation for a record of this patient. From the commit on it cannot be lost.
   * @throws AppError `record_not_found`, `validation_failed`
   */
  async post(actor: Actor, request: PostObservation): Promise<Observation> {
    const createdAt = new Date();
    const observedAt = requireObservation(request, createdAt);
    const { recordUuid, patientId, kind, vitals, symptoms, data } = request;
    const parts = { ...(vitals && { vitals }), ...(symptoms && { symptoms }), ...(data && { data }) };
    const prepared = this.prepare({
      recordUuid,
      patientId,
      authorId: actor.userId,
      kind,
      observedAt,
      createdAt,
      parts,
    });
    const observation = await this.writes.run(actor, async (tx) => {
      const life = await this.records.validateRecordUuid(
        tx,
        actor,
        'observation.write',
        recordUuid,
        patientId,
      );
      requireWithinLife(parts, observedAt, life, createdAt);
      return this.insert(tx, actor, prepared);
    });
    if (!actor.once?.isReplayed) await this.documents.deliverNow(prepared.document);
    return shown(observation, parts);
  }

  /** @throws AppError `observation_not_found`; `mongo_unavailable` when only MongoDB still has its parts */
  async get(actor: Actor, id: string): Promise<Observation> {
    const found = await this.observations.maybeVisible(actor, scopeOf(actor, 'observation.read'), id);
    if (!found) throw notFound('observation_not_found');
    return shown(found.observation, partsOf(await this.documents.one(found.document)));
  }

  /** Latest first; complete or refused. @throws AppError `mongo_unavailable` */
  async list(actor: Actor, request: ListObservations): Promise<Page<Observation>> {
    const { recordUuid, patientId, kind, limit = defaultPageSize } = request;
    if (recordUuid === undefined && patientId === undefined)
      throw invalid('query.recordUuid', 'is required unless patientId is given');
    const listName = `observations ${JSON.stringify([recordUuid, patientId, kind])}`;
    const after = request.cursor ? this.cursors.decode(listName, request.cursor) : null;
    const filter = { recordUuid, patientId, kind };
    const found = await this.observations.list(
      actor,
      scopeOf(actor, 'observation.read'),
      filter,
      after,
      limit + 1,
    );
    const positionOf = ({ observation }: { observation: ObservationRef }) => ({
      value: observation.observedAt,
      id: observation.id,
    });
    const page = this.cursors.page(listName, found, limit, positionOf);
    const contents = await this.documents.many(
      'observations',
      page.items.map((each) => each.document),
    );
    const items = page.items.map(({ observation }) =>
      shown(observation, partsOf(contents.get(observation.id) ?? {})),
    );
    return { items, nextCursor: page.nextCursor };
  }

  /**
   * Declares one's own observation entered in error: it is kept, and hidden from everybody else.
   * @throws AppError `observation_not_found`; `invalid_transition` when it is withdrawn already
   */
  async withdraw(actor: Actor, id: string, request: WithdrawObservation): Promise<void> {
    await this.writes.run(actor, async (tx) => {
      const own = await this.observations.lockOwn(tx, actor, scopeOf(actor, 'observation.write'), id);
      if (!own) throw notFound('observation_not_found');
      if (own.state === 'entered_in_error')
        throw conflict('invalid_transition', { detail: 'The observation is withdrawn already.' });
      await this.observations.withdraw(tx, id, request.reason);
      await this.#append(tx, actor, 'observation.withdrawn', { ...own, state: 'entered_in_error' });
      return {};
    });
  }

  /** Gives a new observation its id, unless one is given, and its hash. Nothing is stored yet. */
  prepare({ parts, observedAt, createdAt, ...fields }: NewObservation, id = newId()): PreparedObservation {
    const at = { observedAt: observedAt.toISOString(), createdAt: createdAt.toISOString() };
    const content: ObservationContent = { documentId: id, ...fields, ...at, ...partsAsJson(parts) };
    const document = this.documents.prepare('observations', fields.patientId, content);
    const sha256 = document.sha256.toString('hex');
    return { observation: { id, ...fields, state: 'final', ...at, sha256 }, document };
  }

  /** Inserts a prepared observation inside the caller's transaction, with its document, event and audit row. */
  async insert(
    tx: Tx,
    actor: Actor,
    { observation, document }: PreparedObservation,
  ): Promise<ObservationRef> {
    await this.observations.insert(tx, observation);
    await this.documents.accept(tx, document);
    await this.#append(tx, actor, 'observation.posted', observation);
    return observation;
  }

  async #append(tx: Tx, actor: Actor, kind: string, observation: ObservationRef): Promise<void> {
    const { id, patientId, recordUuid, authorId, observedAt, state, sha256 } = observation;
    const payload = { recordUuid, authorId, observationKind: observation.kind, observedAt, state };
    await this.events.append(tx, actor, {
      kind,
      subjectId: id,
      patientId,
      payload,
      detail: { state, sha256 },
    });
  }
}

const shown = (observation: ObservationRef, parts: ObservationParts): Observation => ({
  ...observation,
  ...parts,
});

function partsOf(content: JsonObject): ObservationParts {
  const { vitals, symptoms, data } = content as ObservationParts;
  return { ...(vitals && { vitals }), ...(symptoms && { symptoms }), ...(data && { data }) };
}
