import { systemActor } from '../../src/lib/actor.js';
import { newId } from '../../src/lib/ids.js';
import { Database, type Tx } from '../../src/lib/mysql.js';
import type { ObservationParts } from '../../src/observations/observations.types.js';
import type { Clinic } from '../support/clinic.js';
import type { AtWork } from './scenes/directory.js';

/** The past year that the examples' numbers are about. */
export const formerYear = 2025;
/** One more than the smallest group that numbers are told about. */
const peopleCount = 12;
const visitMs = 20 * 60_000;
const system = systemActor('examples');

interface FormerVisit {
  readonly tx: Tx;
  readonly patientId: string;
  readonly at: AtWork;
  readonly startsAt: Date;
  /** Of the patient among all: what was found depends on it. */
  readonly index: number;
}

/** Twelve people, who came to both doctors in one month and to the first of them again in the next. */
export async function enterFormerVisits(clinic: Clinic, first: AtWork, second: AtWork): Promise<void> {
  const db = new Database(clinic.urls.mysqlUrl);
  try {
    for (let index = 0; index < peopleCount; index++)
      await db.transaction(async (tx) => {
        const patientId = await formerPatient(clinic, tx, index);
        const visit = { tx, patientId, index };
        await enterVisit(clinic, { ...visit, at: first, startsAt: startOf(3, 10, index) });
        await enterVisit(clinic, { ...visit, at: second, startsAt: startOf(3, 11, index) });
        await enterVisit(clinic, { ...visit, at: first, startsAt: startOf(4, 14, index) });
      });
  } finally {
    await db.close();
  }
}

const startOf = (month: number, day: number, index: number): Date =>
  new Date(Date.UTC(formerYear, month - 1, day, 8) + index * visitMs);

async function formerPatient({ composed }: Clinic, tx: Tx, index: number): Promise<string> {
  const birthOn = `19${60 + index}-0${1 + (index % 9)}-15`;
  const person = { givenName: 'Peter', familyName: `Hawkins ${index + 1}`, birthOn };
  return (await composed.services.patients.insert(tx, system, person)).id;
}

async function enterVisit({ composed }: Clinic, { tx, patientId, at, startsAt, index }: FormerVisit) {
  const { history, records, diagnoses, observations, notes } = composed.services;
  const endsAt = new Date(startsAt.getTime() + visitMs);
  const { id: doctorId, department } = at.profile;
  const people = { patientId, doctorId, departmentId: department.id };
  const appointment = await history.insertCompleted(tx, system, {
    ...people,
    ...{ startsAt, endsAt, reason: null },
  });
  const recordUuid = newId();
  await records.insert(tx, system, {
    ...people,
    ...{ id: recordUuid, appointmentId: appointment.id, kind: 'visit', chiefComplaint: null },
    ...{ openedAt: startsAt, closedAt: endsAt, isOpenedAlone: false },
  });
  await diagnoses.insert(tx, system, {
    ...{ id: newId(), recordId: recordUuid, patientId, status: 'active', recordedAt: endsAt },
    ...{ codeSystem: 'icd-10', code: 'I10', text: 'Essential hypertension', onsetOn: null, resolvedOn: null },
  });
  const about = { recordUuid, patientId, authorId: system.userId, createdAt: endsAt };
  for (const { kind, parts } of observedIn(index)) {
    const seen = observations.prepare({ ...about, kind, observedAt: startsAt, parts });
    await observations.insert(tx, system, seen);
  }
  const note = notes.prepare({
    ...about,
    ...{ kind: 'progress', text: 'Blood pressure under treatment.', isSensitive: false, addendumTo: null },
    ...{ signedAt: endsAt, releasedAt: endsAt },
  });
  await notes.insert(tx, system, note);
}

const observedIn = (index: number): { kind: 'vitals' | 'symptoms'; parts: ObservationParts }[] => [
  {
    kind: 'vitals',
    parts: { vitals: [{ code: '8867-4', name: 'Heart rate', value: 64 + 2 * index, unit: '/min' }] },
  },
  { kind: 'symptoms', parts: { symptoms: [{ name: 'Headache' }, { name: 'Dizziness' }] } },
];
