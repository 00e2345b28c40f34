import { UUID } from 'mongodb';
import type { JsonObject } from '../documents/canonical-json.js';
import { sha256 } from '../lib/ids.js';
import type { DateOn } from '../lib/wire.js';
import { localDateOn } from '../lib/zone.js';
import { ageBandOn } from './age-bands.js';
import type { Fact, SymptomFinding, Topic, VitalFinding } from './kept.types.js';

/** An observation as MySQL knows it, with what it is counted by. */
export interface ObservationSource {
  id: string;
  kind: string;
  isFinal: boolean;
  sha256: Buffer;
  observedAt: Date;
  patientId: string;
  doctorId: string;
  departmentId: string;
  /** IANA, the doctor's. */
  zone: string;
  /** Of the doctor: sorted ids with commas. */
  specialties: string;
  birthOn: DateOn;
}

/** The kinds of observations that are counted. */
export const topicOf = (kind: string): Topic | null =>
  kind === 'symptoms' || kind === 'vitals' ? kind : null;

/** Names that differ by case, blanks or the way their letters are composed are one name. */
export const plainName = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** @param content the observation's document; of a kind that is counted */
export function factOf(source: ObservationSource, content: JsonObject): Fact {
  const day = localDateOn(source.observedAt.getTime(), source.zone);
  const ageBand = ageBandOn(source.birthOn, day);
  const { departmentId, specialties } = source;
  const place = { day, month: day.slice(0, 7), departmentId, specialties, ageBand };
  return {
    _id: new UUID(source.id),
    ...place,
    departmentId: new UUID(departmentId),
    doctorId: new UUID(source.doctorId),
    patientId: new UUID(source.patientId),
    findings: source.kind === 'vitals' ? vitalsIn(content, place) : symptomsIn(content, place),
  };
}

interface Place {
  day: string;
  month: string;
  departmentId: string;
  specialties: string;
  ageBand: string;
}

/** A symptom that is named twice in an observation is one symptom. */
function symptomsIn(content: JsonObject, place: Place): SymptomFinding[] {
  const names = listed(content.symptoms).map(({ name }) => plainName(String(name)));
  const { month, departmentId, specialties, ageBand } = place;
  return [...new Set(names)].map((symptom) => ({
    cell: cellKey(month, departmentId, specialties, ageBand, symptom),
    symptom,
  }));
}

function vitalsIn(content: JsonObject, { day, departmentId }: Place): VitalFinding[] {
  return listed(content.vitals).map((vital) => {
    const code = typeof vital.code === 'string' ? vital.code : null;
    const [name, unit] = [plainName(String(vital.name)), String(vital.unit).trim()];
    const cell = cellKey(day, departmentId, code, unit, name);
    return { cell, code, name, unit, value: Number(vital.value) };
  });
}

const listed = (value: unknown): JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : []);

/** Short, because every fact and an index hold it; 120 bits, so that no two cells share one. */
const cellKey = (...dimensions: (string | null)[]): string =>
  sha256(JSON.stringify(dimensions)).toString('base64url').slice(0, 20);

/** What has to be looked at again with a cell: all that is about the same symptom or vital in the same month. */
export interface Subject {
  month: string;
  /** Of the symptom or the vital. */
  name: string;
}

/** The cells that count these facts, by their keys. */
export function cellsCounting(facts: readonly Fact[]): Map<string, Subject> {
  const cells = new Map<string, Subject>();
  for (const { month, findings } of facts)
    for (const finding of findings)
      cells.set(finding.cell, { month, name: 'symptom' in finding ? finding.symptom : finding.name });
  return cells;
}
