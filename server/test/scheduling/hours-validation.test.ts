import { expect } from 'chai';
import { validateOverrides, validateWeeklyHours } from '../../src/scheduling/hours-validation.js';
import type { WeeklyHours } from '../../src/scheduling/weekly-hours.js';
import { window } from './schedule-builders.js';

const monday = (text: string, validity: Partial<WeeklyHours> = {}): WeeklyHours => ({
  weekday: 1,
  ...window(text),
  ...validity,
});

const weeklyFields = (...weekly: WeeklyHours[]) =>
  validateWeeklyHours(weekly, 'body.weekly').map((problem) => problem.field);

describe('Weekly hours that cannot be', () => {
  it('pass when they only touch, or lie on other days', () => {
    expect(
      weeklyFields(monday('08:00-12:00'), monday('12:00-24:00'), { weekday: 2, ...window('00:00-24:00') }),
    ).to.be.empty;
  });

  it('name the later of two windows that overlap on one weekday', () => {
    expect(weeklyFields(monday('08:00-12:00'), monday('11:55-13:00'))).to.deep.equal(['body.weekly.1']);
  });

  it('may overlap when they are valid at different times', () => {
    const winter = { validToOn: '2026-03-31' };
    const summer = { validFromOn: '2026-04-01' };
    expect(weeklyFields(monday('08:00-12:00', winter), monday('09:00-13:00', summer))).to.be.empty;
    expect(
      weeklyFields(monday('08:00-12:00', summer), monday('09:00-13:00', { validToOn: '2026-04-01' })),
    ).to.have.length(1);
  });

  it('name the minute that is off the grid, out of the day, or no number', () => {
    for (const startMinute of [3, -5, 1_445, 7.5, Number.NaN]) {
      expect(weeklyFields({ weekday: 1, startMinute, endMinute: 1_440 })).to.deep.equal([
        'body.weekly.0.startMinute',
      ]);
    }
  });

  it('name the end when it is not after the start', () => {
    expect(weeklyFields(monday('10:00-10:00'))).to.deep.equal(['body.weekly.0.endMinute']);
    expect(weeklyFields(monday('22:00-06:00'))).to.deep.equal(['body.weekly.0.endMinute']);
  });

  it('name a validity that is no date or ends before it begins', () => {
    expect(weeklyFields(monday('08:00-12:00', { validFromOn: '2026-02-30' }))).to.deep.equal([
      'body.weekly.0.validFromOn',
    ]);
    expect(
      weeklyFields(monday('08:00-12:00', { validFromOn: '2026-05-02', validToOn: '2026-05-01' })),
    ).to.deep.equal(['body.weekly.0.validToOn']);
  });

  it('are refused as a whole when there are too many to compare', () => {
    expect(weeklyFields(...Array.from({ length: 10_000 }, () => monday('08:00-12:00')))).to.deep.equal([
      'body.weekly',
    ]);
  });
});

describe('Date overrides that cannot be', () => {
  const fields = (...overrides: Parameters<typeof validateOverrides>[0]) =>
    validateOverrides(overrides, 'body.overrides').map((problem) => problem.field);

  it('pass when closed or without overlap', () => {
    expect(
      fields(
        { dateOn: '2026-12-24', windows: [] },
        { dateOn: '2026-12-31', windows: [window('08:00-10:00'), window('10:00-12:00')] },
      ),
    ).to.be.empty;
  });

  it('name the overlap, the wrong date and the date given twice, never the value', () => {
    const overrides = [
      { dateOn: '2026-12-31', windows: [window('08:00-10:00'), window('09:55-12:00')] },
      { dateOn: '2026-13-01', windows: [] },
      { dateOn: '2026-12-31', windows: [window('11:00-10:00')] },
    ];
    expect(fields(...overrides)).to.deep.equal([
      'body.overrides.0.windows.1',
      'body.overrides.1.dateOn',
      'body.overrides.2.windows.0.endMinute',
      'body.overrides.2.dateOn',
    ]);
    const messages = validateOverrides(overrides, 'body.overrides').map((problem) => problem.message);
    expect(messages.join()).not.to.contain('2026');
  });
});
