// Once it is told, takes turns at the summaries of one database until it is killed, and says when: … summaries-worker.ts URL
import { once } from 'node:events';
import { bookkeeper } from './bookkeeper.js';

const { consumer } = bookkeeper(process.argv[2] ?? '');
await once(process, 'message');
for (;;) {
  process.send?.('turn');
  await consumer.turn();
  process.send?.('done');
}
