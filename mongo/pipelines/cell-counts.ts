import type { Document, UUID } from 'mongodb';

/** Which cells to count: some, by their keys, or all of a department's month. */
export type CountedCells = { keys: readonly string[] } | { month: string; departmentId: UUID | null };

/** Of people no more are kept than matter: whether there are that many. The union of such sets says so as well. */
export const peopleKept = 11;

/** Counts cells from the facts that name them. `dimensions` are accumulators beside the counts. */
export const cellCounts = (counted: CountedCells, dimensions: Document): Document[] => [
  // The facts that name one of the cells, or that happened there and then.
  { $match: 'keys' in counted ? { 'findings.cell': { $in: counted.keys } } : factsOf(counted) },
  { $unwind: '$findings' },
  // A fact that names one of the cells may name others as well.
  ...('keys' in counted ? [{ $match: { 'findings.cell': { $in: counted.keys } } }] : []),
  {
    $group: {
      _id: '$findings.cell',
      month: { $first: '$month' },
      departmentId: { $first: '$departmentId' },
      ...dimensions,
      observations: { $sum: 1 },
      people: { $addToSet: '$patientId' },
    },
  },
  { $set: { people: { $slice: ['$people', peopleKept] } } },
];

/** Puts counted cells in their place, and leaves beside them what says how much of them is shown. */
export const mergedInto = (collection: string, stamp: string): Document[] => [
  { $set: { stamp } },
  { $merge: { into: collection, whenMatched: 'merge', whenNotMatched: 'insert' } },
];

export const symptomDimensions: Document = {
  specialties: { $first: '$specialties' },
  ageBand: { $first: '$ageBand' },
  symptom: { $first: '$findings.symptom' },
};

export const vitalDimensions: Document = {
  day: { $first: '$day' },
  code: { $first: '$findings.code' },
  name: { $first: '$findings.name' },
  unit: { $first: '$findings.unit' },
  sum: { $sum: '$findings.value' },
};

const factsOf = ({ month, departmentId }: { month: string; departmentId: UUID | null }): Document => ({
  month: { $eq: month },
  ...(departmentId && { departmentId: { $eq: departmentId } }),
});
