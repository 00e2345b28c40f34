import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiFile, rootDir } from '../../src/paths.js';
import type { Clinic } from '../support/clinic.js';
import { type Exchange, Recorder, type Repetition } from './recorder.js';
import type { Paths } from './routes.js';
import { Stage } from './stage.js';
import { StandIns } from './stand-ins.js';
import { playStory } from './story.js';

/** One request with what it was answered. */
export interface Example {
  readonly request: {
    readonly path?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
}

/** By operation: what goes well, and what is refused. */
export type Examples = Readonly<Record<string, OperationExamples>>;

export interface OperationExamples {
  readonly success: Example;
  readonly refusals: readonly Example[];
}

export interface Recording {
  readonly examples: Examples;
  readonly repetitions: readonly Repetition[];
}

export interface Description {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Paths;
}

const refusalsAtMost = 2;
const keptRequestHeaders = ['idempotency-key', 'if-match'];

export const examplesFile = join(rootDir, 'sdk', 'examples.json');

export const readDescription = (): Description =>
  JSON.parse(readFileSync(openApiFile, 'utf8')) as Description;

/** Plays the story in a fresh clinic. Two recordings give the same text, whenever they were made. */
export async function recordExamples(clinic: Clinic): Promise<Recording> {
  const { paths, servers } = readDescription();
  const recorder = new Recorder(paths, servers[0]?.url ?? '');
  const stage = new Stage(clinic, recorder);
  await playStory(stage);
  const standIns = new StandIns(stage.calendar, recorder.exchanges);
  const kept = worthShowing(recorder.exchanges);
  const shown = kept.map((exchange) => ({
    exchange,
    example: standIns.replaced(exampleOf(exchange), exchange),
  }));
  const names = [...new Set(kept.map(({ operation }) => operation))].sort();
  const examplesOf = (name: string): OperationExamples => {
    const own = shown.filter(({ exchange }) => exchange.operation === name);
    const success = own.find(({ exchange }) => isGood(exchange))?.example;
    if (!success) throw new Error(`The story refuses ${name}, but never lets it succeed.`);
    return {
      success,
      refusals: own.filter(({ exchange }) => !isGood(exchange)).map(({ example }) => example),
    };
  };
  return {
    examples: Object.fromEntries(names.map((name) => [name, examplesOf(name)])),
    repetitions: recorder.repetitions,
  };
}

/** As it is committed. */
export const textOf = (examples: Examples): string => `${JSON.stringify(examples, null, 2)}\n`;

const isGood = ({ status }: Exchange): boolean => status < 300;

/** Of each operation the first success, and the first refusals with different codes. */
function worthShowing(exchanges: readonly Exchange[]): Exchange[] {
  const seen = new Map<string, Set<string>>();
  return exchanges.filter((exchange) => {
    const { operation, answer } = exchange;
    const codes = seen.get(operation) ?? new Set();
    seen.set(operation, codes);
    const code = isGood(exchange) ? 'success' : (answer as { code: string }).code;
    const refusals = [...codes].filter((each) => each !== 'success').length;
    if (codes.has(code) || (!isGood(exchange) && refusals === refusalsAtMost)) return false;
    codes.add(code);
    return true;
  });
}

function exampleOf({ ids, query, headers, body, status, answerHeaders, answer }: Exchange): Example {
  const sent = Object.fromEntries(
    keptRequestHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])),
  );
  return {
    request: { ...ifAny('path', ids), ...ifAny('query', query), ...ifAny('headers', sent), ...ifSent(body) },
    response: { status, ...ifAny('headers', answerHeaders), ...ifSent(answer) },
  };
}

const ifAny = (name: string, values: Readonly<Record<string, string>>): object =>
  Object.keys(values).length === 0 ? {} : { [name]: values };

const ifSent = (body: unknown): object => (body === undefined ? {} : { body });
