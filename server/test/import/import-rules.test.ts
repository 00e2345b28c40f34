import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { csvRows } from '../../src/import/csv-rows.js';
import { readCommand } from '../../src/import/import-command.js';
import { inParallel } from '../../src/import/in-parallel.js';
import { splitName, withoutNumbers } from '../../src/import/synthea/names.js';
import { distinctNames } from '../../src/import/synthea/organizations.js';
import { Transcriptions } from '../../src/import/synthea/transcriptions.js';
import { planSeats, type SourceVisit } from '../../src/import/synthea/visits.js';
import { addsUp } from '../../src/import/tally.js';
import { ticksOf } from '../../src/scheduling/ticks.js';
import { type SyntheaFolder, writeSynthea } from './synthea-folder.js';

const visitAt = (
  startMinute: number,
  minutes: number,
  people: { patientId: string; providerId: string },
): SourceVisit => ({
  ...people,
  externalId: `${startMinute} ${minutes} ${people.patientId} ${people.providerId}`,
  line: 2,
  startsAt: new Date(startMinute * 60_000),
  endsAt: new Date((startMinute + minutes) * 60_000),
  organizationId: 'any',
  encounterClass: 'ambulatory',
  description: 'Encounter for problem',
  reason: '',
  isOfDeath: false,
});

const meets = (one: SourceVisit, other: SourceVisit): boolean => {
  const [mine, theirs] = [one, other].map(({ startsAt, endsAt }) =>
    ticksOf(startsAt.getTime(), endsAt.getTime()),
  );
  const isSamePerson = one.patientId === other.patientId || one.providerId === other.providerId;
  return (
    isSamePerson && !!mine && !!theirs && mine.startTick < theirs.endTick && theirs.startTick < mine.endTick
  );
};

describe('What an import decides by itself', () => {
  it('gives a time to itself to visits that do not meet, and to as many as can have it in their order', () => {
    const person = fc.constantFrom('one', 'two', 'three');
    const visit = fc
      .tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 90 }), person, person)
      .map(([startMinute, minutes, patientId, providerId]) =>
        visitAt(startMinute, minutes, { patientId, providerId }),
      );
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 30 }), (visits) => {
        const sorted = visits.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
        const { apart, overlapping } = planSeats(sorted);
        expect(apart.length + overlapping.length).to.equal(visits.length);
        for (const one of apart)
          expect(apart.filter((other) => other !== one && meets(one, other))).to.deep.equal([]);
        for (const one of overlapping) expect(apart.some((other) => meets(one, other))).to.equal(true);
      }),
    );
  });

  it('takes the numbers out of names, and only those that Synthea put there', () => {
    const names = ['Alice368', "O'Kon634", 'María Eugenia578', 'José9 Luis472', '3M', 'Henry 8'];
    expect(names.map(withoutNumbers)).to.deep.equal([
      'Alice',
      "O'Kon",
      'María Eugenia',
      'José Luis',
      '3M',
      'Henry 8',
    ]);
    expect(splitName('José Luis472 Calderón210')).to.deep.equal({
      givenName: 'José Luis',
      familyName: 'Calderón',
    });
    expect(splitName('Cher12')).to.deep.equal({ givenName: '', familyName: 'Cher' });
  });

  it('tells departments of one name apart by their city, then by number', () => {
    const named = (name: string, city: string) => ({ name, city });
    const names = distinctNames([
      named('A', 'X'),
      named('á', 'Y'),
      named('A', 'x'),
      named('B', 'X'),
      named('A', ''),
    ]);
    expect(names).to.deep.equal(['A, X', 'á, Y', 'A, x 2', 'B', 'A']);
  });

  it('keeps to its number of things at once, and stops at the first failure', async () => {
    let [now, most, begun] = [0, 0, 0];
    const work = async (item: number) => {
      begun++;
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      if (item === 9) throw new Error('nine');
    };
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    const failure = await inParallel(numbers, 4, work).catch((error: Error) => error.message);
    expect({ failure, most, isCutShort: begun < 20 }).to.deep.equal({
      failure: 'nine',
      most: 4,
      isCutShort: true,
    });
  });

  it('finds counts that do not add up', () => {
    const tally = {
      file: 'a.csv',
      read: 5,
      imported: 3,
      alreadyThere: 1,
      skipped: { 'has no Id': { count: 1, line: 4 } },
      guessed: {},
      unaccounted: 0,
    };
    expect(addsUp(tally)).to.equal(true);
    expect(addsUp({ ...tally, imported: 2 })).to.equal(false);
    expect(addsUp({ ...tally, unaccounted: 1 })).to.equal(false);
  });

  it('reads its arguments, and says what is wrong with them', () => {
    expect(readCommand(['--help'])).to.equal('help');
    expect(readCommand([])).to.equal('help');
    expect(readCommand(['synthea', '/a', '--notes', '/b.csv', '--zone', 'Europe/Berlin'])).to.deep.equal({
      directory: '/a',
      notesFile: '/b.csv',
      zone: 'Europe/Berlin',
    });
    expect(readCommand(['synthea', '/a'])).to.deep.equal({ directory: '/a', notesFile: null, zone: null });
    for (const args of [
      ['fhir', '/a'],
      ['synthea'],
      ['synthea', '/a', '/b'],
      ['synthea', '/a', '--zone', 'Mars'],
      ['--nonsense'],
    ])
      expect(() => readCommand(args)).to.throw('npm run import -- --help');
  });
});

