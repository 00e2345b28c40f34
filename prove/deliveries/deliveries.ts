import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { Draws } from '../../server/src/generate/draws.js';
import { newId, uuidBytes } from '../../server/src/lib/ids.js';
import type { Broken, Dose, Finding, Proof, Span, Trial } from '../kernel/proof.js';
import { startRig } from '../rig/rig.js';
import { EventFleet } from './fleet.js';
import { type Consumer, judgeDeliveries } from './judge-deliveries.js';
import { type Receiver, startReceiver } from './receiver.js';
import { kind } from './subscribers.js';

const doses = {
  small: { processes: 2, subjects: 12, events: 400, kills: 3 },
  full: { processes: 4, subjects: 200, events: 10_000, kills: 10 },
} as const satisfies Record<Dose, object>;

const killStream = 1;
const receiverStream = 3;
/** After this long without any progress nothing more is to be expected: four leases. */
const stuckAfterMs = 60_000;
const insideNames = ['ledger', 'mirror'] as const;

const tables = [
  'CREATE TABLE proof_subjects (id BINARY(16) NOT NULL PRIMARY KEY, number INT NOT NULL DEFAULT 0)',
  `CREATE TABLE proof_effects (id INT AUTO_INCREMENT PRIMARY KEY, consumer VARCHAR(32) NOT NULL,
    subject BINARY(16) NOT NULL, number INT NOT NULL)`,
];

export const deliveries: Proof = {
  promise: 'P24',
  says: 'Each event reaches each subscriber, in order of its subject, once inside MySQL, whoever dies meanwhile',
  async prove(trial: Trial): Promise<Finding> {
    const rig = await startRig(trial, { apis: 0 });
    const mysql = await createConnection({ uri: rig.urls.mysqlUrl });
    const startedAt = performance.now();
    const clock = () => performance.now() - startedAt;
    const receiver = await startReceiver(new Draws(trial.seed).about(receiverStream, 0), clock);
    const fleet = new EventFleet([rig.urls.mysqlUrl, receiver.url, String(trial.seed)]);
    try {
      const { subjects, processes } = doses[trial.dose];
      for (const table of tables) await mysql.query(table);
      const ids = Array.from({ length: subjects }, () => [uuidBytes(newId())]);
      await mysql.query('INSERT INTO proof_subjects (id) VALUES ?', [ids]);
      await fleet.grow(processes);
      const spans = await killNowAndThen(mysql, fleet, trial, clock);
      fleet.enough();
      await untilDelivered(mysql, trial);
      return await findingOf(mysql, receiver, spans);
    } finally {
      await fleet.stop();
      await receiver.stop();
      await mysql.end();
      await rig.stop();
    }
  },
};

/** One process after the other, spread over the events; then until there are enough of them. */
async function killNowAndThen(
  mysql: Connection,
  fleet: EventFleet,
  { dose, seed, signal }: Trial,
  clock: () => number,
): Promise<Span[]> {
  const { processes, events, kills } = doses[dose];
  const draws = new Draws(seed).about(killStream, 0);
  const spans: Span[] = [];
  const untilThereAre = async (share: number) => {
    while (!signal.aborted && (await count(mysql, 'events')) < share * events) await pause(20);
    signal.throwIfAborted();
  };
  for (let turn = 1; turn <= kills; turn++) {
    await untilThereAre(turn / (kills + 1));
    const index = draws.below(processes);
    const fromMs = clock();
    await fleet.kill(index);
    spans.push({ name: `process ${index} killed`, fromMs, untilMs: clock() });
  }
  await untilThereAre(1);
  return spans;
}

/** Until nothing is left, or nothing moves any more. */
async function untilDelivered(mysql: Connection, { signal }: Trial): Promise<void> {
  let movedAt = performance.now();
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const left = await count(mysql, 'event_deliveries');
    if (left < before) movedAt = performance.now();
    if (left === 0 || performance.now() - movedAt > stuckAfterMs) return;
    before = left;
    await pause(50);
    signal.throwIfAborted();
  }
}

async function findingOf(
  mysql: Connection,
  { received }: Receiver,
  spans: readonly Span[],
): Promise<Finding> {
  const events = await eventsBySubject(mysql);
  const inside = await Promise.all(
    insideNames.map(async (name): Promise<Consumer> => {
      return { name, isInside: true, effects: await effectsOf(mysql, name) };
    }),
  );
  const consumers = [...inside, { name: 'courier', isInside: false, effects: received }];
  const total = [...events.values()].reduce((sum, each) => sum + each, 0);
  const left = await count(mysql, 'event_deliveries');
  const keys = new Set(received.map(({ key }) => key)).size;
  return {
    tried: `${total} events of ${events.size} subjects with three subscribers each, through ${spans.length} kills: ${consumers.reduce((sum, { effects }) => sum + effects.length, 0)} effects`,
    broken: [
      ...consumers.flatMap((consumer) => judgeDeliveries(events, consumer)),
      ...brokenUnless(left === 0, `${left} deliveries are left`),
      ...brokenUnless(keys === total, `${total} events were sent under ${keys} keys`),
    ],
    figures: {
      'sent again to the receiver': received.length - total,
      kills: spans.map(({ name }) => name).join(', '),
    },
    timeline: {
      series: [{ name: 'sent', tone: 'good', atMs: received.map(({ atMs }) => atMs) }],
      spans,
    },
  };
}

const brokenUnless = (holds: boolean, what: string): Broken[] => (holds ? [] : [{ what }]);

async function rows(mysql: Connection, statement: string, values: unknown[] = []): Promise<RowDataPacket[]> {
  return (await mysql.query<RowDataPacket[]>(statement, values))[0];
}

const count = async (mysql: Connection, table: 'events' | 'event_deliveries'): Promise<number> =>
  Number((await rows(mysql, `SELECT COUNT(*) AS count FROM ${table}`))[0]?.count);

async function eventsBySubject(mysql: Connection): Promise<Map<string, number>> {
  const found = await rows(
    mysql,
    'SELECT BIN_TO_UUID(subject_id) AS subject, COUNT(*) AS count FROM events WHERE kind = ? GROUP BY subject_id',
    [kind],
  );
  return new Map(found.map(({ subject, count: howMany }) => [String(subject), Number(howMany)]));
}

async function effectsOf(mysql: Connection, name: string) {
  const found = await rows(
    mysql,
    'SELECT BIN_TO_UUID(subject) AS subject, number FROM proof_effects WHERE consumer = ? ORDER BY id',
    [name],
  );
  return found.map(({ subject, number }) => ({ subject: String(subject), number: Number(number) }));
}
