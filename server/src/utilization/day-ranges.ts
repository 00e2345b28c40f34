/** Days since 1970-01-01, both included; empty where the end lies before the start. */
export interface DayRange {
  fromDay: number;
  toDay: number;
}

/** All there are. */
export const everyDay: DayRange = { fromDay: Number.NEGATIVE_INFINITY, toDay: Number.POSITIVE_INFINITY };

export const noDay: DayRange = { fromDay: Number.POSITIVE_INFINITY, toDay: Number.NEGATIVE_INFINITY };

export const daysIn = ({ fromDay, toDay }: DayRange): number => Math.max(0, toDay - fromDay + 1);

export const overlapOf = (a: DayRange, b: DayRange): DayRange => ({
  fromDay: Math.max(a.fromDay, b.fromDay),
  toDay: Math.min(a.toDay, b.toDay),
});

/** The smallest range that holds both. */
export const coverOf = (a: DayRange, b: DayRange): DayRange => ({
  fromDay: Math.min(a.fromDay, b.fromDay),
  toDay: Math.max(a.toDay, b.toDay),
});
