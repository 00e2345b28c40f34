import { expect } from 'chai';
import type { Numbers } from '../../src/analytics/analytics.types.js';
import { rebuildAll, verifyAll } from '../../src/analytics/trust.js';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { BookingStorm } from '../booking/booking-storm.js';
import { eventually } from '../clinical/clinical-cast.js';
import { type Answer, type Clinic, must, startClinic } from '../support/clinic.js';
import { doctorAtWork, futureAt, patients, setBookingLimits, ward } from '../support/people.js';
import { expectTrueNumbers, summariesOf } from './books.js';
import { SourceRows } from './source-rows.js';

describe('Numbers while patients book, move and cancel', () => {
  let clinic: Clinic;
  let rows: SourceRows;
  let storm: BookingStorm;
  let storming: Promise<void>;
  let doctor: SignedIn;
  let isOver = false;

  before(async () => {
    clinic = await startClinic();
    rows = await SourceRows.open(clinic.urls.mysqlUrl);
    const where = await ward(clinic);
    await setBookingLimits(clinic);
    const doctors = [
      await doctorAtWork(clinic, where),
      await doctorAtWork(clinic, where, { zone: 'Asia/Tokyo' }),
    ];
    doctor = doctors[0]?.user ?? expect.fail();
    storm = new BookingStorm({
      patients: await patients(clinic, 4),
      doctors: doctors.map((each) => each.doctor),
      from: futureAt(3, 8),
      minutes: 40 * 1_440,
      call: () => clinic.call,
      isOver: (requests) => isOver || requests > 400,
    });
    storming = storm.run();
  });
  after(async () => {
    isOver = true;
    await storming;
    await rows.close();
    await clinic.close();
  });

  const ask = (): Promise<Answer<Numbers<{ appointments: number }>>> =>
    clinic.call(doctor, 'GET', '/analytics/monthly-appointments');

  it('are found equal to the rows, again and again', async () => {
    await eventually('the first visits are counted', async () => (await must(ask())).rows.length > 0);
    for (let look = 0; look < 5; look++) expect(await summariesOf(clinic).verify()).to.deep.equal([]);
  });

  it('are answered all along while they are rebuilt, never from an empty table, and lose nothing', async () => {
    let isRebuilt = false;
    const seen: Answer<Numbers<{ appointments: number }>>[] = [];
    const look = async () => {
      while (!isRebuilt) seen.push(await ask());
    };
    const looking = [look(), look(), look()];
    for (let round = 0; round < 3; round++) await summariesOf(clinic).rebuild();
    isRebuilt = true;
    await Promise.all(looking);
    expect(seen.length).to.be.greaterThan(10);
    for (const { status, body } of seen) {
      expect(status, JSON.stringify(body)).to.equal(200);
      expect(body.rows.length).to.be.greaterThan(0);
    }
    expect(await summariesOf(clinic).verify()).to.deep.equal([]);
  });

  it('are found equal after it all', async () => {
    isOver = true;
    await storming;
    expect(storm.tally()['201']).to.be.greaterThan(20);
    expect(storm.tally()['200']).to.be.greaterThan(10);
    expect(await verifyAll([summariesOf(clinic)], () => {})).to.deep.equal([]);
    await expectTrueNumbers(rows);
    await rebuildAll([summariesOf(clinic)], () => {});
    expect(await verifyAll([summariesOf(clinic)], () => {})).to.deep.equal([]);
    await expectTrueNumbers(rows);
  });
});
