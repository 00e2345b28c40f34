import { expect } from 'chai';
import { StoryCalendar } from './calendar.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const from = Date.parse('2026-11-21T00:00:00Z');
/** Every 17 hours of three years: all months, weekdays and hours of the day. */
const moments = Array.from({ length: 1_500 }, (_, index) => from + index * 17 * hourMs + index);

const shown = (calendar: StoryCalendar, iso: string): string =>
  new Date(calendar.shown(Date.parse(iso)) ?? Number.NaN).toISOString();

describe('The days of the story', () => {
  it('are a week from Monday on, in one month, two to eight weeks ahead, whenever it is played', () => {
    for (const now of moments) {
      const calendar = new StoryCalendar(now);
      const monday = new Date(calendar.at(1, 0));
      expect([monday.getUTCDay(), calendar.on(1).slice(0, 7)]).to.deep.equal([1, calendar.on(7).slice(0, 7)]);
      expect(monday.getTime() - now).to.be.within(14 * dayMs, 56 * dayMs);
    }
  });

  it('read alike in the examples, whenever it is played', () => {
    for (const now of moments) {
      const calendar = new StoryCalendar(now);
      const read = [
        ...[calendar.at(3, 9, 20), calendar.soon(1), calendar.soon(-2)].map((iso) => shown(calendar, iso)),
        ...[calendar.on(5), new Date(now).toISOString().slice(0, 10)].map((on) => calendar.shownDate(on)),
      ];
      expect(read).to.deep.equal([
        ...['2027-03-03T09:20:00.000Z', '2027-02-15T10:00:00.000Z', '2027-02-15T07:00:00.000Z'],
        ...['2027-03-05', '2027-02-15'],
      ]);
    }
  });

  it('leave what is neither planned nor near as it is', () => {
    const calendar = new StoryCalendar(from);
    expect(calendar.shown(Date.parse('2026-03-10T08:00:00Z'))).to.equal(null);
    expect(calendar.shownDate('1990-05-17')).to.equal('1990-05-17');
  });
});
