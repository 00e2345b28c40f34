import { DAY_MS, dateOfDay } from '../lib/time.js';
import type { Symptom, Vital } from '../observations/observations.types.js';
import { type Draws, streams } from './draws.js';
import type { CommonDiagnosis } from './vocabulary/speciality.js';

/** The symptoms of a visit: those of the diagnosis, the commonest most often. */
export function symptomsOf(draws: Draws, visit: number, atMs: number, diagnosis: CommonDiagnosis): Symptom[] {
  draws.about(streams.symptoms, visit);
  const symptoms: Symptom[] = [];
  for (const [place, name] of diagnosis.symptoms.entries()) {
    const isThere = place === 0 || draws.chance(0.75 - 0.15 * place);
    if (!isThere) continue;
    const severity = (['mild', 'moderate', 'severe'] as const)[draws.weighted([5, 4, 1])] ?? 'mild';
    const onsetOn = dateOfDay(Math.floor(atMs / DAY_MS) - draws.between(1, diagnosis.isChronic ? 200 : 14));
    symptoms.push({ name, severity, ...(draws.chance(0.6) && { onsetOn }) });
  }
  return symptoms;
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

const clamped = (value: number, least: number, most: number): number =>
  Math.round(Math.min(Math.max(value, least), most));

/** Vitals that fit the age, and the diagnosis. */
export function vitalsOf(draws: Draws, visit: number, age: number, { vitals }: CommonDiagnosis): Vital[] {
  draws.about(streams.vitals, visit);
  const isChild = age < 12;
  const bell = (mean: number, deviation: number) => mean + deviation * draws.normal();
  const pulse =
    (isChild ? 100 - 2 * age : 72) + (vitals === 'pulse' ? 22 : 0) + (vitals === 'fever' ? 14 : 0);
  const systolic = (isChild ? 92 + 2 * age : 112 + age / 4) + (vitals === 'pressure' ? 24 : 0);
  const temperature = vitals === 'fever' ? bell(38.3, 0.6) : bell(36.7, 0.25);
  const saturation = vitals === 'lungs' ? bell(93.5, 2) : bell(97.8, 1);
  const weight = age < 18 ? 3.5 + 3.4 * age : 74 + (vitals === 'weight' ? 16 : 0);
  const high = clamped(bell(systolic, 9), 75, 220);
  return [
    { code: '8867-4', name: 'Heart rate', value: clamped(bell(pulse, 9), 40, 190), unit: '/min' },
    { code: '8480-6', name: 'Systolic blood pressure', value: high, unit: 'mm[Hg]' },
    {
      code: '8462-4',
      name: 'Diastolic blood pressure',
      value: clamped(bell(high * 0.62, 6), 40, Math.min(high - 15, 130)),
      unit: 'mm[Hg]',
    },
    {
      code: '8310-5',
      name: 'Body temperature',
      value: Math.min(Math.max(oneDecimal(temperature), 35.2), 41),
      unit: 'Cel',
    },
    { code: '59408-5', name: 'Oxygen saturation', value: clamped(saturation, 80, 100), unit: '%' },
    {
      code: '29463-7',
      name: 'Body weight',
      value: oneDecimal(Math.max(bell(weight, weight * 0.15), weight * 0.6)),
      unit: 'kg',
    },
  ];
}
