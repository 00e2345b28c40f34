import { sql } from 'kysely';
import { request } from 'undici';
import type { DeliveredEvent, Subscription } from '../../server/src/events/subscriptions.js';
import type { Draws } from '../../server/src/generate/draws.js';
import { uuidBytes } from '../../server/src/lib/ids.js';

export const kind = 'proof.happened';
/** Of attempts of a subscriber. */
const failing = 0.05;

/** Two with an effect in MySQL, one with an effect elsewhere. Each fails now and then, after it did its work. */
export const subscribers = (receiverUrl: string, draws: Draws): Subscription[] => [
  noting('ledger', draws),
  noting('mirror', draws),
  {
    consumer: 'courier',
    ...ordered,
    send: async (event, signal) => {
      const body = JSON.stringify({ ...told(event), key: event.key });
      const { statusCode, body: answer } = await request(receiverUrl, { method: 'POST', body, signal });
      await answer.dump();
      if (statusCode !== 200) throw new Error(`The receiver answered ${statusCode}.`);
    },
  },
];

const ordered = { kinds: [kind], subjectOf: ({ subjectId }: { subjectId: string }) => subjectId };

const told = ({ subjectId, payload }: DeliveredEvent) => ({
  subject: subjectId,
  number: Number(payload.number),
});

const noting = (consumer: string, draws: Draws): Subscription => ({
  consumer,
  ...ordered,
  apply: async (tx, event) => {
    const { subject, number } = told(event);
    await sql`INSERT INTO proof_effects (consumer, subject, number)
      VALUES (${consumer}, ${uuidBytes(subject)}, ${number})`.execute(tx);
    if (draws.chance(failing)) throw new Error('A subscriber that fails.');
  },
});
