import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Keeps a process on the cores of its side: clients that offer ten times too much must not take the time of what they
 * ask. Where the system cannot do that, nothing is kept apart, and the measured share of useful work is the lower.
 */
export async function pin(pid: number, side: 'servers' | 'clients' | 'both'): Promise<void> {
  const cores = availableParallelism();
  if (cores < 2) return;
  const list = { clients: `${cores - 1}`, servers: `0-${cores - 2}`, both: `0-${cores - 1}` }[side];
  await run('taskset', ['--all-tasks', '--cpu-list', '--pid', list, String(pid)]).catch(() => null);
}

export async function pinAll(pids: readonly number[], side: 'servers' | 'both'): Promise<void> {
  for (const pid of pids) await pin(pid, side);
}
