// Takes a delivery of `reader`, whose lease runs out at once, and never ends its effect: … hanging-process.ts URL
import type { Subscription } from '../../src/events/subscriptions.js';
import { note, noting } from './effects.js';
import { EventProcess, quickTimes } from './event-process.js';

const { consumer, kinds, subjectOf } = noting('reader');
const subscription: Subscription = {
  ...{ consumer, kinds, subjectOf },
  apply: async (tx, event) => {
    await note(tx, consumer, event);
    process.send?.('under way');
    await new Promise(() => {});
  },
};
const hanging = new EventProcess(process.argv[2] ?? '', [subscription], { ...quickTimes, leaseSeconds: 0 });
await hanging.workers[0]?.turn();
