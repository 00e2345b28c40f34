import { type Guard, guard } from './guard.js';

const src = 'server/src/events';
const repository = `${src}/deliveries.repository.ts`;
const worker = `${src}/delivery-worker.ts`;
const fanOut = 'server/test/events/fan-out.test.ts';
const order = 'server/test/events/subject-order.test.ts';
const retries = 'server/test/events/retries.test.ts';
const sending = 'server/test/events/sending.test.ts';

/** Events on their way to those who subscribed: all of them, in order, once. */
export const deliveryGuards: readonly Guard[] = [
  guard(
    'the deliveries of an event',
    [
      `${src}/events.repository.ts`,
      'if (subscribers.length > 0) await this.#deliver(tx, id, event, subscribers);',
    ],
    [fanOut, 'has a delivery for each'],
  ),
  guard(
    'that an event without subscribers costs nothing more',
    [
      `${src}/events.repository.ts`,
      'if (subscribers.length > 0) ',
      'await tx.selectNoFrom([]).execute();\n    ',
    ],
    [fanOut, 'costs no further statement'],
  ),
  guard(
    'the wake-up after a commit, and not before',
    [
      `${src}/events.repository.ts`,
      'afterCommit(tx, () => this.subscriptions.wake(subscribers));',
      'this.subscriptions.wake(subscribers);',
    ],
    [fanOut, 'wakes the workers of its subscribers'],
  ),
  guard(
    'the order of a subject',
    [repository, ".whereRef('earlier.id', '<', 'delivery.id')", ".whereRef('earlier.id', '<', 'earlier.id')"],
    [order, 'are taken one by one'],
  ),
  guard(
    'the lease of a delivery',
    [repository, 'due_at: inSeconds(this.times.leaseSeconds),', 'due_at: inSeconds(0),'],
    [order, 'are taken one by one'],
  ),
  guard(
    'the second look at a delivery that somebody may have put off',
    [
      repository,
      "\n    .where('delivery.due_at', '<=', sql<Date>`now(3)`)\n    .forUpdate",
      '\n    .forUpdate',
    ],
    [order, 'are given to one of those who ask'],
  ),
  guard(
    'the mark of a delivery in the transaction of its effect',
    [worker, 'await deliveries.settle(tx, attempt);', 'await deliveries.settle(db.read, attempt);'],
    [retries, 'has no effect in MySQL'],
  ),
  guard(
    'the lease that an effect needs',
    [worker, 'if (isMine) await subscription.apply', 'await subscription.apply'],
    [retries, 'has no effect for who comes late'],
  ),
  guard(
    'the lease that a mark needs',
    [
      repository,
      "deleteFrom('event_deliveries')\n      .where('id', '=', deliveryId)\n      .where('lease', '=', lease)",
      "deleteFrom('event_deliveries')\n      .where('id', '=', deliveryId)",
    ],
    [sending, 'stays with who took it since'],
  ),
  guard(
    'the lease that a failure needs',
    [
      repository,
      "cause })\n      .where('id', '=', deliveryId)\n      .where('lease', '=', lease)",
      "cause })\n      .where('id', '=', deliveryId)",
    ],
    [retries, 'has no effect for who comes late'],
  ),
  guard(
    'that a locked delivery is passed by',
    [repository, '\n    .skipLocked()'],
    [retries, 'is taken by another process'],
  ),
  guard(
    'the back-off of a delivery',
    [repository, 'retrySeconds * 2 ** (attempts - 1)', 'retrySeconds'],
    [retries, 'comes again ever more rarely'],
  ),
  guard(
    'the parking of a delivery',
    [repository, 'const isParked = attempts >= maxAttempts;', 'const isParked = attempts > maxAttempts + 1;'],
    [retries, 'is parked after the last attempt'],
  ),
  guard(
    'the parking of a delivery whose attempts never end',
    [repository, 'await this.#parkSpent(tx, locked);'],
    [retries, 'is parked when none of its attempts'],
  ),
  guard(
    'that only what is parked is put back',
    [`${src}/delivery-overview.repository.ts`, "\n      .where('due_at', 'is', null);", ';'],
    [retries, 'is delivered in its order after it was put back'],
  ),
  guard(
    'causes of failed deliveries without their messages',
    [worker, "'code' in error ? [error.name, error.code] : [error.name];", '[error.message];'],
    [retries, 'has no effect in MySQL'],
  ),
  guard(
    'the end of waiting for somebody outside',
    [
      worker,
      'await Promise.race([subscription.send(attempt.event, signal), abortOf(signal)]);',
      'await subscription.send(attempt.event, signal);',
    ],
    [sending, 'is given up when the process stops'],
  ),
  guard(
    'the wake-up of a loop whose turn is under way',
    ['server/src/lib/turn-loop.ts', 'if (!hasMore && !this.#isWoken && ', 'if (!hasMore && '],
    ['server/test/lib/turn-loop.test.ts', 'takes another turn when it was woken'],
  ),
];
