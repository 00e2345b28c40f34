import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A text that names this very process and no later one with the same number: boot and start time.
 * Null when no such process runs (a zombie counts as ended).
 */
export function processIdentity(pid: number): string | null {
  if (process.platform === 'linux') return linuxIdentity(pid);
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [state, ...startedAt] = line.split(/\s+/);
    return !state || state.startsWith('Z') ? null : startedAt.join(' ');
  } catch {
    return null;
  }
}

function linuxIdentity(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name may hold blanks and brackets; the fields after it do not (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${bootId}/${fields[19]}`;
  } catch {
    return null;
  }
}

export interface ProcessMark {
  readonly pid: number;
  readonly identity: string;
}

export function markOf(pid: number): ProcessMark | null {
  const identity = processIdentity(pid);
  return identity === null ? null : { pid, identity };
}

export function isRunning(mark: ProcessMark): boolean {
  return processIdentity(mark.pid) === mark.identity;
}

/** Ends a process that is not our child: in order within the deadline, else by force. False if it still runs. */
export async function endProcess(mark: ProcessMark, deadlineMs: number): Promise<boolean> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const until = Date.now() + deadlineMs;
    send(mark, signal);
    send(mark, 'SIGCONT');
    while (isRunning(mark) && Date.now() < until) await sleep(25);
    if (!isRunning(mark)) return true;
  }
  return false;
}

function send(mark: ProcessMark, signal: NodeJS.Signals): void {
  if (!isRunning(mark)) return;
  try {
    process.kill(mark.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