describe('Files that an import reads', () => {
  let folder: SyntheaFolder;
  before(async () => {
    folder = await writeSynthea({
      organizations: [],
      providers: [],
      patients: [],
      encounters: [],
      conditions: [],
    });
  });
  after(() => folder.remove());

  async function read(text: string): Promise<{ rows: string[]; unreadable: string[] }> {
    const path = join(folder.directory, 'any.csv');
    await writeFile(path, text);
    const rows: string[] = [];
    const unreadable: string[] = [];
    for await (const row of csvRows(path, { required: ['ID'], optional: ['B'] }, (reason, line) =>
      unreadable.push(`${line}: ${reason}`),
    ))
      rows.push(`${row('Id')}:${row('B')}`);
    return { rows, unreadable };
  }

  it('leaves out rows that are none, and reads on', async () => {
    const { rows, unreadable } = await read('\uFEFFId,B\n1,é\r\n2\n3,"a ""b"",\nc"\n\n4,a"b\n5, x \n');
    expect(rows).to.deep.equal(['1:é', '3:a "b",\nc', '5:x']);
    expect(unreadable).to.deep.equal([
      '3: has another number of columns than the header',
      '7: is no CSV row',
    ]);
  });

  it('names a file that is cut off, empty, missing, or another one', async () => {
    expect((await read('Id,B\n1,a\n2,"b')).unreadable).to.deep.equal([
      '3: opens a quote that is never closed',
    ]);
    const failureOf = (text: string) => read(text).catch((error: Error) => error.message);
    expect(await failureOf('')).to.include('any.csv is empty');
    expect(await failureOf('A,B\n1,2\n')).to.include('any.csv has no column ID');
    const missing = csvRows(join(folder.directory, 'none.csv'), { required: [] }, () => {}).next();
    expect(await missing.catch((error: Error) => error.message)).to.include(
      'none.csv cannot be read (ENOENT)',
    );
  });

  it('draws the same text for an encounter every time, of a fitting specialty where there are enough', async () => {
    const texts = await Transcriptions.read(folder.notesFile);
    expect([texts.count, texts.unusable]).to.deep.equal([6, 1]);
    const kidney = {
      ...visitAt(0, 15, { patientId: 'p', providerId: 'd' }),
      reason: 'Chronic kidney disease',
    };
    const drawn = texts.drawnFor(kidney);
    expect(drawn).to.deep.equal((await Transcriptions.read(folder.notesFile)).drawnFor(kidney));
    expect(drawn.isFitting).to.equal(true);
    expect(texts.drawnFor({ ...kidney, reason: 'Impacted molars' }).isFitting).to.equal(false);
  });
});
