import type { DoctorSchedule } from '../../src/scheduling/weekly-hours.js';

/*
 * What the slot maths is tested against. It shares no code with it: it asks `Intl` what the wall clock shows at each
 * single tick, and walks. It knows no offsets, no clock changes and no day numbers.
 */

const FIVE_MINUTES_MS = 300_000;
const TICKS_IN_24_HOURS = 288;
const WALL_CLOCK = /^(\w{3}), (\d{4}-\d{2}-\d{2}), (\d{2}):(\d{2})$/;
const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export interface WallClock {
  dateOn: string;
  weekday: number;
  minuteOfDay: number;
}

/** The wall clock of a zone, read once per tick. */
export class WallClocks {
  private readonly format: Intl.DateTimeFormat;
  private readonly read = new Map<number, WallClock>();

  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  }

  at(tick: number): WallClock {
    const known = this.read.get(tick);
    if (known !== undefined) return known;
    const text = this.format.format(tick * FIVE_MINUTES_MS);
    const [, weekday = '', dateOn = '', hour, minute] = WALL_CLOCK.exec(text) ?? [];
    if (dateOn === '') throw new Error(`Intl gave an unexpected wall clock: ${text}`);
    const wallClock = {
      dateOn,
      weekday: WEEKDAYS.indexOf(weekday),
      minuteOfDay: Number(hour) * 60 + Number(minute),
    };
    this.read.set(tick, wallClock);
    return wallClock;
  }

  /** Noons (UTC) of a year after which the wall clock jumped before the next one. */
  changes(fromMs: number, toMs: number): number[] {
    const noons: number[] = [];
    let minuteBefore = this.minuteAt(fromMs);
    for (let atMs = fromMs; atMs < toMs; atMs += 86_400_000) {
      const minute = this.minuteAt(atMs + 86_400_000);
      if (minute !== minuteBefore) noons.push(atMs);
      minuteBefore = minute;
    }
    return noons;
  }

  private minuteAt(atMs: number): string {
    return this.format.format(atMs).slice(-5);
  }
}

export function isTickOffered(schedule: DoctorSchedule, wallClock: WallClock, tick: number): boolean {
  const startsAtMs = tick * FIVE_MINUTES_MS;
  const isAway = schedule.timeOff.some(
    (away) =>
      away.startsAtMs < startsAtMs + FIVE_MINUTES_MS &&
      away.endsAtMs > startsAtMs &&
      away.startsAtMs < away.endsAtMs,
  );
  if (isAway) return false;
  const { dateOn, weekday, minuteOfDay } = wallClock;
  const override = schedule.overrides.find((candidate) => candidate.dateOn === dateOn);
  const isWithin = (window: { startMinute: number; endMinute: number }) =>
    window.startMinute <= minuteOfDay && minuteOfDay < window.endMinute;
  if (override) return override.windows.some(isWithin);
  if (schedule.holidays.includes(dateOn)) return false;
  return schedule.weekly.some(
    (hours) =>
      hours.weekday === weekday &&
      isWithin(hours) &&
      (!hours.validFromOn || hours.validFromOn <= dateOn) &&
      (!hours.validToOn || dateOn <= hours.validToOn),
  );
}

export function offeredTicks(
  schedule: DoctorSchedule,
  clocks: WallClocks,
  fromTick: number,
  toTick: number,
): number[] {
  const ticks: number[] = [];
  for (let tick = fromTick; tick < toTick; tick += 1) {
    if (isTickOffered(schedule, clocks.at(tick), tick)) ticks.push(tick);
  }
  return ticks;
}

export interface OracleQuery {
  fromTick: number;
  toTick: number;
  durationTicks: number;
  stepTicks: number;
  notBeforeTick: number;
}

/** Walks tick by tick, from five days before, and keeps the place where the current grid of starts began. */
export function expectedStarts(
  schedule: DoctorSchedule,
  clocks: WallClocks,
  busyTicks: ReadonlySet<number>,
  query: OracleQuery,
): number[] {
  const { fromTick, toTick, durationTicks, stepTicks, notBeforeTick } = query;
  const walkFromTick = Math.max(fromTick, notBeforeTick) - 5 * TICKS_IN_24_HOURS;
  const offered = new Set(offeredTicks(schedule, clocks, walkFromTick, toTick + durationTicks));
  const gridStarts = gridStartsOf(offered, clocks, walkFromTick, toTick + durationTicks);
  const starts: number[] = [];
  let gridStart = walkFromTick;
  for (let tick = walkFromTick; tick < toTick; tick += 1) {
    if (gridStarts.has(tick)) gridStart = tick;
    if (tick < fromTick || tick < notBeforeTick || (tick - gridStart) % stepTicks !== 0) continue;
    const visit = Array.from({ length: durationTicks }, (_, index) => tick + index);
    const isFitting = visit.every((part) => offered.has(part) && !busyTicks.has(part));
    const meetsNextGrid = visit.slice(1).some((part) => gridStarts.has(part));
    if (isFitting && !(stepTicks >= durationTicks && meetsNextGrid)) starts.push(tick);
  }
  return starts;
}

function gridStartsOf(
  offered: ReadonlySet<number>,
  clocks: WallClocks,
  fromTick: number,
  toTick: number,
): Set<number> {
  const gridStarts = new Set<number>();
  let dutyStart = fromTick;
  for (let tick = fromTick; tick < toTick; tick += 1) {
    const isNewDate = clocks.at(tick).dateOn > clocks.at(tick - 1).dateOn;
    if (!offered.has(tick)) continue;
    if (!offered.has(tick - 1)) {
      dutyStart = tick;
      gridStarts.add(tick);
    } else if (isNewDate && tick - dutyStart >= TICKS_IN_24_HOURS) {
      gridStarts.add(tick);
    }
  }
  return gridStarts;
}
