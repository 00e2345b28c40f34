import type { Uuid } from '../lib/wire.js';

/** How far patients may go when they book for themselves. Staff, who answer for what they do, may go further. */
export interface BookingLimits {
  /** Names them when they are set. */
  id: Uuid;
  /**
   * How many days ahead a visit may begin; the lists of free times end there too.
   * @isInt
   */
  horizonDays: number;
  /**
   * How many visits to come one patient may have booked.
   * @isInt
   */
  maxFutureVisits: number;
  /**
   * How many times one patient may hold at once.
   * @isInt
   */
  maxHolds: number;
  /**
   * Rises with every change; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** The limits from now on. What was booked before stays. */
export interface SetBookingLimits {
  /**
   * How many days ahead a visit may begin: at most five years.
   * @isInt
   * @minimum 1
   * @maximum 1826
   */
  horizonDays: number;
  /**
   * How many visits to come one patient may have booked; 0 when patients do not book for themselves.
   * @isInt
   * @minimum 0
   * @maximum 10000
   */
  maxFutureVisits: number;
  /**
   * How many times one patient may hold at once; 0 when patients do not hold times.
   * @isInt
   * @minimum 0
   * @maximum 10000
   */
  maxHolds: number;
}
