import type { Document, UUID } from 'mongodb';
import { type OwnFacts, ownFacts } from './symptom-frequency.js';

/** The counts that may be shown, of a period and, where given, a department. */
export interface PublishedCounts {
  period: string;
  departmentId: UUID | null;
}

/** From counts that are kept. */
export const publishedBySpecialization = (
  { period, departmentId }: PublishedCounts,
  atMost: number,
): Document[] => [
  {
    $match: {
      period: { $eq: period },
      departmentId: { $eq: departmentId },
      ageBand: { $eq: null },
      specialties: { $gt: '' },
    },
  },
  ...mostFrequent('$symptom', '$observations', atMost),
];

/** From a doctor's own facts. */
export const ownBySpecialization = (of: OwnFacts, atMost: number): Document[] => [
  { $match: { ...ownFacts(of), specialties: { $gt: '' } } },
  { $unwind: '$findings' },
  ...mostFrequent('$findings.symptom', 1, atMost),
];

/** The symptoms that each specialization hears of most: `{ specializationId, symptom, count }`. */
const mostFrequent = (symptom: string, count: string | number, atMost: number): Document[] => [
  // A doctor of two specializations counts for both.
  { $set: { specializationId: { $split: ['$specialties', ','] } } },
  { $unwind: '$specializationId' },
  { $group: { _id: { specializationId: '$specializationId', symptom }, count: { $sum: count } } },
  // The first of each; the name breaks ties.
  { $sort: { '_id.specializationId': 1, count: -1, '_id.symptom': 1 } },
  {
    $group: {
      _id: '$_id.specializationId',
      first: { $push: { symptom: '$_id.symptom', count: '$count' } },
    },
  },
  { $project: { first: { $slice: ['$first', atMost] } } },
  { $unwind: '$first' },
  {
    $project: { _id: 0, specializationId: '$_id', symptom: '$first.symptom', count: '$first.count' },
  },
];
