// A thread that does nothing but bcrypt, behind everything else that the machine has to do.
// It imports nothing of Medweave, so that it also runs unbundled.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import bcrypt from 'bcrypt';

/** To hash a password, or to compare one: with the first of the hashes. The others are there for the time they take. */
export type BcryptTask =
  | { readonly password: string; readonly cost: number }
  | { readonly password: string; readonly hashes: readonly string[] };

/** Where everybody wants every core, this still gets a thirtieth of one: a sign-in then takes seconds, not for ever. */
const niceness = 15;
// Linux gives each thread a priority of its own. Elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(niceness);

parentPort?.on('message', (task: BcryptTask) => {
  const { password } = task;
  const answer =
    'hashes' in task
      ? task.hashes.map((hash) => bcrypt.compareSync(password, hash))[0]
      : bcrypt.hashSync(password, task.cost);
  parentPort?.postMessage(answer);
});
