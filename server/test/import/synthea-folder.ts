import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Row = Record<string, string>;

/** The rows of a folder of Synthea's CSV files, as tests make them up. */
export interface SyntheaRows {
  organizations: Row[];
  providers: Row[];
  patients: Row[];
  encounters: Row[];
  conditions: Row[];
}

export interface SyntheaFolder {
  directory: string;
  notesFile: string;
  remove(): Promise<void>;
}

const headers: Readonly<Record<keyof SyntheaRows, string>> = {
  organizations: 'Id,NAME,ADDRESS,CITY,STATE,ZIP,PHONE',
  providers: 'Id,ORGANIZATION,NAME,GENDER,SPECIALITY,ADDRESS,CITY,STATE,ZIP',
  patients: 'Id,BIRTHDATE,DEATHDATE,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP',
  encounters: 'Id,START,STOP,PATIENT,ORGANIZATION,PROVIDER,ENCOUNTERCLASS,DESCRIPTION,REASONDESCRIPTION',
  conditions: 'START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION',
};

/** In what another program or another year differs. */
export interface SyntheaKind {
  /** The header of a file, in the usual notation. */
  headers?: Partial<Record<keyof SyntheaRows, string>>;
  separator?: string;
  /** The text of a file as bytes; UTF-8 when left out. */
  encoded?: (text: string, name: keyof SyntheaRows) => Uint8Array;
}

/** Writes the rows, and six transcriptions beside them, into a folder of its own. */
export async function writeSynthea(
  rows: SyntheaRows,
  { headers: otherHeaders = {}, separator = ',', encoded = (text) => Buffer.from(text) }: SyntheaKind = {},
): Promise<SyntheaFolder> {
  const directory = await mkdtemp(join(tmpdir(), 'medweave-synthea-'));
  for (const name of Object.keys(headers) as (keyof SyntheaRows)[]) {
    const columns = (otherHeaders[name] ?? headers[name]).split(',');
    const cellsOf = (row: Row) => columns.map((column) => quoted(row[column] ?? '', separator));
    const lines = [columns, ...rows[name].map(cellsOf)].map((cells) => cells.join(separator));
    await writeFile(join(directory, `${name}.csv`), encoded([...lines, ''].join('\n'), name));
  }
  const notesFile = join(directory, 'transcriptions.csv');
  await writeFile(notesFile, transcriptions());
  return { directory, notesFile, remove: () => rm(directory, { recursive: true, force: true }) };
}

const quoted = (text: string, separator: string): string =>
  /["\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;

/** Five that fit whatever is about kidneys, one that fits nothing, and one without a text. */
function transcriptions(): string {
  const urology = [1, 2, 3, 4, 5].map((number) => `${number},Urology,"SUBJECTIVE:, Kidney text ${number}."`);
  return [',medical_specialty,transcription', ...urology, '6,Dentistry,Molar text.', '7,Surgery,', ''].join(
    '\n',
  );
}

let count = 0;
/** An id that looks like Synthea's. */
export const sourceId = (): string => `5eed0000-0000-4000-8000-${String(++count).padStart(12, '0')}`;

export const organization = (row: Row = {}): Row => ({
  Id: sourceId(),
  NAME: 'ST. MARY  HOSPITAL',
  ADDRESS: '1 Main St',
  CITY: 'LINCOLN',
  STATE: 'NE',
  ZIP: '685021234',
  PHONE: '4025550100',
  ...row,
});

export const provider = (organizationId: string, row: Row = {}): Row => ({
  Id: sourceId(),
  ORGANIZATION: organizationId,
  NAME: 'Johna806 Klein929',
  GENDER: 'F',
  SPECIALITY: 'GENERAL PRACTICE',
  ADDRESS: '2 Side St',
  CITY: 'OMAHA',
  STATE: 'NE',
  ZIP: '68102',
  ...row,
});

export const person = (row: Row = {}): Row => ({
  Id: sourceId(),
  BIRTHDATE: '1980-05-17',
  FIRST: 'Alice368',
  LAST: 'Gleason633',
  GENDER: 'F',
  ADDRESS: '406 Kohler Camp',
  CITY: 'Lincoln',
  STATE: 'Nebraska',
  ZIP: '68504',
  ...row,
});

export const encounter = (patient: Row, doctor: Row, START: string, minutes: number, row: Row = {}): Row => ({
  Id: sourceId(),
  START,
  STOP: plusMinutes(START, minutes),
  PATIENT: patient.Id ?? '',
  ORGANIZATION: doctor.ORGANIZATION ?? '',
  PROVIDER: doctor.Id ?? '',
  ENCOUNTERCLASS: 'ambulatory',
  DESCRIPTION: 'Encounter for problem (procedure)',
  REASONDESCRIPTION: 'Chronic kidney disease stage 4 (disorder)',
  ...row,
});

export const condition = (visit: Row, row: Row = {}): Row => ({
  START: (visit.START ?? '').slice(0, 10),
  STOP: '',
  PATIENT: visit.PATIENT ?? '',
  ENCOUNTER: visit.Id ?? '',
  CODE: '431857002',
  DESCRIPTION: 'Chronic kidney disease stage 4 (disorder)',
  ...row,
});

/** So many days ago at 07:13:55 UTC: off the grid, as Synthea has it. */
export const daysAgo = (days: number): string =>
  `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}T07:13:55Z`;

export const plusMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace('.000Z', 'Z');
