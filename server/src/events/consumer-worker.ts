import type { Logger } from 'pino';
import { TurnLoop } from '../lib/turn-loop.js';
import type { Worker } from '../lib/worker.js';
import type { AnalyticsConsumer } from './analytics-consumer.js';

const idleMs = 400;

/** Lets a consumer take its turns for as long as the process serves. */
export const consumerWorker = (consumer: AnalyticsConsumer, log: Logger): Worker =>
  new TurnLoop({
    turn: () => consumer.turn(),
    idleMs,
    onFailure: (cause) =>
      log.warn({ consumer: consumer.name, cause }, 'Analytics cannot go on now; it tries on'),
  });
