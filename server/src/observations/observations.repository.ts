import { sql } from 'kysely';
import type { Scope } from '../access/policy.js';
import { inScope } from '../access/scope-filter.js';
import type { DocumentRef } from '../documents/documents.types.js';
import type { Actor } from '../lib/actor.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import type { ObservationKind, ObservationRef, ObservationState } from './observations.types.js';

export interface ObservationFilter {
  recordUuid?: string | undefined;
  patientId?: string | undefined;
  kind?: ObservationKind | undefined;
}

/** An observation without its parts, and where they are. */
export interface FoundObservation {
  observation: ObservationRef;
  document: DocumentRef;
}

const columns = [
  'observation_refs.id',
  'observation_refs.record_id',
  'observation_refs.patient_id',
  'observation_refs.author_id',
  'observation_refs.kind',
  'observation_refs.state',
  'observation_refs.sha256',
  'observation_refs.observed_at',
  'observation_refs.created_at',
] as const;

export class ObservationsRepository {
  constructor(private readonly db: Database) {}

  async maybeVisible(actor: Actor, scope: Scope, id: string): Promise<FoundObservation | null> {
    const row = await this.db.read
      .selectFrom('observation_refs')
      .leftJoin('document_outbox', 'document_outbox.document_id', 'observation_refs.id')
      .select([...columns, 'document_outbox.sealed_body'])
      .where('observation_refs.id', '=', uuidBytes(id))
      .where(isVisibleTo(actor, scope))
      .executeTakeFirst();
    return row ? foundOf(row) : null;
  }

  /** Latest first. */
  async list(
    actor: Actor,
    scope: Scope,
    filter: ObservationFilter,
    after: Position | null,
    atMost: number,
  ): Promise<FoundObservation[]> {
    let query = this.db.read.selectFrom('observation_refs').select(columns).where(isVisibleTo(actor, scope));
    if (filter.recordUuid)
      query = query.where('observation_refs.record_id', '=', uuidBytes(filter.recordUuid));
    if (filter.patientId)
      query = query.where('observation_refs.patient_id', '=', uuidBytes(filter.patientId));
    if (filter.kind) query = query.where('observation_refs.kind', '=', filter.kind);
    if (after) {
      const position = { value: new Date(after.value), id: after.id };
      query = query.where(
        afterPosition('observation_refs.observed_at', 'observation_refs.id', 'desc', position),
      );
    }
    const rows = await query
      .orderBy('observation_refs.observed_at', 'desc')
      .orderBy('observation_refs.id', 'desc')
      .limit(atMost)
      .execute();
    return rows.map(foundOf);
  }

  /** Locks an observation of the actor's own until the transaction ends. */
  async lockOwn(tx: Tx, actor: Actor, scope: Scope, id: string): Promise<ObservationRef | null> {
    const row = await tx
      .selectFrom('observation_refs')
      .select(columns)
      .where('observation_refs.id', '=', uuidBytes(id))
      .where(isOwn(actor))
      .where(inScope(scope, { patientId: 'observation_refs.patient_id' }))
      .forUpdate(['observation_refs'])
      .executeTakeFirst();
    return row ? foundOf(row).observation : null;
  }

  async insert(tx: Tx, observation: ObservationRef): Promise<void> {
    await tx
      .insertInto('observation_refs')
      .values({
        id: uuidBytes(observation.id),
        record_id: uuidBytes(observation.recordUuid),
        patient_id: uuidBytes(observation.patientId),
        author_id: uuidBytes(observation.authorId),
        kind: observation.kind,
        state: observation.state,
        sha256: Buffer.from(observation.sha256, 'hex'),
        observed_at: new Date(observation.observedAt),
        created_at: new Date(observation.createdAt),
      })
      .execute();
  }

  async withdraw(tx: Tx, id: string, reason: string): Promise<void> {
    await tx
      .updateTable('observation_refs')
      .set({ state: 'entered_in_error' satisfies ObservationState, withdraw_reason: reason })
      .where('id', '=', uuidBytes(id))
      .execute();
  }
}

/** Within the scope: what is final, and everything of one's own. */
const isVisibleTo = (actor: Actor, scope: Scope) =>
  sql<boolean>`(${inScope(scope, { patientId: 'observation_refs.patient_id' })}
    and (observation_refs.state = 'final' or ${isOwn(actor)}))`;

const isOwn = (actor: Actor) => sql<boolean>`observation_refs.author_id = ${uuidBytes(actor.userId)}`;

function foundOf(row: {
  id: Buffer;
  record_id: Buffer;
  patient_id: Buffer;
  author_id: Buffer;
  kind: string;
  state: string;
  sha256: Buffer;
  observed_at: Date;
  created_at: Date;
  sealed_body?: Buffer | null;
}): FoundObservation {
  const id = uuidText(row.id);
  const observation: ObservationRef = {
    id,
    recordUuid: uuidText(row.record_id),
    patientId: uuidText(row.patient_id),
    authorId: uuidText(row.author_id),
    kind: row.kind as ObservationKind,
    state: row.state as ObservationState,
    observedAt: row.observed_at.toISOString(),
    sha256: row.sha256.toString('hex'),
    createdAt: row.created_at.toISOString(),
  };
  const document = {
    documentId: id,
    collection: 'observations' as const,
    sha256: row.sha256,
    sealedBody: row.sealed_body,
  };
  return { observation, document };
}
