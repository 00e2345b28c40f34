import type { Trend, TrendPeriod } from '../../../mongo/pipelines/vital-trends.js';
import { invalid } from '../lib/errors.js';
import { addDays, dayOfDate, isCalendarDate, isoWeekdayOfDay } from '../lib/time.js';
import type { DateOn } from '../lib/wire.js';
import type { VitalTrendsQuery } from './document-analytics.types.js';
import { plainName } from './facts.js';

const daysAtMost = 3_660;
const periodsInWindow = 7;
const daysBack: Record<TrendPeriod, number> = { day: 90, week: 90, month: 365 };

/** A trend and the days that it is made of: as far back as its first moving mean needs. */
export interface TrendOfDays {
  trend: Trend;
  days: { from: DateOn; to: DateOn };
}

/** Whole periods from the first to the last date. @throws AppError `validation_failed` */
export function trendOf(query: VitalTrendsQuery, now: Date): TrendOfDays {
  const { vital, period = 'day', window = periodsInWindow } = query;
  const toOn = requireDate('query.toOn', query.toOn ?? now.toISOString().slice(0, 10));
  const fromOn = requireDate('query.fromOn', query.fromOn ?? addDays(toOn, -daysBack[period]));
  if (fromOn > toOn) throw invalid('query.fromOn', 'must not be after toOn');
  if (dayOfDate(toOn) - dayOfDate(fromOn) > daysAtMost)
    throw invalid('query.fromOn', `must be at most ${daysAtMost} days before toOn`);
  const from = startOf(fromOn, period);
  const to = addDays(shifted(startOf(toOn, period), period, 1), -1);
  const names = { code: vital.trim(), name: plainName(vital) };
  return {
    trend: { vital: names, period, from, window },
    days: { from: shifted(from, period, 1 - window), to },
  };
}

function requireDate(field: string, dateOn: DateOn): DateOn {
  if (!isCalendarDate(dateOn)) throw invalid(field, 'must be a date of the calendar');
  return dateOn;
}

function startOf(dateOn: DateOn, period: TrendPeriod): DateOn {
  if (period === 'day') return dateOn;
  if (period === 'month') return `${dateOn.slice(0, 7)}-01`;
  return addDays(dateOn, 1 - isoWeekdayOfDay(dayOfDate(dateOn)));
}

/** @param start the first day of a period */
function shifted(start: DateOn, period: TrendPeriod, periods: number): DateOn {
  if (period !== 'month') return addDays(start, periods * (period === 'week' ? 7 : 1));
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + periods;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}
