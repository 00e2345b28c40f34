import { expect } from 'chai';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, isCalendarDate, parseInstant } from '../../src/lib/time.js';
import { isIanaZone, localDateOn, localMinuteOfDay, zonedStart } from '../../src/lib/zone.js';

describe('Instants from outside', () => {
  it('are read with Z or an offset', () => {
    expect(parseInstant('2026-12-01T09:30:00.000Z')).to.equal(Date.UTC(2026, 11, 1, 9, 30));
    expect(parseInstant('2026-12-01T09:30+05:30')).to.equal(Date.UTC(2026, 11, 1, 4));
    expect(parseInstant('2026-12-01T09:30:15.1239Z')).to.equal(Date.UTC(2026, 11, 1, 9, 30, 15, 123));
  });

  it('are refused without them, or when there is no such time', () => {
    const refused = [
      '2026-12-01T09:30:00',
      '2026-12-01',
      '2026-12-01 09:30:00Z',
      '2026-02-30T09:30:00Z',
      '2026-12-01T24:00:00Z',
      '2026-12-01T09:60:00Z',
      '2026-12-01T23:59:60Z',
      '2026-12-01T09:30:00+24:00',
      '2026-12-01T09:30:00Z\n',
      '0999-12-31T23:59:59Z',
      '9999-12-31T23:59:59-01:00',
      '+012026-12-01T09:30:00Z',
      '',
    ];
    for (const text of refused) expect(parseInstant(text), text).to.equal(null);
  });

  it('read back what they write', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('9999-12-31') }),
        (date) => {
          expect(parseInstant(date.toISOString())).to.equal(date.getTime());
        },
      ),
    );
  });
});

describe('Calendar dates', () => {
  it('are dates that the calendar has', () => {
    expect(isCalendarDate('2028-02-29')).to.equal(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '0001-01-01', '2026-01-01T00:00:00Z', '']) {
      expect(isCalendarDate(text), text).to.equal(false);
    }
  });

  it('count over months and leap days', () => {
    expect(addDays('2028-02-28', 2)).to.equal('2028-03-01');
    expect(addDays('2027-01-01', -1)).to.equal('2026-12-31');
  });
});

describe('Local wall time', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'America/St_Johns',
  ];

  it('begins where Temporal says, and at the change for a minute that the change skips', function () {
    this.timeout(240_000);
    const anyMoment = fc.record({
      zone: fc.constantFrom(...zones, 'Pacific/Apia', 'Africa/Cairo', 'America/Havana'),
      day: fc.integer({ min: 0, max: 365 * 48 }),
      minuteOfDay: fc.integer({ min: 0, max: 1_439 }),
    });
    fc.assert(
      fc.property(anyMoment, ({ zone, day, minuteOfDay }) => {
        const dateOn = addDays('1990-01-01', day);
        const local = Temporal.PlainDate.from(dateOn).toPlainDateTime({
          hour: Math.floor(minuteOfDay / 60),
          minute: minuteOfDay % 60,
        });
        const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
        const startMs = zonedStart(dateOn, minuteOfDay, zone);
        if (earlier.toPlainDateTime().equals(local)) {
          expect(startMs).to.equal(earlier.epochMilliseconds);
        } else {
          expect(startMs).to.equal(earlier.getTimeZoneTransition('next')?.epochMilliseconds);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('takes the earlier of two in autumn and the change itself in spring', () => {
    expect(zonedStart('2026-10-25', 150, 'Europe/Berlin')).to.equal(Date.parse('2026-10-25T00:30:00Z'));
    expect(zonedStart('2026-03-29', 150, 'Europe/Berlin')).to.equal(Date.parse('2026-03-29T01:00:00Z'));
    expect(zonedStart('2026-03-29', 1_440, 'Europe/Berlin')).to.equal(Date.parse('2026-03-29T22:00:00Z'));
    expect(zonedStart('2011-12-30', 0, 'Pacific/Apia')).to.equal(Date.parse('2011-12-30T10:00:00Z'));
  });

  it('shows the date and minute of an instant', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 631_152_000, max: 2_145_916_800 }),
        (zone, second) => {
          const local = Temporal.Instant.fromEpochMilliseconds(second * 1_000).toZonedDateTimeISO(zone);
          expect(localDateOn(second * 1_000, zone)).to.equal(local.toPlainDate().toString());
          expect(localMinuteOfDay(second * 1_000, zone)).to.equal(local.hour * 60 + local.minute);
        },
      ),
    );
  });
});

describe('Zone names', () => {
  it('are those of the IANA database, old names too', () => {
    for (const zone of [
      'Europe/Berlin',
      'Asia/Kolkata',
      'Asia/Calcutta',
      'UTC',
      'America/Argentina/Ushuaia',
    ]) {
      expect(isIanaZone(zone), zone).to.equal(true);
    }
    for (const zone of ['+02:00', '-0500', 'Berlin', 'Mars/Olympus', '', 'Europe/Berlin ', '../etc/passwd']) {
      expect(isIanaZone(zone), zone).to.equal(false);
    }
  });
});
