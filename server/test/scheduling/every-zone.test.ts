import { expect } from 'chai';
import { offeredWindows } from '../../src/scheduling/slot-maths.js';
import type { DoctorSchedule } from '../../src/scheduling/weekly-hours.js';
import { daily, schedule, window } from './schedule-builders.js';
import { offeredTicks, WallClocks } from './wall-clock-oracle.js';

// Two years take two seconds. ZONE_SWEEP_YEARS=2020-2029 widens the sweep.
const [FIRST_YEAR, LAST_YEAR] = (process.env.ZONE_SWEEP_YEARS ?? '2025-2026').split('-').map(Number);
const FROM_MS = Date.UTC(FIRST_YEAR ?? 2025, 0, 1, 12);
const TO_MS = Date.UTC((LAST_YEAR ?? 2026) + 1, 0, 1, 12);

function schedulesFor(zone: string, dateOn: string): DoctorSchedule[] {
  return [
    schedule(zone, { weekly: daily('00:00-24:00') }),
    schedule(zone, {
      weekly: daily('00:10-00:45', '00:55-01:35', '01:45-02:20', '02:40-03:05', '08:00-23:40'),
    }),
    schedule(zone, {
      weekly: daily('00:00-06:00', '22:00-24:00'),
      overrides: [{ dateOn, windows: [window('00:30-02:15'), window('02:30-24:00')] }],
      timeOff: [
        { startsAtMs: Date.parse(`${dateOn}T03:01:00Z`), endsAtMs: Date.parse(`${dateOn}T04:29:00Z`) },
      ],
    }),
  ];
}

describe('Working hours in every time zone', () => {
  it('agree with the wall clock at each clock change', function () {
    this.timeout(240_000);
    const disagreements: string[] = [];
    let changes = 0;
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const clocks = new WallClocks(zone);
      const noons = clocks.changes(FROM_MS, TO_MS);
      changes += noons.length;
      for (const noonMs of noons.length > 0 ? noons : [FROM_MS]) {
        const fromTick = noonMs / 300_000 - 144;
        const toTick = fromTick + 3 * 288;
        for (const hours of schedulesFor(zone, new Date(noonMs).toISOString().slice(0, 10))) {
          const ticks = offeredWindows(hours, fromTick, toTick).flatMap(({ startTick, endTick }) =>
            Array.from({ length: endTick - startTick }, (_, index) => startTick + index),
          );
          const expected = offeredTicks(hours, clocks, fromTick, toTick);
          if (ticks.join() !== expected.join())
            disagreements.push(`${zone} ${new Date(noonMs).toISOString()}`);
        }
      }
    }
    expect(disagreements).to.deep.equal([]);
    expect(changes).to.be.greaterThan(100);
  });
});
