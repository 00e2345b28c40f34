import { type Draws, streams } from './draws.js';
import type { CommonDiagnosis, VitalsPattern } from './vocabulary/speciality.js';

const since = [
  'since yesterday',
  'for three days',
  'for about a week',
  'for two weeks',
  'on and off for a month',
  'for several months',
] as const;

const findings: Readonly<Record<VitalsPattern, readonly [string, ...string[]]>> = {
  usual: [
    'Alert and in no distress. Examination otherwise without findings.',
    'General condition good. No red flags.',
    'Local findings as expected, heart and lungs clear.',
  ],
  fever: [
    'Temperature raised, looks tired. Throat red, lungs clear.',
    'Feverish, drinks well, no neck stiffness.',
    'Skin warm, lymph nodes slightly enlarged, chest clear.',
  ],
  pressure: [
    'Blood pressure above target on both arms. No oedema.',
    'Readings at home between 145 and 160 systolic. Heart sounds normal.',
    'Pressure better than last time, still above target.',
  ],
  pulse: [
    'Pulse irregular, no murmur. Mild ankle swelling.',
    'Rate at rest raised, rhythm recorded by ECG.',
    'Jugular veins not distended. Heart sounds irregular.',
  ],
  lungs: [
    'Expiratory wheeze on both sides, speaks in full sentences.',
    'Peak flow below personal best. No accessory muscles used.',
    'Breath sounds diminished at the bases, saturation checked.',
  ],
  weight: [
    'Weight up since the last visit, feet without ulcers.',
    'Laboratory values discussed, pulses present.',
    'Waist and weight recorded, no oedema.',
  ],
};

const acutePlans = [
  'Rest, fluids and paracetamol as needed. Come back if it gets worse.',
  'Explained the course; a certificate was issued for three days.',
  'Short course of treatment started, side effects explained.',
  'Physiotherapy prescribed, exercises shown.',
  'Watchful waiting was agreed on, with clear signs for an earlier visit.',
] as const;

const chronicPlans = [
  'Medication continued unchanged. Control in three months.',
  'Dose adjusted, laboratory control in four weeks.',
  'Treatment goals reviewed together, diary to be kept.',
  'Referred for a further test, results at the next visit.',
  'Adherence is good. Training course offered.',
] as const;

const closings = [
  'The patient agrees with the plan.',
  'Questions were answered.',
  'Next appointment was made at the desk.',
  'Relatives were informed with consent.',
  'Written information was handed over.',
] as const;

/** A short note of a visit: what the patient says, what was found, what it is, what is done. 150 to 600 characters. */
export function noteText(
  draws: Draws,
  visit: number,
  main: CommonDiagnosis,
  second: CommonDiagnosis | null,
): string {
  draws.about(streams.note, visit);
  const sentences = [
    subjective(draws, main),
    draws.one(findings[main.vitals]),
    `Assessment: ${main.text} (${main.code}).`,
    ...(second ? [`Also known: ${second.text} (${second.code}).`] : []),
    `Plan: ${draws.one(main.isChronic ? chronicPlans : acutePlans)}`,
    ...(draws.chance(0.6) ? [draws.one(closings)] : []),
  ];
  return sentences.join(' ');
}

function subjective(draws: Draws, { symptoms }: CommonDiagnosis): string {
  const [first, second] = symptoms;
  if (first === 'no complaint')
    return 'Comes for a check-up and feels well; nothing new since the last visit.';
  const third = symptoms[2 + draws.below(Math.max(symptoms.length - 2, 1))];
  const denied =
    third === undefined ? '' : draws.chance(0.5) ? ` Denies ${third}.` : ` Some ${third} as well.`;
  return `Reports ${first} and ${second} ${draws.one(since)}.${denied}`;
}
