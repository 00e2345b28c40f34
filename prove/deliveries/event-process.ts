// Appends events and delivers them until it is killed; once it hears `enough` it only delivers.
// … event-process.ts MYSQL_URL RECEIVER_URL SEED NUMBER
import { sql } from 'kysely';
import { pino } from 'pino';
import { composeDeliveries } from '../../server/src/compose/deliveries.js';
import { EventsRepository } from '../../server/src/events/events.repository.js';
import { Subscriptions } from '../../server/src/events/subscriptions.js';
import { Draws } from '../../server/src/generate/draws.js';
import { systemActor } from '../../server/src/lib/actor.js';
import { uuidText } from '../../server/src/lib/ids.js';
import { Metrics } from '../../server/src/lib/metrics.js';
import { Database, type Tx } from '../../server/src/lib/mysql.js';
import { kind, subscribers } from './subscribers.js';

const [mysqlUrl = '', receiverUrl = '', seed = '', number = ''] = process.argv.slice(2);
const stream = 2;
/** Of changes that think better of it. */
const rolledBack = 0.1;

const draws = new Draws(Number(seed)).about(stream, Number(number));
const db = new Database(mysqlUrl);
const subscriptions = new Subscriptions();
const events = new EventsRepository(subscriptions);
const parts = { db, subscriptions, metrics: new Metrics(), log: pino({ level: 'silent' }) };
const { workers } = composeDeliveries(parts, subscribers(receiverUrl, draws));

class ThoughtBetter extends Error {}

/** One change of a subject, which is locked until its commit, and the event that tells of it. */
async function change(tx: Tx, subjects: readonly Buffer[]): Promise<void> {
  const id = subjects[draws.below(subjects.length)];
  await sql`UPDATE proof_subjects SET number = number + 1 WHERE id = ${id}`.execute(tx);
  const { rows } = await sql<{ number: number }>`SELECT number FROM proof_subjects WHERE id = ${id}`.execute(
    tx,
  );
  const payload = { number: rows[0]?.number };
  const event = { kind, subjectId: uuidText(id ?? Buffer.alloc(16)), patientId: null, payload };
  await events.append(tx, systemActor('proof'), event);
  if (draws.chance(rolledBack)) throw new ThoughtBetter();
}

let isEnough = false;
process.on('message', () => {
  isEnough = true;
});
process.on('disconnect', () => process.exit());
for (const worker of workers) worker.start();
const { rows } = await sql<{ id: Buffer }>`SELECT id FROM proof_subjects`.execute(db.read);
process.send?.('ready');
while (!isEnough)
  await db
    .transaction((tx) =>
      change(
        tx,
        rows.map(({ id }) => id),
      ),
    )
    .catch((error: unknown) => {
      if (!(error instanceof ThoughtBetter)) throw error;
    });
