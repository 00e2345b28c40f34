import type { Document, UUID } from 'mongodb';

export interface OwnFacts {
  doctorId: UUID;
  /** Inclusive; null: ever. */
  days: { from: string; to: string } | null;
  departmentId: UUID | null;
  ageBand: string | null;
}

/** How often a doctor's patients named each symptom, and how many of them did, most frequent first. */
export const ownSymptomFrequency = (of: OwnFacts, limit: number): Document[] => [
  { $match: ownFacts(of) },
  { $unwind: '$findings' },
  {
    $group: {
      _id: '$findings.symptom',
      observations: { $sum: 1 },
      people: { $addToSet: '$patientId' },
    },
  },
  { $set: { people: { $size: '$people' } } },
  // The name breaks ties, so that an answer does not change of itself.
  { $sort: { observations: -1, _id: 1 } },
  { $limit: limit },
  // Its fields are an answer's columns, in this order.
  { $replaceWith: { symptom: '$_id', observations: '$observations', people: '$people' } },
];

/** The facts that a doctor sees the people of: her own. */
export const ownFacts = ({ doctorId, days, departmentId, ageBand }: OwnFacts): Document => ({
  doctorId: { $eq: doctorId },
  ...(days && { day: { $gte: days.from, $lte: days.to } }),
  ...(departmentId && { departmentId: { $eq: departmentId } }),
  ...(ageBand && { ageBand: { $eq: ageBand } }),
});

/** Months of a year summed up, or years: `of` says which. */
export const summedCounts = (of: Document): Document[] => [
  { $match: of },
  {
    $group: {
      _id: {
        symptom: '$symptom',
        departmentId: '$departmentId',
        ageBand: '$ageBand',
        specialties: '$specialties',
      },
      observations: { $sum: '$observations' },
    },
  },
  { $replaceWith: { $mergeObjects: ['$_id', { observations: '$observations' }] } },
];
