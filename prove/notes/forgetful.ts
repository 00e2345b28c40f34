import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../rig/faults.js';
import type { Rig } from '../rig/rig.js';
import type { BothStores } from './both-stores.js';

const forgotten = 5;

/**
 * MongoDB is killed and comes back without some of what it has acknowledged. It is out of reach until then: no process
 * may look before the loss.
 */
export function forgetfulMongo(
  { engines, proxies }: Rig,
  stores: BothStores,
  onForgotten: (count: number) => void,
): Fault {
  const engine = engines.processes.mongo;
  if (!engine) throw new Error('MongoDB is not ours to break.');
  return {
    name: 'mongo killed and forgetful',
    lastsMs: 300,
    begin: () => {
      proxies.mongo.turn({ kind: 'cut' });
      engine.kill('SIGKILL');
    },
    mend: async () => {
      await engine.restart();
      onForgotten(await stores.forget(forgotten));
      await pause(50);
      proxies.mongo.turn({ kind: 'through' });
    },
  };
}
