// A lock between the processes of this clone. Runs before anything is installed: Node's own modules only. The rules are
// those of server/src/engines/lock-file.ts, which needs packages to run.
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './processes.mjs';

const askAgainMs = 100;
const voidRightMs = 10;

/**
 * Runs `work` while no other process of this clone runs one of the same name. A holder that was killed holds nothing;
 * but a program that it had begun may still be at it: `work` is given a function that makes a process number hold too.
 * @param waiting what to say when somebody else is at it
 */
export async function exclusively(name, waiting, work) {
  const path = join(root, '.medweave', 'locks', `${name}.lock`);
  for (let tries = 0; !(await isTaken(path)); tries++) {
    if (tries === 0) console.log(`${waiting} …`);
    await pause(askAgainMs);
  }
  try {
    return await work((pid) => writeHolders(path, [process.pid, pid]));
  } finally {
    rmSync(path, { force: true });
  }
}

/** Creation is one `link` of a finished file, so nobody ever sees a lock without its holder. */
async function isTaken(path) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = draftOf(path, [process.pid]);
  try {
    for (;;) {
      if (isLinked(draft, path)) return true;
      if (isHeld(path)) return false;
      await removeVoid(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function draftOf(path, pids) {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, JSON.stringify(pids.map((pid) => ({ pid, identity: identityOf(pid) }))));
  return draft;
}

function writeHolders(path, pids) {
  renameSync(draftOf(path, pids), path);
}

function isLinked(draft, path) {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Of several who find a lock void, a slow one must not remove what a quick one has taken since: one at a time looks. */
async function removeVoid(path) {
  const right = `${path}.removing`;
  if (!(await isTaken(right))) {
    await pause(voidRightMs);
    return;
  }
  try {
    if (!isHeld(path)) rmSync(path, { force: true });
  } finally {
    rmSync(right, { force: true });
  }
}

function isHeld(path) {
  try {
    const holders = JSON.parse(readFileSync(path, 'utf8'));
    return holders.some(({ pid, identity }) => identity !== null && identityOf(pid) === identity);
  } catch {
    return false; // it is gone, or damaged
  }
}

/** A text that names this very process and no later one with the same number. Null when it has ended. */
function identityOf(pid) {
  try {
    if (process.platform !== 'linux') return startedAt(pid);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name may hold blanks and brackets; the fields after it do not (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(fields[0])
      ? null
      : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

function startedAt(pid) {
  const [state, ...time] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
  })
    .trim()
    .split(/\s+/);
  return !state || state.startsWith('Z') ? null : time.join(' ');
}
