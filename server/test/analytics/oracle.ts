import { uuidText } from '../../src/lib/ids.js';
import type { SourceRows } from './source-rows.js';

/** One thing that is counted, as the plain source rows and the runtime's own calendar say. */
export interface Counted {
  id: string;
  topic: string;
  year: number;
  month: number;
  departmentId: string;
  doctorId: string;
  patientId: string;
  /** What is added up beside the thing itself, in the order of the summary's columns. */
  measures: number[];
}

export const topics = ['appointment', 'visit', 'diagnosis', 'note'] as const;
export type Topic = (typeof topics)[number];
export type Truth = Readonly<Record<Topic, Counted[]>>;

type Row = Record<string, unknown>;

/** Reads every source row and counts in plain code; shares nothing with the statements under test. */
export async function truthOf(rows: SourceRows): Promise<Truth> {
  const zones = new Map(
    (await rows.all('SELECT id, zone FROM doctors')).map((row) => [id(row.id), row.zone]),
  );
  const appointments = await rows.all('SELECT * FROM appointments');
  const records = await rows.all('SELECT * FROM medical_records');
  const recordOf = new Map(records.map((record) => [id(record.id), record]));
  const counted = (row: Row, of: Row, topic: string, at: unknown, measures: number[]): Counted => ({
    id: id(row.id),
    topic,
    ...localMonth(at as Date, zones.get(id(of.doctor_id)) ?? ''),
    departmentId: id(of.department_id),
    doctorId: id(of.doctor_id),
    patientId: id(row.patient_id),
    measures,
  });
  const ofRecord = (row: Row): Row => recordOf.get(id(row.record_id)) ?? {};
  const first = firstRecords(records);
  return {
    appointment: appointments
      .filter(({ state }) => state !== 'held' && state !== 'expired')
      .map((row) => counted(row, row, outcome(row), row.starts_at, timesOf(row))),
    visit: records.map((row) => {
      const isFirst = first.get(id(row.patient_id)) === id(row.id);
      return counted(row, row, isFirst ? 'new' : 'returning', row.opened_at, []);
    }),
    diagnosis: (await rows.all("SELECT * FROM diagnoses WHERE status <> 'entered_in_error'")).map((row) => {
      const record = ofRecord(row);
      return counted(row, record, `${row.code_system} ${row.code.toUpperCase()}`, record.opened_at, []);
    }),
    note: (await rows.all("SELECT * FROM note_refs WHERE state <> 'entered_in_error'")).map((row) =>
      counted(row, ofRecord(row), `${row.state}_${row.kind}`, row.created_at, [signingMinutes(row)]),
    ),
  };
}

const id = (bytes: unknown): string => uuidText(bytes as Buffer);

function outcome({ state, created_at, starts_at }: Row): string {
  const became = ['completed', 'cancelled', 'no_show'].includes(String(state)) ? String(state) : 'standing';
  return (created_at as Date) > (starts_at as Date) ? `${became}_afterwards` : became;
}

/** Minutes, and minutes of lead; none where it was entered afterwards. */
function timesOf({ starts_at, ends_at, created_at }: Row): number[] {
  const [start, end, created] = [starts_at, ends_at, created_at].map((at) => (at as Date).getTime());
  if (start === undefined || end === undefined || created === undefined) throw new Error('No such column.');
  const lead = Math.trunc((start - created) / 60_000);
  return [(end - start) / 60_000, created <= start ? lead : 0];
}

function signingMinutes({ state, created_at, signed_at }: Row): number {
  if (state !== 'signed') return 0;
  const waited = (signed_at as Date).getTime() - (created_at as Date).getTime();
  return Math.max(0, Math.trunc(waited / 60_000));
}

/** The record that each patient's history in this clinic begins with. */
function firstRecords(records: readonly Row[]): Map<string, string> {
  const first = new Map<string, { at: number; recordId: string }>();
  for (const record of records) {
    const [patientId, recordId] = [id(record.patient_id), id(record.id)];
    const at = (record.opened_at as Date).getTime();
    const before = first.get(patientId);
    if (!before || at < before.at || (at === before.at && recordId < before.recordId))
      first.set(patientId, { at, recordId });
  }
  return new Map([...first].map(([patientId, { recordId }]) => [patientId, recordId]));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localMonth(at: Date, zone: string): { year: number; month: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      year: 'numeric',
      month: 'numeric',
    });
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return { year: parts.get('year') ?? 0, month: parts.get('month') ?? 0 };
}
