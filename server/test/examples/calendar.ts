const minuteMs = 60_000;
const dayMs = 86_400_000;
const gridMs = 5 * minuteMs;

/** The day on which the examples were recorded, and the Monday whose week they are about, as readers see them. */
const shownToday = Date.parse('2027-02-15T09:00:00Z');
const shownMonday = Date.parse('2027-03-01T00:00:00Z');

/**
 * The days of the story. What is planned lies in the first week of a month to come, so that all of it is in one month
 * and each weekday is itself; what happens now lies an hour and more from now, so that no clock says the same.
 */
export class StoryCalendar {
  readonly #mondayMs: number;
  readonly #nowMs: number;

  constructor(nowMs: number) {
    this.#nowMs = Math.ceil(nowMs / gridMs) * gridMs;
    this.#mondayMs = firstMondayAfter(nowMs + 14 * dayMs);
  }

  /** An instant of the planned week; `day` 1 is its Monday. */
  at(day: number, hour: number, minute = 0): string {
    return new Date(this.#mondayMs + (day - 1) * dayMs + (hour * 60 + minute) * minuteMs).toISOString();
  }

  /** A date of the planned week. */
  on(day: number): string {
    return this.at(day, 0).slice(0, 10);
  }

  /** So many hours from now, or before now where negative; on the grid of visits. */
  soon(hours: number): string {
    if (Math.abs(hours) < 1) throw new Error('A clock might say the same: stay an hour away.');
    return new Date(this.#nowMs + hours * 60 * minuteMs).toISOString();
  }

  /** The planned week's month. */
  get month(): { readonly year: number; readonly month: number } {
    return monthOf(this.#mondayMs);
  }

  get shownMonth(): { readonly year: number; readonly month: number } {
    return monthOf(shownMonday);
  }

  /** What stands in the examples for an instant of the plan or of the hours around now; null for any other. */
  shown(ms: number): number | null {
    const fromMondayMs = ms - this.#mondayMs;
    if (fromMondayMs >= -7 * dayMs && fromMondayMs < 28 * dayMs) return shownMonday + fromMondayMs;
    const fromNowMs = ms - this.#nowMs;
    return Math.abs(fromNowMs) < dayMs ? shownToday + fromNowMs : null;
  }

  /** What stands for a date of the plan, or for today; it may be past midnight before the story ends. */
  shownDate(dateOn: string): string {
    const ms = Date.parse(dateOn);
    const fromMondayMs = ms - this.#mondayMs;
    if (fromMondayMs >= -7 * dayMs && fromMondayMs < 28 * dayMs) return dateOf(shownMonday + fromMondayMs);
    const isToday = ms <= this.#nowMs && ms > this.#nowMs - 2 * dayMs;
    return isToday ? dateOf(shownToday) : dateOn;
  }

  /** The clock's time at the story's nth request. */
  static clockAt(index: number): number {
    return shownToday + index * 30_000;
  }
}

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const monthOf = (ms: number) => ({
  year: new Date(ms).getUTCFullYear(),
  month: new Date(ms).getUTCMonth() + 1,
});

function firstMondayAfter(ms: number): number {
  const day = new Date(ms);
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1));
  const daysToMonday = (8 - first.getUTCDay()) % 7;
  return first.getTime() + daysToMonday * dayMs;
}
