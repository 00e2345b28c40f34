import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import { CellMerge } from '../../src/document-analytics/cell-merge.js';
import { PendingEvents } from '../../src/events/pending-events.js';
import { must, startClinic } from '../support/clinic.js';
import { patient, staff } from '../support/people.js';
import { ageAt, dateAt, ObservedClinic, type Posted, type Row, symptomsOf } from './observed.js';

const collections = ['symptom_facts', 'vital_facts', 'symptom_cells', 'vital_cells', 'symptom_counts'];
const births = ['2015-06-01', '1990-02-03', '1978-11-30', '1969-01-01', '1955-05-05', '1940-12-31'];
const names = ['Cough', 'fever', ' Headache ', 'rash'];

/** How often doctors and months come up: the same every time. */
function* dice(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

describe('Numbers about observations', function () {
  this.timeout(240_000);
  let on: ObservedClinic;
  let mongo: MongoClient;
  const rolls = dice(7);
  const roll = (below: number): number => rolls.next().value % below;

  before(async () => {
    on = await ObservedClinic.open(await startClinic());
    await on.consumer.catchUp();
    await on.stopWorkers();
    mongo = new MongoClient(on.clinic.urls.mongoUrl);
    const people = await on.people(Array.from({ length: 60 }, (_none, index) => births[index % 6] ?? ''));
    for (let index = 0; index < 400; index++) {
      const at = new Date(Date.UTC(2025, 10 + roll(4), 1 + roll(28), roll(24), roll(60))).toISOString();
      const symptoms = [names[roll(4)], names[roll(4)]].map((name) => ({ name: name ?? '' }));
      const value = 50 + roll(400) / 10;
      const vitals = [{ code: '8867-4', name: 'Heart rate', value, unit: '/min' }];
      const person = people[roll(60)] ?? { patientId: '', birthOn: '' };
      await on.post(on.doctor(roll(3)), person, at, index % 3 === 0 ? { vitals } : { symptoms });
    }
    await on.consumer.catchUp();
  });
  after(async () => {
    await mongo?.close();
    await on?.close();
    await on?.clinic.close();
  });

  /** Everything that is kept, without what is left to chance. */
  async function everything(): Promise<Record<string, unknown[]>> {
    const kept: Record<string, unknown[]> = {};
    for (const name of collections) {
      const found = await mongo.db().collection(name).find().sort({ _id: 1 }).toArray();
      kept[name] = found.map(({ stamp: _stamp, people, sum, ...rest }) =>
        JSON.stringify({ ...rest, people: people?.length, sum: sum && Number(sum).toFixed(6) }),
      );
    }
    return kept;
  }

  const frequencyOf = (some: readonly Posted[]): Row[] => {
    const all = some.flatMap((each) => symptomsOf(each).map((symptom) => ({ symptom, who: each.patientId })));
    const rows = [...new Set(all.map(({ symptom }) => symptom))].map((symptom) => {
      const named = all.filter((each) => each.symptom === symptom);
      return { symptom, observations: named.length, people: new Set(named.map(({ who }) => who)).size };
    });
    return rows.sort((a, b) => b.observations - a.observations || (a.symptom < b.symptom ? -1 : 1));
  };
  const inMonth = (month: string) => (each: Posted) => dateAt(each).startsWith(month);
  const months = () => [...new Set(on.posted.map((each) => dateAt(each).slice(0, 7)))];

  /** What an admin may see: the months of which at least eleven people are counted. */
  const shownToAdmin = (some: readonly Posted[]): Row[] => {
    const sums = new Map<string, number>();
    for (const month of months())
      for (const { symptom, observations, people } of frequencyOf(some.filter(inMonth(month))))
        if (Number(people) >= 11)
          sums.set(String(symptom), (sums.get(String(symptom)) ?? 0) + Number(observations));
    return [...sums]
      .map(([symptom, observations]) => ({ symptom, observations }))
      .sort((a, b) => b.observations - a.observations || (a.symptom < b.symptom ? -1 : 1));
  };

  it('are a doctor’s own for her, by month, year, department and age band', async () => {
    for (const doctor of on.doctors) {
      const own = on.posted.filter((each) => each.doctor === doctor && each.parts.symptoms);
      const ask = async (query: string) => (await on.ask(doctor.user, `symptom-frequency?${query}`)).rows;
      expect(await ask('')).to.deep.equal(frequencyOf(own));
      expect(await ask('year=2025')).to.deep.equal(frequencyOf(own.filter(inMonth('2025'))));
      expect(await ask('year=2026&month=1')).to.deep.equal(frequencyOf(own.filter(inMonth('2026-01'))));
      const young = own.filter((each) => ageAt(each) < 18);
      expect(await ask('ageBand=0-17')).to.deep.equal(frequencyOf(young));
      const isHere = doctor.doctor.department.id === on.here.departmentId;
      expect(await ask(`departmentId=${on.here.departmentId}`)).to.deep.equal(isHere ? frequencyOf(own) : []);
    }
  });

  it('are, for admins, sums of months that are about at least eleven people', async () => {
    const ask = async (query: string) => (await on.ask(on.clinic.admin, `symptom-frequency?${query}`)).rows;
    expect(await ask('')).to.deep.equal(shownToAdmin(on.posted));
    for (const year of ['2025', '2026'])
      expect(await ask(`year=${year}`)).to.deep.equal(shownToAdmin(on.posted.filter(inMonth(year))));
    for (const month of months()) {
      const [year, number] = month.split('-').map(Number);
      const expected = shownToAdmin(on.posted.filter(inMonth(month)));
      expect(await ask(`year=${year}&month=${number}`)).to.deep.equal(expected);
    }
  });

  it('are never about one to ten people for those who do not see them, nor is the rest of a sum', async () => {
    const people = await on.people(Array.from({ length: 30 }, () => '1990-02-03'));
    const say = async (doctor: number, who: number[], name: string) => {
      for (const index of who)
        await on.post(on.doctor(doctor), people[index] as Posted, '2024-05-05T12:00:00Z', {
          symptoms: [{ name }],
        });
    };
    const upTo = (from: number, to: number) =>
      Array.from({ length: to - from }, (_none, index) => from + index);
    await say(0, upTo(0, 12), 'hiccups');
    await say(2, upTo(12, 15), 'hiccups');
    await say(0, upTo(0, 14), 'itching');
    await say(2, upTo(14, 29), 'itching');
    await say(2, upTo(0, 10), 'vertigo');
    await on.consumer.catchUp();
    const ask = (who: 'admin' | 'nurse', more = '') =>
      on.ask(who === 'admin' ? on.clinic.admin : on.nurse, `symptom-frequency?year=2024${more}`);
    const [hiccups, itching] = [
      { symptom: 'hiccups', observations: 15 },
      { symptom: 'itching', observations: 29 },
    ];
    const here = `&departmentId=${on.here.departmentId}`;
    const elsewhere = `&departmentId=${on.elsewhere.departmentId}`;
    expect(await ask('admin')).to.deep.include({
      isPartial: true,
      rows: [itching, hiccups],
      smallestGroup: 11,
    });
    const itchingHere = [{ symptom: 'itching', observations: 14 }];
    expect(await ask('admin', here), 'hiccups here = all − 3').to.deep.include({
      rows: itchingHere,
      isPartial: true,
    });
    expect((await ask('admin', elsewhere)).rows).to.deep.equal([{ symptom: 'itching', observations: 15 }]);
    expect((await ask('nurse')).rows).to.deep.equal(itchingHere);
    expect((await ask('nurse', elsewhere)).rows).to.deep.equal([]);
    const own = await on.ask(on.doctor(2).user, 'symptom-frequency?year=2024');
    expect(own).to.deep.include({ isPartial: false, smallestGroup: 1 });
    expect(own.rows).to.deep.include({ symptom: 'vertigo', observations: 10, people: 10 });
    const bySpecialization = await on.ask(on.clinic.admin, 'symptoms-by-specialization?year=2024');
    expect(bySpecialization.rows.map(({ symptom, count }) => [symptom, count])).to.have.deep.members([
      ['itching', 14],
      ['itching', 15],
    ]);
  });

  it('are joined with the specializations of the doctors, who see their own', async () => {
    const doctor = on.doctor(1);
    const own = on.posted.filter((each) => each.doctor === doctor && each.parts.symptoms);
    const { rows } = await on.ask(doctor.user, 'symptoms-by-specialization?top=2');
    const [specialization] = doctor.doctor.specializations;
    const expected = frequencyOf(own)
      .slice(0, 2)
      .map(({ symptom, observations: count }) => ({
        specializationId: specialization?.id,
        specialization: specialization?.name,
        symptom,
        count,
      }));
    expect(rows).to.deep.equal(expected);
  });

  it('follow the values of a vital with a moving mean', async () => {
    const doctor = on.doctor(0);
    const own = on.posted.filter((each) => each.doctor === doctor && each.parts.vitals);
    const dated = own.map((each) => ({
      month: dateAt(each).slice(0, 7),
      value: each.parts.vitals?.[0]?.value ?? 0,
    }));
    const query = 'period=month&window=2&fromOn=2025-12-10&toOn=2026-02-01';
    const { rows } = await on.ask(doctor.user, `vital-trends?vital=8867-4&${query}`);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const valuesOf = (some: string[]) =>
      dated.filter(({ month }) => some.includes(month)).map(({ value }) => value);
    expect(rows).to.have.length(3);
    for (const [row, before, month] of [
      [rows[0], '2025-11', '2025-12'],
      [rows[1], '2025-12', '2026-01'],
      [rows[2], '2026-01', '2026-02'],
    ] as const) {
      const values = valuesOf([month]);
      expect(row).to.include({ startsOn: `${month}-01`, unit: '/min', count: values.length });
      expect(row).to.include({ min: Math.min(...values), max: Math.max(...values) });
      expect(row?.mean).to.be.closeTo(mean(values), 1e-9);
      expect(row?.movingMean).to.be.closeTo(mean(valuesOf([before, month])), 1e-9);
    }
    const admin = await on.ask(on.clinic.admin, `vital-trends?vital=Heart%20Rate&${query}`);
    for (const { startsOn, count, min } of admin.rows) {
      const all = on.posted.filter(
        (each) => each.parts.vitals && inMonth(String(startsOn).slice(0, 7))(each),
      );
      expect([count, min]).to.deep.equal([all.length, undefined]);
    }
  });

  it('go by the calendar of where the doctor works', async () => {
    const [person] = await on.people(['1990-02-03']);
    for (const index of [0, 1])
      await on.post(on.doctor(index), person as Posted, '2023-01-01T05:00:00Z', {
        symptoms: [{ name: 'Chills' }],
      });
    await on.consumer.catchUp();
    const year = async (index: number, query: string) =>
      (await on.ask(on.doctor(index).user, `symptom-frequency?year=${query}`)).rows.length;
    expect([await year(0, '2023'), await year(0, '2022')]).to.deep.equal([1, 0]);
    expect([await year(1, '2023'), await year(1, '2022&month=12')]).to.deep.equal([0, 1]);
  });

  it('lose what is withdrawn, and follow a corrected birth date', async () => {
    const someone = on.posted.find((each) => each.parts.symptoms) as Posted;
    await on.withdraw(someone);
    const reception = await staff(on.clinic, 'receptionist');
    const person = await patient(on.clinic);
    const posted = await on.post(
      on.doctor(0),
      { patientId: person.patientId, birthOn: '1990-02-03' },
      '2022-01-01T12:00:00Z',
      { symptoms: [{ name: 'Fatigue' }] },
    );
    await on.consumer.catchUp();
    const band = async (name: string) =>
      (await on.ask(on.doctor(0).user, `symptom-frequency?year=2022&ageBand=${name}`)).rows.length;
    expect([await band('18-34'), await band('80%2B')]).to.deep.equal([1, 0]);
    const path = `/patients/${posted.patientId}`;
    const { headers } = await on.clinic.call(reception, 'GET', path);
    const ifMatch = { 'if-match': headers.get('etag') ?? '' };
    await must(
      on.clinic.call(reception, 'PATCH', path, { body: { birthOn: '1930-02-03' }, headers: ifMatch }),
    );
    posted.birthOn = '1930-02-03';
    await on.consumer.catchUp();
    expect([await band('18-34'), await band('80%2B')]).to.deep.equal([0, 1]);
    const own = on.posted.filter((each) => each.doctor === someone.doctor && each.parts.symptoms);
    const { rows } = await on.ask(someone.doctor.user, 'symptom-frequency?limit=200');
    expect(rows).to.deep.equal(frequencyOf(own));
  });

  it('come out the same when a batch is cut short anywhere and done again', async () => {
    const cuts: [object, string][] = [
      [PendingEvents.prototype, 'settle'],
      [CellMerge.prototype, 'merge'],
      [CellMerge.prototype, 'settle'],
      [CellMerge.prototype, 'sumUp'],
    ];
    const [person] = await on.people(['1990-02-03']);
    for (const [prototype, method] of cuts) {
      const victim = on.posted.find((each) => each.parts.symptoms && each.doctor === on.doctor(0)) as Posted;
      await on.withdraw(victim);
      await on.post(on.doctor(0), person as Posted, '2025-12-12T12:00:00Z', {
        symptoms: [{ name: 'cough' }],
      });
      const original = Object.getOwnPropertyDescriptor(prototype, method) as PropertyDescriptor;
      const cut = () => Promise.reject(new Error('cut short'));
      Object.defineProperty(prototype, method, { ...original, value: cut });
      const outcome = await on.consumer.turn().catch((error: Error) => error.message);
      Object.defineProperty(prototype, method, original);
      expect(outcome, method).to.equal('cut short');
      await on.consumer.catchUp();
      expect(await on.consumer.verify(), method).to.deep.equal([]);
    }
    const own = on.posted.filter((each) => each.doctor === on.doctor(0) && each.parts.symptoms);
    const { rows } = await on.ask(on.doctor(0).user, 'symptom-frequency?limit=200');
    expect(rows).to.deep.equal(frequencyOf(own));
  });

  it('are the same when they are built anew, and verified', async () => {
    const before = await everything();
    expect(before.symptom_cells).to.have.length.above(50);
    expect(await on.consumer.verify()).to.deep.equal([]);
    await on.consumer.rebuild();
    expect(await everything()).to.deep.equal(before);
    expect(await on.consumer.verify()).to.deep.equal([]);
  });

  it('are built anew when a doctor’s specialization changes', async () => {
    const { doctor } = on.doctor(0);
    const path = `/doctors/${doctor.id}`;
    const { headers } = await on.clinic.call(on.clinic.admin, 'GET', `${path}/profile`);
    const specializationIds = [on.here.specializationId, on.elsewhere.specializationId];
    const ifMatch = { 'if-match': headers.get('etag') ?? `"${doctor.version}"` };
    await must(
      on.clinic.call(on.clinic.admin, 'PATCH', path, { body: { specializationIds }, headers: ifMatch }),
    );
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await on.consumer.turn();
    await on.consumer.catchUp();
    expect(await on.consumer.verify()).to.deep.equal([]);
    const { rows } = await on.ask(on.doctor(0).user, 'symptoms-by-specialization?top=1');
    expect(rows.map((row) => row.specializationId)).to.have.members(specializationIds);
  });

  it('are told to be wrong where somebody meddles with them', async () => {
    const db = mongo.db();
    const wrongs: [string, () => Promise<unknown>][] = [
      ['symptom_facts', () => db.collection('symptom_facts').deleteOne({})],
      ['vital_facts', () => db.collection('vital_facts').updateOne({}, { $set: { day: '2001-01-01' } })],
      ['symptom_cells', () => db.collection('symptom_cells').updateOne({}, { $inc: { observations: 1 } })],
      [
        'vital_cells',
        () => db.collection('vital_cells').updateOne({ shown: { $lt: 3 } }, { $set: { shown: 3 } }),
      ],
      ['symptom_counts', () => db.collection('symptom_counts').deleteOne({ grain: 'year' })],
    ];
    for (const [where, meddle] of wrongs) {
      await meddle();
      const differences = await on.consumer.verify();
      expect(
        differences.map((difference) => difference.where),
        where,
      ).to.include(where);
      await on.consumer.rebuild();
    }
    expect(await on.consumer.verify()).to.deep.equal([]);
  });

  it('are refused to roles without the function, and to questions that make no sense', async () => {
    const nobody = [await patient(on.clinic), { user: await staff(on.clinic, 'receptionist') }];
    for (const path of ['symptom-frequency', 'symptoms-by-specialization', 'vital-trends?vital=8867-4'])
      for (const { user } of nobody)
        expect((await on.clinic.call(user, 'GET', `/analytics/${path}`)).status).to.equal(403);
    const senseless = [
      'symptom-frequency?month=3',
      'symptom-frequency?ageBand=4-5',
      'symptoms-by-specialization?top=0',
      'vital-trends',
      'vital-trends?vital=x&period=year',
      'vital-trends?vital=x&fromOn=2026-02-30',
      'vital-trends?vital=x&fromOn=2026-02-03&toOn=2026-01-01',
      'vital-trends?vital=x&fromOn=1950-01-01&toOn=2026-01-01',
    ];
    for (const path of senseless)
      expect((await on.clinic.call(on.clinic.admin, 'GET', `/analytics/${path}`)).status, path).to.equal(422);
  });
});
