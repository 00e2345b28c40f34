import { expect } from 'chai';
import { impossibleDate, type Life, type Span } from '../../src/lib/life-dates.js';

const now = new Date('2026-11-29T12:00:00Z');
const lived: Life = { bornOn: '2006-03-05', diedOn: '2024-06-30' };
const lives: Life = { bornOn: '2006-03-05' };

describe('A date in somebody’s life', () => {
  const possible: [what: string, Span, Life][] = [
    ['no date at all', { from: null }, lived],
    ['the day of birth', { from: '2006-03-05' }, lived],
    ['the day before it, which it is in another zone', { from: new Date('2006-03-04T10:30:00Z') }, lived],
    ['the day of death', { from: '2024-06-30' }, lived],
    ['the morning after in Tokyo', { from: new Date('2024-07-01T14:00:00Z') }, lived],
    ['a stay over the new year', { from: new Date('2012-12-31'), to: new Date('2013-01-02') }, lived],
    ['a moment that ends as it begins', { from: new Date('2012-12-31'), to: new Date('2012-12-31') }, lived],
    ['something without an end', { from: '2012-12-31', to: null }, lived],
    ['today where it is tomorrow', { from: '2026-11-30' }, lives],
    ['what a fast clock says', { from: new Date('2026-11-29T12:04:00Z') }, lives],
    ['a visit that is booked', { from: new Date('2027-01-01'), isPlanned: true }, lives],
    ['anything of somebody whose birth nobody knows', { from: '1801-01-01' }, { bornOn: null }],
    [
      'an end on the day in another zone',
      { from: '2012-12-31', to: new Date('2012-12-30T23:00:00Z') },
      lived,
    ],
  ];
  for (const [what, span, life] of possible)
    it(`can be ${what}`, () => {
      expect(impossibleDate(span, life, now)).to.equal(null);
    });

  const impossible: [what: string, Span, Life, fault: string, end?: 'from' | 'to'][] = [
    ['1943, of somebody born in 2006', { from: new Date('1943-05-01T09:00:00Z') }, lived, 'before_birth'],
    ['two days before birth', { from: '2006-03-03' }, lived, 'before_birth'],
    ['an end before birth', { from: null, to: '1999-01-01' }, lived, 'before_birth', 'to'],
    ['a visit before birth, planned or not', { from: '2001-01-01', isPlanned: true }, lived, 'before_birth'],
    ['two days after death', { from: '2024-07-02' }, lived, 'after_death'],
    ['a visit booked after death', { from: '2027-01-01', isPlanned: true }, lived, 'after_death'],
    ['an end long after death', { from: '2024-06-29', to: '2025-06-29' }, lived, 'after_death', 'to'],
    ['the day after tomorrow', { from: '2026-12-01' }, lives, 'in_the_future'],
    ['ten minutes from now', { from: new Date('2026-11-29T12:10:00Z') }, lives, 'in_the_future'],
    ['an end in 2087', { from: '2012-12-31', to: '2087-01-01' }, lives, 'in_the_future', 'to'],
    ['an end before its start', { from: '2012-12-31', to: '2012-12-30' }, lives, 'ends_before_start', 'to'],
    [
      'an end a second before',
      { from: new Date('2012-12-31T10:00:01Z'), to: new Date('2012-12-31T10:00:00Z') },
      lives,
      'ends_before_start',
      'to',
    ],
    [
      'a planned end before its start',
      { from: new Date('2027-01-02'), to: new Date('2027-01-01'), isPlanned: true },
      lives,
      'ends_before_start',
      'to',
    ],
  ];
  for (const [what, span, life, fault, end = 'from'] of impossible)
    it(`cannot be ${what}`, () => {
      expect(impossibleDate(span, life, now)).to.deep.equal({ end, fault });
    });
});
