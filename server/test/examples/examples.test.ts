import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { openApiFile } from '../../src/paths.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { AnswerSchemas, type Schema } from '../support/contract-schemas.js';
import { firstDifference } from './first-difference.js';
import { type Examples, examplesFile, type Recording, recordExamples } from './record-examples.js';

interface Shown {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Parameter extends Shown {
  readonly in: string;
  readonly name: string;
}

interface Message {
  readonly content?: Readonly<Record<string, Shown>>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Message;
  readonly responses: Readonly<Record<string, Message>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: unknown;
}

const description = JSON.parse(readFileSync(openApiFile, 'utf8')) as Description;
const committed = JSON.parse(readFileSync(examplesFile, 'utf8')) as Examples;
const routes = Object.values(description.paths).flatMap((path) => Object.entries(path));
const operations = routes.map(([, operation]) => operation);
const anew = 'Run npm run generate:examples and look at what it changes.';

describe('A story that uses the whole API', function () {
  this.timeout(240_000);
  let clinic: Clinic;
  let recording: Recording;

  before(async () => {
    clinic = await startClinic();
    recording = await recordExamples(clinic);
  });
  after(() => clinic.close());

  it('gives the examples that are committed', () => {
    const names = new Set([...Object.keys(committed), ...Object.keys(recording.examples)]);
    const stale = [...names].flatMap((name) => {
      const difference = firstDifference(committed[name], recording.examples[name]);
      return difference === null ? [] : [`${name}: ${difference}`];
    });
    expect(stale, `${anew}\n${stale.join('\n')}\n`).to.deep.equal([]);
  });

  const writes = routes.filter(([verb, { operationId }]) => verb !== 'get' && !/^auth_/.test(operationId));
  for (const [, { operationId }] of writes)
    it(`${operationId} is answered alike when it is sent twice with one Idempotency-Key`, () => {
      const repeated = recording.repetitions.filter(({ operation }) => operation === operationId);
      expect(repeated, 'The story never lets it succeed.').not.to.deep.equal([]);
      for (const { first, second } of repeated) expect(second).to.deep.equal({ ...first, isReplayed: true });
    });
});

describe('The examples in the description', () => {
  it('stand for every operation, and for no other', () => {
    const names = new Set(operations.map(({ operationId }) => operationId));
    const recorded = new Set(Object.keys(committed));
    const without = [...names].filter((name) => !recorded.has(name));
    const unknown = [...recorded].filter((name) => !names.has(name));
    expect({ without, unknown }, anew).to.deep.equal({ without: [], unknown: [] });
  });

  it('are there for each body, success and path parameter', () => {
    const bare = operations.flatMap(({ operationId, parameters = [], requestBody, responses }) => {
      const needed = [
        ...parameters.filter((parameter) => parameter.in === 'path'),
        ...jsonOf(requestBody),
        ...Object.entries(responses).flatMap(([status, answer]) =>
          status.startsWith('2') ? jsonOf(answer) : [],
        ),
      ];
      return needed.every((shown) => 'example' in shown) ? [] : [operationId];
    });
    expect(bare, anew).to.deep.equal([]);
  });

  it('fit their schemas, without a field too many', () => {
    const schemas = new AnswerSchemas(description.components);
    const faults = operations.flatMap(({ operationId, parameters = [], requestBody, responses }) => {
      const shown = [...parameters, ...jsonOf(requestBody), ...Object.values(responses).flatMap(jsonOf)];
      return shown.flatMap(({ schema, example, examples = {} }) =>
        [example, ...Object.values(examples).map(({ value }) => value)]
          .filter((value) => value !== undefined)
          .flatMap((value) => schemas.fault(schema, value) ?? [])
          .map((fault) => `${operationId}: ${fault}`),
      );
    });
    expect(faults, anew).to.deep.equal([]);
  });

  it('tell refusals by their codes, two of an operation at most', () => {
    for (const { operationId, responses } of operations) {
      const codes = Object.values(responses).flatMap(({ content = {} }) =>
        Object.keys(content['application/problem+json']?.examples ?? {}),
      );
      const recorded = committed[operationId]?.refusals.map(({ response }) => codeOf(response.body));
      expect(codes.toSorted(), operationId).to.deep.equal(recorded?.toSorted());
      expect(codes.length, operationId).to.be.at.most(2);
    }
  });
});

/** The parts of a message that are JSON. */
const jsonOf = (message: Message | undefined): Shown[] =>
  Object.entries(message?.content ?? {}).flatMap(([type, shown]) => (type.endsWith('json') ? [shown] : []));

const codeOf = (problem: unknown): string => (problem as { code: string }).code;
