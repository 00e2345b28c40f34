import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly code: number | null;
  /** Standard output and standard error as they came; of a program that says too much, the end. */
  readonly output: string;
}

const keptCharacters = 200_000;

/**
 * Runs a program to its end and keeps what it said. A program that cannot be started answers code 127. One that is
 * given up is killed, and has ended when this rejects: nothing of it goes on writing.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly signal?: AbortSignal } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.signal ? { signal: options.signal, killSignal: 'SIGKILL' } : {}),
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = `${output}${chunk.toString('utf8')}`.slice(-keptCharacters);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let givenUp: Error | null = null;
    child.once('error', (error) => {
      if (child.pid === undefined && options.signal?.aborted) reject(error);
      else if (options.signal?.aborted) givenUp = error;
      else resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.once('close', (code) => {
      if (givenUp) reject(givenUp);
      else resolve({ code, output });
    });
  });
}

/** The end of what a program said, for people. */
export function lastLines(text: string, count = 15): string {
  const lines = text.trimEnd().split('\n');
  return lines.slice(-count).join('\n');
}
