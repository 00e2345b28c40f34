import { openFrontDesk } from '../front-desk/front-desk.js';
import { isDone, judgeBookings } from '../front-desk/kept.js';
import type { Finding, Proof, Trial } from '../kernel/proof.js';
import { Attempts } from '../rig/attempts.js';
import { startRig } from '../rig/rig.js';
import { type WithoutHelper, without } from './without-helper.js';
import { type WithoutMysql, withoutMysql } from './without-mysql.js';

const doses = {
  small: { bookings: 300, mysqlAwayMs: 2_500 },
  full: { bookings: 5_000, mysqlAwayMs: 20_000 },
} as const;
const doctors = 8;

/** Each store is away in each of the ways in which a store can be, while clients go on. */
export const storesAway: Proof = {
  promise: 'P12',
  says: 'Without Redis or MongoDB work goes on; without MySQL everybody is told soon, and it goes on by itself.',
  async prove(trial: Trial): Promise<Finding> {
    const dose = doses[trial.dose];
    const rig = await startRig(trial, { apis: 2 });
    try {
      const attempts = new Attempts();
      const desk = await openFrontDesk(rig, attempts, doctors);
      const parts = { rig, desk, attempts };
      const asked = { bookings: dose.bookings, mayFail: 0, withNotes: false };
      const redis = await without(parts, 'redis', { ...asked, mayFail: 0.001 });
      const mongo = await without(parts, 'mongo', { ...asked, withNotes: true });
      const mysql = await withoutMysql(parts, dose.mysqlAwayMs);
      const kept = await judgeBookings(attempts, rig.urls.mysqlUrl);
      const finding = findingOf(attempts, redis, mongo, mysql);
      return { ...finding, broken: [...finding.broken, ...kept] };
    } finally {
      await rig.stop();
    }
  },
};

function findingOf(
  attempts: Attempts,
  redis: WithoutHelper,
  mongo: WithoutHelper,
  mysql: WithoutMysql,
): Finding {
  const share = ({ sent }: WithoutHelper): string => `${sent.filter(isDone).length} of ${sent.length}`;
  return {
    tried:
      `${share(redis)} bookings without Redis, ${share(mongo)} bookings and notes without MongoDB, ` +
      `refusals within ${mysql.slowestRefusalMs} ms without MySQL and bookings again ${mysql.slowestRecoveryMs} ms after it was back; ` +
      'each store killed, cut off, paused, out of reach, and with its answers lost',
    broken: [...redis.broken, ...mongo.broken, ...mysql.broken],
    timeline: { series: attempts.series(), spans: [...redis.spans, ...mongo.spans, ...mysql.spans] },
  };
}
