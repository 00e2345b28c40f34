import type { DateOn, Instant, Uuid } from '../lib/wire.js';

/** A span of ages in whole years, both ends included: how old patients were when they were observed. */
export type AgeBandName = '0-17' | '18-34' | '35-49' | '50-64' | '65-79' | '80+';

/** Which symptoms are counted. */
export interface SymptomFrequencyQuery {
  /**
   * All years when absent.
   * @isInt
   * @minimum 1900
   * @maximum 2199
   */
  year?: number;
  /**
   * Of the year; the whole year when absent.
   * @isInt
   * @minimum 1
   * @maximum 12
   */
  month?: number;
  /** All departments the caller sees when absent. */
  departmentId?: Uuid;
  /** Only patients of this age; all ages when absent. */
  ageBand?: AgeBandName;
  /**
   * At most this many symptoms; 20 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
}

/** How often one symptom was observed. */
export interface SymptomFrequencyRow {
  /** In lower case. */
  symptom: string;
  /**
   * How many observations name it.
   * @isInt
   */
  observations: number;
  /**
   * How many different patients had it. Only for doctors, who see them.
   * @isInt
   */
  people?: number;
}

/** Symptoms by how often they were observed, most frequent first. */
export interface SymptomFrequency {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about: 11 where the asker does not see the patients.
   * @isInt
   */
  smallestGroup: number;
  /** True when some numbers are left out because they are about too few people for those who do not see them. */
  isPartial: boolean;
  /** The most frequent symptom first. Empty when nothing was observed, or nothing may be told. */
  rows: SymptomFrequencyRow[];
}

/** Which symptoms are counted by specialization. */
export interface SymptomsBySpecializationQuery {
  /**
   * All years when absent.
   * @isInt
   * @minimum 1900
   * @maximum 2199
   */
  year?: number;
  /**
   * Of the year; the whole year when absent.
   * @isInt
   * @minimum 1
   * @maximum 12
   */
  month?: number;
  /** All departments the caller sees when absent. */
  departmentId?: Uuid;
  /**
   * At most this many symptoms of each specialization; 5 when absent.
   * @isInt
   * @minimum 1
   * @maximum 50
   */
  top?: number;
}

/** How often one symptom was observed among the patients of one specialization's doctors. */
export interface SymptomsBySpecializationRow {
  /** What the attending doctors are specialists in now. */
  specializationId: Uuid;
  /** How that specialization is called now. */
  specialization: string;
  /** In lower case. */
  symptom: string;
  /**
   * How many observations name it, of patients whom doctors of this specialization attended.
   * @isInt
   */
  count: number;
}

/** The most frequent symptoms of each specialization. A doctor of two specializations counts for both. */
export interface SymptomsBySpecialization {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about: 11 where the asker does not see the patients.
   * @isInt
   */
  smallestGroup: number;
  /** True when some numbers are left out because they are about too few people for those who do not see them. */
  isPartial: boolean;
  /** By name of the specialization, then the most frequent symptom first. */
  rows: SymptomsBySpecializationRow[];
}

/** Which values are followed, and how. */
export interface VitalTrendsQuery {
  /**
   * The LOINC code or the name, e.g. `8867-4` or `Heart rate`.
   * @minLength 1
   * @maxLength 80
   * @pattern \S
   */
  vital: string;
  /** What the values are gathered by; `day` when absent. Weeks begin on Monday. */
  period?: 'day' | 'week' | 'month';
  /** The period of this date is the first one; 90 days before the last when absent, by month a year before. */
  fromOn?: DateOn;
  /** The period of this date is the last one; today when absent. */
  toOn?: DateOn;
  /** All departments the caller sees when absent. */
  departmentId?: Uuid;
  /**
   * How many periods the moving mean is over, the row's own included; 7 when absent.
   * @isInt
   * @minimum 1
   * @maximum 60
   */
  window?: number;
}

/** The values of one period in one unit. */
export interface VitalTrendRow {
  /** The first day of the period. */
  startsOn: DateOn;
  /** As the observations have it. Values in different units are never mixed, nor converted. */
  unit: string;
  /**
   * How many values there are.
   * @isInt
   */
  count: number;
  /** Of the values of this period alone, in `unit`. */
  mean: number;
  /** The mean of all values of the last periods; those without values take their place. */
  movingMean: number;
  /** The least value. Only for doctors, who see the patients. */
  min?: number;
  /** The greatest value. Only for doctors, who see the patients. */
  max?: number;
}

/** How a vital went on: one row per period and unit. Periods without values have none. */
export interface VitalTrends {
  /** Everything that happened before this instant is counted. */
  asOf: Instant;
  /**
   * The smallest group of patients that a number is about: 11 where the asker does not see the patients.
   * @isInt
   */
  smallestGroup: number;
  /** True when some numbers are left out because they are about too few people for those who do not see them. */
  isPartial: boolean;
  /** The oldest period first; within a period by unit. */
  rows: VitalTrendRow[];
}
