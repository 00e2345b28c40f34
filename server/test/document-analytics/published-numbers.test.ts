import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { SourceRows } from '../analytics/source-rows.js';
import { startClinic } from '../support/clinic.js';
import { ObservedClinic, type Posted } from './observed.js';

type Person = Pick<Posted, 'patientId' | 'birthOn'>;
const paths = ['symptom-frequency', 'symptoms-by-specialization', 'vital-trends?vital=pulse'];

describe('Numbers about observations, for those who do not see the people', () => {
  let on: ObservedClinic;
  let rows: SourceRows;
  let young: Person[];
  let old: Person[];

  before(async () => {
    on = await ObservedClinic.open(await startClinic());
    await on.consumer.catchUp();
    await on.stopWorkers();
    rows = await SourceRows.open(on.clinic.urls.mysqlUrl);
    young = await on.people(Array.from({ length: 12 }, () => '1995-06-01'));
    old = await on.people(Array.from({ length: 12 }, () => '1940-12-31'));
    const [may5, may6] = ['2024-05-05T03:00:00Z', '2024-05-06T03:00:00Z'];
    await measured('pulse', 0, may5, young);
    await measured('pulse', 0, may6, old);
    await measured('pulse', 2, may5, old.slice(1));
    await measured('weight', 0, may5, young);
    await measured('weight', 0, may6, old.slice(0, 3));
    await measured('height', 0, may5, young);
    await measured('height', 2, may5, old.slice(0, 3));
    await measured('glucose', 2, may5, old.slice(0, 10));
    await named('cough', 0, '2024-05-05T03:00:00Z', [...young, ...old.slice(0, 3)]);
    await named('rash', 0, '2023-05-05T03:00:00Z', young);
    await named('rash', 1, '2023-05-05T12:00:00Z', old.slice(0, 3));
    await on.consumer.catchUp();
  });
  after(async () => {
    await rows.close();
    await on.close();
    await on.clinic.close();
  });

  async function measured(
    name: string,
    doctor: number,
    at: string,
    people: readonly Person[],
  ): Promise<void> {
    for (const person of people)
      await on.post(on.doctor(doctor), person, at, { vitals: [{ name, value: 70, unit: '1' }] });
  }

  async function named(name: string, doctor: number, at: string, people: readonly Person[]): Promise<void> {
    for (const person of people) await on.post(on.doctor(doctor), person, at, { symptoms: [{ name }] });
  }

  /** How many values each period has, and whether some are left out. */
  async function trend(vital: string, query: string, who: SignedIn = on.clinic.admin) {
    const days = 'fromOn=2024-05-01&toOn=2024-05-31';
    const answer = await on.ask(who, `vital-trends?vital=${vital}&${days}&${query}`);
    return { counts: answer.rows.map(({ count }) => count), isPartial: answer.isPartial };
  }

  it('have values of a day only where no group of that month’s days is small', async () => {
    expect(await trend('pulse', 'period=day')).to.deep.equal({ counts: [23, 12], isPartial: false });
    for (const vital of ['weight', 'height', 'glucose'])
      expect(await trend(vital, 'period=day'), vital).to.deep.equal({ counts: [], isPartial: true });
  });

  it('have values of a month where its people are enough, whatever its days', async () => {
    for (const [vital, count] of [
      ['pulse', 35],
      ['weight', 15],
      ['height', 15],
    ] as const)
      expect(await trend(vital, 'period=month'), vital).to.deep.equal({ counts: [count], isPartial: false });
    expect(await trend('glucose', 'period=month')).to.deep.equal({ counts: [], isPartial: true });
  });

  it('have values of a department where another one’s cannot be told from them', async () => {
    const here = `period=month&departmentId=${on.here.departmentId}`;
    for (const [who, query] of [
      [on.clinic.admin, here],
      [on.nurse, 'period=month'],
    ] as const) {
      expect(await trend('pulse', query, who)).to.deep.equal({ counts: [24], isPartial: false });
      expect(await trend('weight', query, who)).to.deep.equal({ counts: [15], isPartial: false });
      expect(await trend('height', query, who), '12 = 15 − 3').to.deep.equal({ counts: [], isPartial: true });
    }
  });

  it('say that something is left out only of what was asked for: age bands', async () => {
    const ask = (query: string) => on.ask(on.clinic.admin, `symptom-frequency?year=2024${query}`);
    const all = [{ symptom: 'cough', observations: 15 }];
    expect(await ask('')).to.deep.include({ rows: all, isPartial: false });
    expect(await ask('&ageBand=18-34')).to.deep.include({ rows: [], isPartial: true });
  });

  it('say that something is left out only of what was asked for: specializations', async () => {
    const ask = (path: string) => on.ask(on.clinic.admin, `${path}?year=2023`);
    const all = [{ symptom: 'rash', observations: 15 }];
    expect(await ask('symptom-frequency')).to.deep.include({ rows: all, isPartial: false });
    expect(await ask('symptoms-by-specialization')).to.deep.include({ rows: [], isPartial: true });
  });

  it('are complete until the instant they name: no later than anything that was not counted', async () => {
    await named('cough', 0, '2022-05-05T03:00:00Z', young.slice(0, 1));
    const [waits] = await rows.all("SELECT MIN(occurred_at) AS at FROM events WHERE awaits = 'documents'");
    const asOf = async (path: string) => Date.parse((await on.ask(on.clinic.admin, path)).asOf);
    for (const path of paths) expect(await asOf(path), path).to.be.at.most(waits?.at.getTime());
    await on.consumer.catchUp();
    for (const path of paths) expect(await asOf(path), path).to.be.greaterThan(waits?.at.getTime());
  });

  it('are left to another process while that one is at it', async () => {
    await named('fever', 0, '2022-06-05T03:00:00Z', young.slice(0, 1));
    const other = await SourceRows.open(on.clinic.urls.mysqlUrl);
    const own = async () => (await on.ask(on.doctor(0).user, 'symptom-frequency?year=2022&month=6')).rows;
    try {
      await other.run('START TRANSACTION');
      await other.run("SELECT name FROM analytics_consumers WHERE name = 'documents' FOR UPDATE");
      expect(await on.consumer.turn()).to.equal(false);
      expect(await own()).to.deep.equal([]);
    } finally {
      await other.close();
    }
    await on.consumer.catchUp();
    expect(await own()).to.deep.equal([{ symptom: 'fever', observations: 1, people: 1 }]);
  });

  it('are refused, not empty, until they were built for the first time', async () => {
    await rows.run(
      "UPDATE analytics_consumers SET built_at = NULL, has_numbers = 0 WHERE name = 'documents'",
    );
    for (const path of paths) {
      const { status, body } = await on.clinic.call(on.clinic.admin, 'GET', `/analytics/${path}`);
      expect([path, status, body.code]).to.deep.equal([path, 503, 'analytics_building']);
    }
    await on.consumer.catchUp();
    expect((await trend('pulse', 'period=month')).counts).to.deep.equal([35]);
  });
});
