import type { Draws } from '../../server/src/generate/draws.js';
import type { DoctorSchedule, LocalWindow } from '../../server/src/scheduling/weekly-hours.js';
import { daily, schedule, window } from '../../server/test/scheduling/schedule-builders.js';
import type { ClockChange } from './clock-changes.js';

const dayMs = 86_400_000;

/** Hours that a clock change can trouble: round the clock, in pieces, at night, with other hours on the day itself. */
export function hoursAround({ zone, noonMs }: ClockChange, draws: Draws): DoctorSchedule[] {
  const [dateOn, nextOn] = [dateOf(noonMs), dateOf(noonMs + dayMs)];
  const awayFromMs = noonMs + draws.between(0, 1_440) * 60_000;
  return [
    schedule(zone, { weekly: daily('00:00-24:00') }),
    schedule(zone, {
      weekly: daily('00:10-00:45', '00:55-01:35', '01:45-02:20', '02:40-03:05', '08:00-23:40'),
    }),
    schedule(zone, {
      weekly: daily('00:00-06:00', '22:00-24:00'),
      overrides: [
        { dateOn, windows: [window('00:30-02:15'), window('02:30-24:00')] },
        { dateOn: nextOn, windows: [window('00:00-01:30'), window('02:00-03:30')] },
      ],
      timeOff: [{ startsAtMs: awayFromMs + 60_000, endsAtMs: awayFromMs + draws.between(1, 180) * 60_000 }],
    }),
    schedule(zone, {
      weekly: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
        piecesOfDay(draws).map((piece) => ({ weekday: weekday as 1, ...piece })),
      ),
      holidays: draws.chance(0.3) ? [draws.one([dateOn, nextOn])] : [],
      overrides: draws.chance(0.5) ? [{ dateOn: nextOn, windows: piecesOfDay(draws) }] : [],
    }),
  ];
}

/** Up to four windows of a day, most of them in the night, when clocks are changed. */
function piecesOfDay(draws: Draws): LocalWindow[] {
  const pieces: LocalWindow[] = [];
  let from = draws.below(24);
  while (pieces.length < 4 && from < 280) {
    const to = Math.min(288, from + draws.between(1, 60));
    pieces.push({ startMinute: from * 5, endMinute: to * 5 });
    from = to + draws.below(12);
  }
  return pieces;
}

export const dateOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
