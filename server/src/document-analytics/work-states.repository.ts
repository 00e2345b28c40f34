import type { Collection } from 'mongodb';
import { analyticStates } from '../../../mongo/collections/document-analytics.js';
import type { DocumentStore } from '../lib/mongo.js';
import type { Subject } from './facts.js';
import { type Topic, topics } from './kept.types.js';

interface WorkState {
  _id: string;
  /** The cells that something is being taken out of. */
  cells?: (Subject & { key: string })[];
  /** What each doctor was a specialist in when her facts were counted. */
  specialties?: Record<string, string>;
}

const specialtiesId = 'specialties';
const leavingId = (topic: Topic): string => `leaving ${topic}`;

/** What the analytics of documents remember of their own work. */
export class WorkStatesRepository {
  constructor(private readonly store: DocumentStore) {}

  /**
   * Cells that facts are about to leave. A batch that is cut short finds them here: the facts do not name them any
   * more.
   */
  async noteLeaving(topic: Topic, cells: ReadonlyMap<string, Subject>): Promise<void> {
    const each = [...cells].map(([key, { month, name }]) => ({ key, month, name }));
    await this.#collection().updateOne(
      { _id: { $eq: leavingId(topic) } },
      { $addToSet: { cells: { $each: each } } },
      { upsert: true },
    );
  }

  async leaving(topic: Topic): Promise<Map<string, Subject>> {
    const state = await this.#collection().findOne({ _id: { $eq: leavingId(topic) } });
    return new Map((state?.cells ?? []).map(({ key, month, name }) => [key, { month, name }]));
  }

  async forgetLeaving(topic?: Topic): Promise<void> {
    const ids = topic ? [leavingId(topic)] : topics.map(leavingId);
    await this.#collection().deleteMany({ _id: { $in: ids } });
  }

  /** By doctor; null when nothing was ever counted here. */
  async specialties(): Promise<Map<string, string> | null> {
    const state = await this.#collection().findOne({ _id: { $eq: specialtiesId } });
    return state ? new Map(Object.entries(state.specialties ?? {})) : null;
  }

  /** Replaces what was kept. */
  async keepSpecialties(ofDoctors: ReadonlyMap<string, string>): Promise<void> {
    await this.#collection().updateOne(
      { _id: { $eq: specialtiesId } },
      { $set: { specialties: Object.fromEntries(ofDoctors) } },
      { upsert: true },
    );
  }

  /** Adds doctors who were not there yet; what is kept of the others stays. */
  async addSpecialties(ofDoctors: ReadonlyMap<string, string>): Promise<void> {
    const known = await this.specialties();
    const fresh = [...ofDoctors].filter(([doctorId]) => !known?.has(doctorId));
    if (fresh.length === 0) return;
    const fields = fresh.map(([doctorId, specialties]) => [`specialties.${doctorId}`, specialties]);
    await this.#collection().updateOne(
      { _id: { $eq: specialtiesId } },
      { $set: Object.fromEntries(fields) },
      { upsert: true },
    );
  }

  #collection(): Collection<WorkState> {
    return this.store.db.collection<WorkState>(analyticStates.name);
  }
}
