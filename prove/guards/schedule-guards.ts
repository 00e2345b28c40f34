import { type Guard, guard } from './guard.js';

const src = 'server/src';
const booking = 'server/test/booking/booking.test.ts';
const hours = 'server/test/scheduling/working-hours.test.ts';

/** When a doctor works, by which clock, and what is listed of it. */
export const scheduleGuards: readonly Guard[] = [
  guard(
    'the look whether a hold has run out, when free times are listed',
    [`${src}/scheduling/schedule.repository.ts`, ' and (expires_at is null or expires_at > now(3))'],
    ['server/test/booking/late-confirmation.test.ts'],
  ),
  guard(
    'claims in the list of free times',
    [`${src}/scheduling/slot-maths.ts`, 'if (busy.isFree(start, start + durationTicks)) '],
    [booking, 'takes a listed slot out'],
  ),
  guard(
    'time off',
    [`${src}/scheduling/slot-maths.ts`, 'return withoutRanges(worked, timeOff);', 'return worked;'],
    ['server/test/scheduling/time-off.test.ts', 'is gone from the list'],
  ),
  guard(
    'holidays',
    [`${src}/scheduling/weekly-hours.ts`, 'if (holidays.has(day)) return CLOSED;'],
    ['server/test/scheduling/holidays.test.ts', 'is gone for everyone'],
  ),
  guard(
    'the version that hours are cached under',
    [`${src}/scheduling/schedules.ts`, 'head.scheduleVersion}`', '0}`'],
    ['server/test/scheduling/time-off.test.ts', 'is gone from the list'],
  ),
  guard(
    'the moment of a clock change',
    [`${src}/lib/zone.ts`, 'if (nextOffsetMs === offsetMs) {', 'if (nextOffsetMs !== null) {'],
    [hours, 'works twice what the autumn change repeats'],
  ),
  guard(
    'the minutes that a spring change skips',
    [`${src}/lib/zone.ts`, 'Math.max(period.startMs, wallMs - period.offsetMs)', 'wallMs - period.offsetMs'],
    ['server/test/scheduling/local-time.test.ts', 'takes the earlier of two in autumn'],
  ),
  guard(
    'the earlier of two times in autumn',
    [
      `${src}/lib/zone.ts`,
      'of offsetPeriods(zone, wallMs - WIDEST_OFFSET_MS, wallMs + 2 * WIDEST_OFFSET_MS))',
      'of offsetPeriods(zone, wallMs - WIDEST_OFFSET_MS, wallMs + 2 * WIDEST_OFFSET_MS).reverse())',
    ],
    ['server/test/scheduling/local-time.test.ts', 'takes the earlier of two in autumn'],
  ),
];
