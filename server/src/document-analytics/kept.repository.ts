import { type AnyBulkWriteOperation, type Collection, UUID } from 'mongodb';
import {
  type CountedCells,
  cellCounts,
  mergedInto,
  peopleKept,
  symptomDimensions,
  vitalDimensions,
} from '../../../mongo/pipelines/cell-counts.js';
import { newId } from '../lib/ids.js';
import type { DocumentStore } from '../lib/mongo.js';
import type { Cell, Fact, KeptNames, SymptomCell, Topic, VitalCell } from './kept.types.js';

export type CellOf<T extends Topic> = T extends 'symptoms' ? SymptomCell : VitalCell;

const dimensions = { symptoms: symptomDimensions, vitals: vitalDimensions };
const subjectField = { symptoms: 'symptom', vitals: 'name' } as const;
const keysAtOnce = 500;

/** Where there are enough people nobody asks who they are: most of what would be read. */
const withoutMany = {
  isLarge: { $gte: [{ $size: '$people' }, peopleKept] },
  people: { $cond: [{ $gte: [{ $size: '$people' }, peopleKept] }, [], '$people'] },
  month: 1,
  departmentId: 1,
  observations: 1,
  shown: 1,
  ...Object.fromEntries(
    [symptomDimensions, vitalDimensions].flatMap(Object.keys).map((dimension) => [dimension, 1]),
  ),
};

/** Facts and cells in MongoDB, of one set of collections. */
export class KeptRepository {
  constructor(
    private readonly store: DocumentStore,
    private readonly names: KeptNames,
  ) {}

  /** In order of their ids. */
  async facts(topic: Topic, ids: readonly string[]): Promise<Fact[]> {
    if (ids.length === 0) return [];
    return this.#facts(topic)
      .find({ _id: { $in: ids.map((id) => new UUID(id)) } })
      .toArray();
  }

  /** The ids of facts behind one and up to another; without bounds from the first or to the last. */
  async factIds(topic: Topic, after: string | null, upTo: string | null, atMost: number): Promise<string[]> {
    const range = {
      ...(after !== null && { $gt: new UUID(after) }),
      ...(upTo !== null && { $lte: new UUID(upTo) }),
    };
    const facts = await this.#facts(topic)
      .find(Object.keys(range).length > 0 ? { _id: range } : {}, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(atMost)
      .toArray();
    return facts.map(({ _id }) => String(_id));
  }

  /** Writes facts, again if need be. */
  async putFacts(topic: Topic, facts: readonly Fact[]): Promise<void> {
    const writes = facts.map(
      (fact): AnyBulkWriteOperation<Fact> => ({
        replaceOne: { filter: { _id: { $eq: fact._id } }, replacement: fact, upsert: true },
      }),
    );
    if (writes.length > 0) await this.#facts(topic).bulkWrite(writes, { ordered: false });
  }

  /** Writes facts of observations that have none in this set. What a crash loses of it is built again. */
  async addFacts(topic: Topic, facts: readonly Fact[]): Promise<void> {
    if (facts.length === 0) return;
    const writeConcern = { w: 1, journal: false } as const;
    await this.#facts(topic).insertMany([...facts], { ordered: false, writeConcern });
  }

  async dropFacts(topic: Topic, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#facts(topic).deleteMany({ _id: { $in: ids.map((id) => new UUID(id)) } });
  }

  /** The months that facts are of, and the departments of each: read from an index alone. */
  async places(topic: Topic): Promise<Map<string, UUID[]>> {
    const places = new Map<string, UUID[]>();
    const months: string[] = await this.#facts(topic).distinct('month');
    for (const month of months.sort())
      places.set(month, await this.#facts(topic).distinct('departmentId', { month: { $eq: month } }));
    return places;
  }

  /** The months that cells are of. */
  async cellMonths(topic: Topic): Promise<string[]> {
    return this.#cells(topic).distinct('month');
  }

  /** Counts cells again from the facts that name them; those that no fact names any more go. */
  async recount(topic: Topic, keys: readonly string[]): Promise<void> {
    for (let start = 0; start < keys.length; start += keysAtOnce) {
      const some = keys.slice(start, start + keysAtOnce);
      const stamp = newId();
      await this.#merge(topic, { keys: some }, stamp);
      await this.#cells(topic).deleteMany({ _id: { $in: some }, stamp: { $ne: stamp } });
    }
  }

  /** Counts all cells of a department's month, where none are yet. */
  async countAll(topic: Topic, month: string, departmentId: UUID): Promise<void> {
    await this.#merge(topic, { month, departmentId }, newId());
  }

  /** What the cells of a month should be, by the facts. */
  async countedCells(topic: Topic, month: string, departmentId: UUID): Promise<Cell[]> {
    return this.#facts(topic)
      .aggregate<Cell>(cellCounts({ month, departmentId }, dimensions[topic]))
      .toArray();
  }

  /** The cells of a month about these symptoms or vitals; null: about all. Without people where there are enough. */
  async cells<T extends Topic>(
    topic: T,
    month: string,
    names: readonly string[] | null,
  ): Promise<CellOf<T>[]> {
    const filter = {
      month: { $eq: month },
      ...(names && { [subjectField[topic]]: { $in: names } }),
    };
    return this.#cells(topic).find<CellOf<T>>(filter, { projection: withoutMany }).toArray();
  }

  /** Notes how much of cells may be shown. What may no longer be comes first. */
  async setShown(
    topic: Topic,
    levels: readonly { key: string; was: number; shown: number }[],
  ): Promise<void> {
    if (levels.length === 0) return;
    const writes = levels
      .toSorted((a, b) => a.shown - a.was - (b.shown - b.was))
      .map(
        ({ key, shown }): AnyBulkWriteOperation<Cell> => ({
          updateOne: { filter: { _id: { $eq: key } }, update: { $set: { shown } } },
        }),
      );
    await this.#cells(topic).bulkWrite(writes);
  }

  async #merge(topic: Topic, counted: CountedCells, stamp: string): Promise<void> {
    await this.#facts(topic)
      .aggregate([...cellCounts(counted, dimensions[topic]), ...mergedInto(this.names.cells[topic], stamp)])
      .toArray();
  }

  #facts(topic: Topic): Collection<Fact> {
    return this.store.db.collection<Fact>(this.names.facts[topic]);
  }

  #cells(topic: Topic): Collection<Cell> {
    return this.store.db.collection<Cell>(this.names.cells[topic]);
  }
}
