import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly code: number | null;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** Runs a program to its end and keeps what it said. A program that cannot be started answers code 127. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly signal?: AbortSignal } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.signal ? { signal: options.signal } : {}),
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => {
      if (options.signal?.aborted) reject(error);
      else resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** The end of what a program said, for people. */
export function lastLines(text: string, count = 15): string {
  const lines = text.trimEnd().split('\n');
  return lines.slice(-count).join('\n');
}
