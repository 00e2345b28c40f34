import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { isComplete, reportLines } from '../../src/import/import-report.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { figuresOf, importInto, rowsOf } from './importing.js';
import {
  condition,
  daysAgo,
  encounter,
  organization,
  person,
  provider,
  type SyntheaKind,
  writeSynthea,
} from './synthea-folder.js';

const place = organization();
const doctor = provider(place.Id ?? '', { NAME: 'José Müller' });
const patient = person({ FIRST: 'Zoë', LAST: 'Núñez', ADDRESS: '1 Main St\nBack door' });
const visit = encounter(patient, doctor, daysAgo(20), 15);
const rows = {
  organizations: [place],
  providers: [doctor],
  patients: [patient],
  encounters: [visit],
  conditions: [condition(visit)],
};
const whole = {
  'organizations.csv': [1, 1, 0, 0],
  'providers.csv': [1, 1, 0, 0],
  'patients.csv': [1, 1, 0, 0],
  'encounters.csv': [1, 1, 0, 0],
  'conditions.csv': [1, 1, 0, 0],
};

describe('Files that other programs wrote', () => {
  let clinic: Clinic;
  beforeEach(async () => {
    clinic = await startClinic();
  });
  afterEach(() => clinic.close());

  async function imported(kind: SyntheaKind, spoilt?: { file: string; bytes: Uint8Array }) {
    const folder = await writeSynthea(rows, kind);
    try {
      if (spoilt) await writeFile(join(folder.directory, spoilt.file), spoilt.bytes);
      return await importInto(clinic, folder, false);
    } finally {
      await folder.remove();
    }
  }

  const kinds: [string, SyntheaKind, string[]][] = [
    ['separated by semicolons', { separator: ';' }, ['patients.csv is separated by semicolons.']],
    ['separated by tabs', { separator: '\t' }, ['encounters.csv is separated by tabs.']],
    [
      'with a byte order mark and CRLF',
      { encoded: (text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`) },
      [],
    ],
    [
      'with a header in lower case',
      {
        encoded: (text) => {
          const [header = '', ...lines] = text.split('\n');
          return Buffer.from([header.toLowerCase(), ...lines].join('\n'));
        },
      },
      [],
    ],
    [
      'with columns that nothing is known of, and without some that are',
      {
        headers: {
          patients: 'Id,BIRTHDATE,FIRST,LAST,GENDER,FAVOURITE_COLOUR',
          providers: 'Id,ORGANIZATION,NAME,SPECIALTY',
        },
      },
      [
        'patients.csv does not have: MIDDLE, DEATHDATE, ADDRESS, CITY, STATE, ZIP, LAT, LON.',
        'patients.csv has columns that nothing is known of: FAVOURITE_COLOUR.',
      ],
    ],
  ];
  for (const [name, kind, told] of kinds)
    it(`are read ${name}`, async () => {
      const report = await imported(kind);
      expect(figuresOf(report)).to.deep.equal(whole);
      expect(isComplete(report)).to.equal(true);
      for (const line of told) expect(reportLines(report).join('\n')).to.include(line);
    });

  const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
  const withEnd = (text: string) => `${text}\n`;
  const spoilt: [string, string, Uint8Array, RegExp][] = [
    [
      'Latin-1',
      'patients.csv',
      latin1(withEnd('Id,BIRTHDATE,FIRST,LAST,GENDER\n1,1980-01-01,Ann,Ok,F\n2,1980-01-01,Jürgen,Müller,M')),
      /patients\.csv is not in UTF-8: line 3 .*ISO-8859-1/,
    ],
    [
      'Windows-1252',
      'providers.csv',
      latin1(withEnd('Id,ORGANIZATION,NAME,SPECIALITY\n1,2,O\u0092Brien,GP')),
      /providers\.csv is not in UTF-8: line 2 .*Windows-1252/,
    ],
    [
      'UTF-16',
      'conditions.csv',
      Buffer.from('\uFEFFSTART,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION\n', 'utf16le'),
      /conditions\.csv is not in UTF-8: line 1 .*UTF-16/,
    ],
    [
      'UTF-8 that was cut within a letter',
      'encounters.csv',
      Buffer.concat([
        Buffer.from('Id,START,STOP,PATIENT,PROVIDER,DESCRIPTION\n1,a,b,c,d,Caf'),
        Buffer.from([0xc3]),
      ]),
      /encounters\.csv is not in UTF-8: line 2 /,
    ],
  ];
  for (const [name, file, bytes, words] of spoilt)
    it(`are refused before anything is written when one is in ${name}`, async () => {
      const refusal = await imported({}, { file, bytes }).catch((error: Error) => error.message);
      expect(refusal).to.match(words);
      expect(refusal).not.to.match(/J.rgen|Brien|Caf/);
      expect(await rowsOf(clinic.urls.mysqlUrl, 'SELECT COUNT(*) AS count FROM imported_rows')).to.deep.equal(
        [{ count: 0 }],
      );
    });

  it('are refused when one is missing that the encounters refer to', async () => {
    const folder = await writeSynthea(rows);
    await rm(join(folder.directory, 'providers.csv'));
    const refusal = await importInto(clinic, folder, false).catch((error: Error) => error.message);
    await folder.remove();
    expect(refusal).to.match(/providers\.csv cannot be read \(ENOENT\)/);
  });

  it('are refused when the first line names no columns, without telling what it holds', async () => {
    const bytes = Buffer.from('1,1980-01-01,Secret,Person,F\n');
    const refusal = await imported({}, { file: 'patients.csv', bytes }).catch(
      (error: Error) => error.message,
    );
    expect(refusal).to.include('patients.csv has no column ID, BIRTHDATE, FIRST, LAST');
    expect(refusal).not.to.include('SECRET');
  });
});
