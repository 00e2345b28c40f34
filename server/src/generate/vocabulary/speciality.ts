/** When in the year people come with it. */
export type Season = 'all year' | 'winter' | 'spring' | 'summer';

/** What is measured differs from a healthy person's values so. */
export type VitalsPattern = 'usual' | 'fever' | 'pressure' | 'pulse' | 'lungs' | 'weight';

export interface CommonDiagnosis {
  /** ICD-10. */
  code: string;
  text: string;
  /** How often, against the others of the speciality. */
  weight: number;
  season: Season;
  /** It stays: the same patient comes with it again and again. */
  isChronic: boolean;
  vitals: VitalsPattern;
  /** The commonest first. */
  symptoms: readonly [string, string, ...string[]];
}

export interface Speciality {
  department: string;
  location: string;
  specialization: string;
  /** How many of a clinic's doctors work in it, against the others. */
  weight: number;
  visitMinutes: 15 | 30;
  /** Whom it treats. */
  ages: readonly [least: number, most: number];
  gender: 'female' | 'male' | null;
  /** How much busier it is in January than in July; below 1: the other way round. */
  winterLoad: number;
  diagnoses: readonly CommonDiagnosis[];
}

/** Code, text, weight, what is not usual about it, symptoms. */
export function diagnosis(
  code: string,
  text: string,
  weight: number,
  marks: Partial<Pick<CommonDiagnosis, 'season' | 'isChronic' | 'vitals'>>,
  symptoms: CommonDiagnosis['symptoms'],
): CommonDiagnosis {
  return { code, text, weight, season: 'all year', isChronic: false, vitals: 'usual', ...marks, symptoms };
}
