import { expect } from 'chai';
import type { Appointment } from '../../server/src/appointments/appointments.types.js';
import type { Errand } from '../clients/errands.js';
import { type Course, madeUp } from '../clients/made-up.js';
import type { Broken } from '../kernel/proof.js';
import { judgeReadBack, judgeVersions } from './judge-lives.js';
import { judgeSlotTaken, judgeStates } from './judge-refusals.js';
import { judgeOverlapsStored, judgeOverlapsTold } from './judge-times.js';
import { staysOf } from './stays.js';
import type { StoredVisit } from './stored-visits.js';

const times = { startsAt: '2030-01-01T09:00:00.000Z', endsAt: '2030-01-01T09:30:00.000Z' };
const people = { doctorId: 'doctor 1', patientId: 'patient 1' };

function told(visit: Partial<Appointment>, course: Course = {}): Errand {
  const usual = { id: 'visit 1', ...people, ...times, state: 'booked', version: 1, holdExpiresAt: null };
  return madeUp({ ...usual, ...visit }, course);
}

const refused = (code: string, course: Course, answer: object = {}): Errand =>
  madeUp({ code, ...answer }, { status: 409, code, ...course });

const asStored = (visit: Partial<StoredVisit>): StoredVisit => ({
  ...{ id: 'visit 1', ...people, state: 'booked', version: 1 },
  ...{ startMs: Date.parse(times.startsAt), endMs: Date.parse(times.endsAt) },
  ...visit,
});

const whatOf = (broken: readonly Broken[]): string[] => broken.map(({ what }) => what);

describe('Judging a storm of bookings', () => {
  const wish = { body: { ...people, startsAt: times.startsAt, durationMinutes: 15 } };

  it('names the doctor of two visits that stood at one moment', () => {
    const rival = { id: 'visit 2', patientId: 'patient 2', startsAt: '2030-01-01T09:25:00.000Z' };
    const lives = staysOf([told({}), told(rival, { askedAtMs: 50 })], 0);
    expect(whatOf(judgeOverlapsTold(lives))).to.deep.equal([
      'two acknowledged visits of one doctor overlapped',
    ]);
  });

  it('accuses nobody when one visit follows the other, or may have been cancelled before', () => {
    const next = { id: 'visit 2', startsAt: times.endsAt, endsAt: '2030-01-01T09:35:00.000Z' };
    const cancelled = told({ state: 'cancelled', version: 2 }, { askedAtMs: 40, toldAtMs: 80 });
    const rival = told({ id: 'visit 3' }, { askedAtMs: 30, toldAtMs: 60 });
    expect(judgeOverlapsTold(staysOf([told({}), told(next), cancelled, rival], 0))).to.deep.equal([]);
  });

  it('names two stored visits that overlap, unless one is over', () => {
    const rows = [asStored({}), asStored({ id: 'visit 2', doctorId: 'doctor 2' })];
    expect(whatOf(judgeOverlapsStored(rows, new Map()))).to.deep.equal([
      'two stored visits of one patient overlap',
    ]);
    const over = [asStored({}), asStored({ id: 'visit 2', state: 'expired' })];
    expect(judgeOverlapsStored(over, new Map())).to.deep.equal([]);
  });

  it('names a refusal when the time was surely free again, and accepts it while it may have been taken', () => {
    const cancelled = told({ state: 'cancelled', version: 2 }, { askedAtMs: 40, toldAtMs: 80 });
    const at = (askedAtMs: number) => {
      const errands = [told({}), cancelled, refused('slot_taken', { ...wish, askedAtMs })];
      return judgeSlotTaken(errands, staysOf(errands, 0));
    };
    expect(at(70)).to.deep.equal([]);
    expect(whatOf(at(81))).to.deep.equal(['a time was refused as taken that nobody can have had']);
  });

  it('names a hold that is confirmed after its time, or called expired before', () => {
    const held = told({ state: 'held', holdExpiresAt: new Date(1_000).toISOString() });
    const path = '/appointments/00000000-0000-0000-0000-000000000001/confirm';
    const withId = (errand: Errand): Errand => {
      Object.assign(errand.outcome?.answer as object, { id: path.slice(14, 50) });
      return errand;
    };
    const late = told({ state: 'confirmed', version: 2 }, { path, askedAtMs: 1_200 });
    const errands = [withId(held), withId(late)];
    expect(whatOf(judgeStates(errands, staysOf(errands, 0)))).to.deep.equal([
      'a hold was confirmed after it had run out',
    ]);
    const early = [withId(held), refused('hold_expired', { path, askedAtMs: 500 })];
    expect(whatOf(judgeStates(early, staysOf(early, 0)))).to.deep.equal([
      'a hold was called expired before its time',
    ]);
  });

  it('names a change that was told twice, and one that was told to nobody', () => {
    for (const version of [1, 3]) {
      const lives = staysOf([told({}), told({ version })], 0);
      expect(judgeVersions(lives), `version ${version}`).to.have.length(1);
    }
  });

  it('names what is lost, what is otherwise and what nobody was told of, and lets a hold run out', () => {
    const lives = staysOf([told({})], 0);
    const readBack = (...rows: StoredVisit[]) => whatOf(judgeReadBack(lives, rows, 'MySQL'));
    const lost = 'an acknowledged change is lost: MySQL has it otherwise';
    expect(readBack(asStored({}))).to.deep.equal([]);
    expect(readBack()).to.deep.equal([lost]);
    expect(readBack(asStored({ state: 'cancelled' }))).to.deep.equal([lost]);
    expect(readBack(asStored({}), asStored({ id: 'visit 2' }))).to.deep.equal([
      'MySQL has a visit that nobody was told of',
    ]);
    const held = staysOf([told({ state: 'held', holdExpiresAt: new Date(1_000).toISOString() })], 0);
    expect(judgeReadBack(held, [asStored({ state: 'expired', version: 2 })], 'MySQL')).to.deep.equal([]);
  });
});
