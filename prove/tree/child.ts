import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ChildWish {
  /** Of Node, such as the script and what it is told. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** It is ended when it has not ended by itself. */
  readonly endsWithinMs: number;
  readonly signal: AbortSignal;
}

export interface ChildEnd {
  /** `null` when it was ended. */
  readonly code: number | null;
  /** All that it printed. */
  readonly said: string;
}

/** Time to end what it has started, for a child that is asked to end. */
const endsWhenAskedMs = 20_000;

/** Runs Node to its end, and with it whatever it has started. @throws the signal's reason, once it has ended */
export async function runChild({ args, cwd, env, endsWithinMs, signal }: ChildWish): Promise<ChildEnd> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // so that its own children end with it
  });
  const end = () => {
    child.kill('SIGTERM');
    setTimeout(() => endGroup(child.pid), endsWhenAskedMs).unref();
  };
  const timer = setTimeout(end, endsWithinMs);
  signal.addEventListener('abort', end);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  child.once('exit', () => endGroup(child.pid)); // what it has left behind
  await once(child, 'close');
  clearTimeout(timer);
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  return { code: child.exitCode, said };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // nothing of it is left
  }
}
