import { type Document, UUID } from 'mongodb';
import { type OwnFacts, ownSymptomFrequency } from '../../../mongo/pipelines/symptom-frequency.js';
import {
  ownBySpecialization,
  publishedBySpecialization,
} from '../../../mongo/pipelines/symptoms-by-specialization.js';
import {
  ownVitalTrend,
  type ShownCells,
  shownVitalTrend,
  type Trend,
  vitalCellsOf,
} from '../../../mongo/pipelines/vital-trends.js';
import { asOf, requireAsOf } from '../events/pending-events.js';
import { uuidBytes, uuidText } from '../lib/ids.js';
import { type DocumentStore, mongoTimeoutMs } from '../lib/mongo.js';
import type { Database } from '../lib/mysql.js';
import type { SymptomFrequencyRow, VitalTrendRow } from './document-analytics.types.js';
import { live } from './kept.types.js';

/** Numbers that may be shown to those who do not see the people. */
export interface PublishedQuery {
  /** `YYYY-MM`, `YYYY` or `ever`. */
  period: string;
  departmentId: string | null;
  ageBand: string | null;
}

export interface SpecializationCount {
  specializationId: string;
  symptom: string;
  count: number;
}

const limits = { maxTimeMS: mongoTimeoutMs };

/** Reads what is kept about observations, in MongoDB, and what MySQL says beside it. */
export class DocumentAnalyticsRepository {
  constructor(
    private readonly db: Database,
    private readonly store: DocumentStore,
  ) {}

  /**
   * Until when the numbers are complete. Ask before the numbers: they may then hold more than it says, never less.
   * @throws AppError `analytics_building`
   */
  async asOf(): Promise<string> {
    const row = await this.db.read.selectNoFrom(asOf('documents').as('as_of')).executeTakeFirstOrThrow();
    return requireAsOf(row.as_of);
  }

  async ownSymptoms(of: OwnFacts, limit: number): Promise<SymptomFrequencyRow[]> {
    return this.#aggregate(live.facts.symptoms, ownSymptomFrequency(of, limit));
  }

  async publishedSymptoms(query: PublishedQuery, limit: number): Promise<SymptomFrequencyRow[]> {
    const { period, departmentId, ageBand } = query;
    return this.store.db
      .collection(live.symptomCounts)
      .find(
        {
          period: { $eq: period },
          departmentId: { $eq: maybeUuid(departmentId) },
          ageBand: { $eq: ageBand },
          specialties: { $eq: null },
        },
        limits,
      )
      .project<SymptomFrequencyRow>({ _id: 0, symptom: 1, observations: 1 })
      .sort({ observations: -1, symptom: 1 })
      .limit(limit)
      .toArray();
  }

  /** Whether anything of that is withheld: cells that are shown less deep than the query goes. */
  async areSymptomsWithheld(query: PublishedQuery, levels: number): Promise<boolean> {
    const { period, departmentId, ageBand } = query;
    const filter: Document = {
      shown: { $in: Array.from({ length: levels }, (_none, level) => level) },
      ...(period !== 'ever' && { month: period.length === 4 ? monthsOf(period) : { $eq: period } }),
      ...(departmentId && { departmentId: { $eq: new UUID(departmentId) } }),
      ...(ageBand && { ageBand: { $eq: ageBand } }),
    };
    return this.#isAny(live.cells.symptoms, filter);
  }

  async ownBySpecialization(of: OwnFacts, top: number): Promise<SpecializationCount[]> {
    return this.#aggregate(live.facts.symptoms, ownBySpecialization(of, top));
  }

  async publishedBySpecialization(
    { period, departmentId }: Omit<PublishedQuery, 'ageBand'>,
    top: number,
  ): Promise<SpecializationCount[]> {
    const of = { period, departmentId: maybeUuid(departmentId) };
    return this.#aggregate(live.symptomCounts, publishedBySpecialization(of, top));
  }

  async specializationNames(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.read
      .selectFrom('specializations')
      .select(['id', 'name'])
      .where('id', 'in', ids.map(uuidBytes))
      .execute();
    return new Map(rows.map((row) => [uuidText(row.id), row.name]));
  }

  async ownVitals(of: OwnFacts, trend: Trend): Promise<VitalTrendRow[]> {
    return this.#aggregate(live.facts.vitals, ownVitalTrend(of, trend));
  }

  async shownVitals(of: ShownCells, trend: Trend): Promise<VitalTrendRow[]> {
    return this.#aggregate(live.cells.vitals, shownVitalTrend(of, trend));
  }

  async areVitalsWithheld(of: ShownCells, trend: Trend): Promise<boolean> {
    const filter = { ...vitalCellsOf(of, trend), shown: { $lt: of.shownAtLeast } };
    return this.#isAny(live.cells.vitals, filter);
  }

  async #isAny(collection: string, filter: Document): Promise<boolean> {
    const found = await this.store.db
      .collection(collection)
      .findOne(filter, { ...limits, projection: { _id: 1 } });
    return found !== null;
  }

  async #aggregate<R extends object>(collection: string, pipeline: Document[]): Promise<R[]> {
    return this.store.db.collection(collection).aggregate<R>(pipeline, limits).toArray();
  }
}

const maybeUuid = (id: string | null): UUID | null => (id === null ? null : new UUID(id));

const monthsOf = (year: string): Document => ({ $gte: `${year}-01`, $lte: `${year}-12` });
