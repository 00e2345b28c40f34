import { type AnyBulkWriteOperation, type Collection, type Document, UUID } from 'mongodb';
import { summedCounts } from '../../../mongo/pipelines/symptom-frequency.js';
import type { DocumentStore } from '../lib/mongo.js';
import type { Grain, KeptNames, Slice, SymptomCell, SymptomCount } from './kept.types.js';

/** A period that symptoms are counted in, and which of them; null: all. */
export interface CountedSymptoms {
  grain: Grain;
  /** `YYYY-MM`, `YYYY` or `ever`. */
  period: string;
  symptoms: readonly string[] | null;
}

/** What kept counts lack to be as they should be. */
export interface CountChanges {
  gone: string[];
  changed: SymptomCount[];
}

/** How often symptoms were named, as far as that may be shown to those who do not see the people. */
export class SymptomCountsRepository {
  constructor(
    private readonly store: DocumentStore,
    private readonly names: KeptNames,
  ) {}

  /** @param cells all cells of these symptoms in that month, with how much of each is shown */
  async changesOfMonth(
    of: CountedSymptoms,
    cells: readonly SymptomCell[],
    shown: ReadonlyMap<string, number>,
  ): Promise<CountChanges> {
    const counts = new Map<string, SymptomCount>();
    for (const cell of cells)
      for (const slice of shownSlices(cell, shown.get(cell._id) ?? 0))
        add(counts, of, cell.symptom, slice, cell.observations);
    return changesBetween(await this.#kept(of), counts);
  }

  /** Of a year: the sum of what is shown of its months. Ever: of the years. */
  async changesOfSum(of: CountedSymptoms): Promise<CountChanges> {
    const parts: Document = of.grain === 'year' ? { grain: 'month', year: of.period } : { grain: 'year' };
    const only = of.symptoms && { symptom: { $in: of.symptoms } };
    const summing = this.#collection()
      .aggregate<Slice & { symptom: string; observations: number }>(summedCounts({ ...only, ...parts }))
      .toArray();
    const [sums, kept] = await Promise.all([summing, this.#kept(of)]);
    const counts = new Map<string, SymptomCount>();
    for (const { symptom, observations, departmentId, ...slice } of sums) {
      const place = { ...slice, departmentId: departmentId && String(departmentId) };
      add(counts, of, symptom, place, observations);
    }
    return changesBetween(kept, counts);
  }

  /** What goes, goes first: of what is added up, too little is better than too much. */
  async carryOut({ gone, changed }: CountChanges): Promise<void> {
    const writes: AnyBulkWriteOperation<SymptomCount>[] = [
      ...gone.map((_id) => ({ deleteOne: { filter: { _id: { $eq: _id } } } })),
      ...changed.map((count) => ({
        replaceOne: { filter: { _id: { $eq: count._id } }, replacement: count, upsert: true },
      })),
    ];
    if (writes.length > 0) await this.#collection().bulkWrite(writes);
  }

  /** The periods of a grain that are kept. */
  async periods(grain: Grain): Promise<string[]> {
    return this.#collection().distinct('period', { grain: { $eq: grain } });
  }

  async #kept({ grain, period, symptoms }: CountedSymptoms): Promise<Map<string, number>> {
    const ofSymptoms = symptoms && { symptom: { $in: [...symptoms] }, grain, year: yearOf(grain, period) };
    const filter = { ...ofSymptoms, period: { $eq: period } };
    const kept = await this.#collection()
      .find(filter, { projection: { observations: 1 } })
      .toArray();
    return new Map(kept.map(({ _id, observations }) => [_id, observations]));
  }

  #collection(): Collection<SymptomCount> {
    return this.store.db.collection<SymptomCount>(this.names.symptomCounts);
  }
}

const changesBetween = (
  kept: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, SymptomCount>,
): CountChanges => ({
  gone: [...kept.keys()].filter((key) => !counts.has(key)),
  changed: [...counts.values()].filter(({ _id, observations }) => kept.get(_id) !== observations),
});

const yearOf = (grain: Grain, period: string): string | null =>
  grain === 'ever' ? null : period.slice(0, 4);

const everything: Slice = { departmentId: null, ageBand: null, specialties: null };

/** The slices that a cell counts for, as deep as it is shown: clinic, department, specialties, age band. */
function shownSlices(cell: SymptomCell, levels: number): Slice[] {
  const departmentId = String(cell.departmentId);
  const { ageBand, specialties } = cell;
  const slices: Slice[][] = [
    [everything],
    [{ ...everything, departmentId }],
    [
      { ...everything, specialties },
      { ...everything, departmentId, specialties },
    ],
    [
      { ...everything, ageBand },
      { ...everything, departmentId, ageBand },
    ],
  ];
  return slices.slice(0, levels).flat();
}

function add(
  counts: Map<string, SymptomCount>,
  { grain, period }: CountedSymptoms,
  symptom: string,
  slice: Slice,
  observations: number,
): void {
  const { departmentId, ageBand, specialties } = slice;
  const _id = JSON.stringify([period, departmentId, specialties, ageBand, symptom]);
  const known = counts.get(_id);
  if (known) known.observations += observations;
  else
    counts.set(_id, {
      _id,
      grain,
      year: yearOf(grain, period),
      period,
      symptom,
      departmentId: departmentId === null ? null : new UUID(departmentId),
      ageBand,
      specialties,
      observations,
    });
}
