import type { Document, UUID } from 'mongodb';
import { type OwnFacts, ownFacts } from './symptom-frequency.js';

export type TrendPeriod = 'day' | 'week' | 'month';

export interface Trend {
  /** A LOINC code, or a name as it is kept. */
  vital: { code: string; name: string };
  period: TrendPeriod;
  /** The first day of the first period that is answered. */
  from: string;
  /** How many periods a moving mean is over, the last one included. */
  window: number;
}

/** A doctor's own values, with the least and the greatest. `of.days` begins as early as the first moving mean needs. */
export const ownVitalTrend = (of: OwnFacts, trend: Trend): Document[] => [
  { $match: { ...ownFacts(of), ...isVital('findings.', trend) } },
  { $unwind: '$findings' },
  // A fact that has the vital may have others as well.
  { $match: isVital('findings.', trend) },
  {
    $group: {
      _id: bucketOf(trend, '$findings.unit'),
      count: { $sum: 1 },
      sum: { $sum: '$findings.value' },
      min: { $min: '$findings.value' },
      max: { $max: '$findings.value' },
    },
  },
  ...withMovingMean(trend, { min: '$min', max: '$max' }),
];

export interface ShownCells {
  days: { from: string; to: string };
  departmentId: UUID | null;
  /** How deep in the tree of clinic, department and day a cell must be shown. */
  shownAtLeast: number;
}

/** What may be shown to those who do not see the people: sums of cells, without the least and the greatest. */
export const shownVitalTrend = (of: ShownCells, trend: Trend): Document[] => [
  { $match: { ...vitalCellsOf(of, trend), shown: { $gte: of.shownAtLeast } } },
  {
    $group: {
      _id: bucketOf(trend, '$unit'),
      count: { $sum: '$observations' },
      sum: { $sum: '$sum' },
    },
  },
  ...withMovingMean(trend, {}),
];

/** All cells of a vital, those that are withheld as well. */
export const vitalCellsOf = (
  { days, departmentId }: Omit<ShownCells, 'shownAtLeast'>,
  trend: Trend,
): Document => ({
  ...isVital('', trend),
  day: { $gte: days.from, $lte: days.to },
  ...(departmentId && { departmentId: { $eq: departmentId } }),
});

const isVital = (prefix: string, { vital }: Trend): Document => ({
  $or: [{ [`${prefix}code`]: { $eq: vital.code } }, { [`${prefix}name`]: { $eq: vital.name } }],
});

/** Weeks begin on Monday. */
const bucketOf = ({ period }: Trend, unit: string): Document => ({
  start: {
    $dateTrunc: { date: { $dateFromString: { dateString: '$day' } }, unit: period, startOfWeek: 'monday' },
  },
  unit,
});

const withMovingMean = ({ period, from, window }: Trend, extremes: Document): Document[] => [
  { $set: { start: '$_id.start', unit: '$_id.unit' } },
  // Of all values in the window, whichever period they are of; by the calendar, so that empty periods take their place.
  {
    $setWindowFields: {
      partitionBy: '$unit',
      sortBy: { start: 1 },
      output: {
        windowSum: { $sum: '$sum', window: { range: [1 - window, 0], unit: period } },
        windowCount: { $sum: '$count', window: { range: [1 - window, 0], unit: period } },
      },
    },
  },
  // What came before only fed the first windows.
  { $match: { start: { $gte: new Date(`${from}T00:00:00Z`) } } },
  { $sort: { start: 1, unit: 1 } },
  // Its fields are an answer's columns, in this order.
  {
    $replaceWith: {
      startsOn: { $dateToString: { date: '$start', format: '%Y-%m-%d' } },
      unit: '$unit',
      count: '$count',
      mean: { $divide: ['$sum', '$count'] },
      movingMean: { $divide: ['$windowSum', '$windowCount'] },
      ...extremes,
    },
  },
];
