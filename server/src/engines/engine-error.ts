import type { EngineName } from './engines.types.js';

interface Remedy {
  readonly title: string;
  readonly install: string;
  readonly variable: string;
  readonly example: string;
}

const remedies: { readonly [name in EngineName]: Remedy } = {
  mysql: {
    title: 'MySQL',
    install: 'mysqld 8.4 or later',
    variable: 'MYSQL_URL',
    example: 'mysql://root@127.0.0.1:3306/medweave',
  },
  mongo: {
    title: 'MongoDB',
    install: 'mongod 7 or later',
    variable: 'MONGO_URL',
    example: 'mongodb://127.0.0.1:27017/medweave',
  },
  redis: {
    title: 'Redis',
    install: 'redis-server 7 or later',
    variable: 'REDIS_URL',
    example: 'redis://127.0.0.1:6379',
  },
};

/** A store could not be started. The message is meant for the person at the keyboard: what, why, what next. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

export function engineTitle(engine: EngineName): string {
  return remedies[engine].title;
}

/** An engine to which none of the ways leads; `reasons` say why each way failed. */
export class MissingEngine extends EngineError {
  constructor(
    readonly engine: EngineName,
    readonly reasons: readonly string[],
  ) {
    super(`${engineTitle(engine)} is not available on this machine.`);
  }
}

/** One error for all that failed: every missing engine with its reasons, then the ways out once. */
export function startFailure(failures: readonly unknown[]): unknown {
  const missing = failures.filter((failure) => failure instanceof MissingEngine);
  const others = failures.filter((failure) => !(failure instanceof MissingEngine));
  const [only] = failures;
  if (missing.length === 0 && others.length === 1) return only;
  const texts = others.map((failure) => (failure instanceof Error ? failure.message : String(failure)));
  return new EngineError([...texts, ...(missing.length > 0 ? [waysOut(missing)] : [])].join('\n\n'));
}

function waysOut(missing: readonly MissingEngine[]): string {
  const wanted = missing.map(({ engine }) => remedies[engine]);
  return [
    ...missing.flatMap(({ message, reasons }) => [message, ...reasons.map((reason) => `  - ${reason}`)]),
    'Any one of these helps:',
    `  1. install ${wanted.map(({ install }) => install).join(', ')} and put it on the PATH,`,
    `  2. point to a running server: ${wanted.map(({ variable, example }) => `${variable}=${example}`).join(' ')}`,
    '  3. with Docker: docker compose up',
  ].join('\n');
}
