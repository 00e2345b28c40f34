import { type ApiError, type Fetch, Medweave, memoryTokens } from '@medweave/sdk';
import { fixtures, type Operations, problems } from '../generated/fixtures.js';
import { changed, isPage, pageOf, type Said } from './changes.js';
import { callOf, type FakeCall, type OperationName } from './requests.js';

export type { Change, Said } from './changes.js';
export type { FakeCall, OperationName } from './requests.js';

/** The codes that an operation may end with. */
export type CodeOf<Name extends OperationName> = Operations[Name]['error']['code'];

/** The fields of an operation's error with this code; what is left out is as it was recorded. */
export type FieldsOf<Name extends OperationName, Code extends CodeOf<Name>> = Partial<
  Omit<
    Extract<Operations[Name]['error'], { readonly code: Code }>,
    Exclude<keyof ApiError, 'detail' | 'errors' | 'outcome' | 'retryAfterSeconds'> | 'timeoutMs'
  >
>;

/** What to answer: a change of the recorded answer, or a function that makes one for the call. */
export type Wanted<Name extends OperationName> =
  | Said<Operations[Name]['answer']>
  | ((call: FakeCall<Name>) => Said<Operations[Name]['answer']>);

/** What a fake begins with. */
export interface FakeConfig {
  /** Whether somebody is signed in from the start; true when missing. */
  readonly isSignedIn?: boolean;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

type Responder = (call: FakeCall) => Answer | Promise<never>;

/** A Medweave without a server: every operation is answered as recorded, until the test says otherwise. */
export function fakeMedweave(config: FakeConfig = {}): FakeMedweave {
  return new FakeMedweave(config);
}

/** A client on a transport in memory, and what the transport answers and was asked. */
export class FakeMedweave {
  /** The real client. It repeats nothing, so that a failure is there at once. */
  readonly medweave: Medweave;
  /** Every call that arrived, the first one first. */
  readonly calls: FakeCall[] = [];
  private readonly always = new Map<OperationName, Responder>();
  private readonly once = new Map<OperationName, Responder[]>();

  constructor({ isSignedIn = true }: FakeConfig) {
    const tokens = memoryTokens();
    const renewAtMs = Number.POSITIVE_INFINITY;
    if (isSignedIn) tokens.save({ accessToken: 'fake', refreshToken: 'fake', renewAtMs });
    const config = { baseUrl: 'http://medweave.fake', maxRetries: 0, timeoutMs: hangsMs };
    this.medweave = new Medweave({ ...config, tokens, fetch: this.fetch });
  }

  /** From now on the operation answers this. */
  answer<Name extends OperationName>(operation: Name, wanted: Wanted<Name>): void {
    this.always.set(operation, answering(operation, wanted));
  }

  /** The next call of the operation answers this; several of them answer in their order. */
  answerOnce<Name extends OperationName>(operation: Name, wanted: Wanted<Name>): void {
    this.next(operation, answering(operation, wanted));
  }

  /** From now on the operation ends with this error. */
  fail<Name extends OperationName, Code extends CodeOf<Name>>(
    operation: Name,
    code: Code,
    fields: FieldsOf<Name, Code> = {},
  ): void {
    this.always.set(operation, failing(code, fields));
  }

  /** The next call of the operation ends with this error. */
  failOnce<Name extends OperationName, Code extends CodeOf<Name>>(
    operation: Name,
    code: Code,
    fields: FieldsOf<Name, Code> = {},
  ): void {
    this.next(operation, failing(code, fields));
  }

  /** The calls of one operation, with its own body. */
  callsOf<Name extends OperationName>(operation: Name): FakeCall<Name>[] {
    return this.calls.filter((call): call is FakeCall & FakeCall<Name> => call.operation === operation);
  }

  /** Forgets the calls and everything that was said of answers. Who is signed in stays so. */
  reset(): void {
    this.calls.length = 0;
    this.always.clear();
    this.once.clear();
  }

  /** The transport, for an app that makes its client by itself: `new Medweave({ baseUrl, fetch: fake.fetch })`. */
  readonly fetch: Fetch = async (url, init) => {
    const call = callOf(url, init);
    const answer = call === null ? unknownOperation(url, init.method) : await this.respond(call, init);
    const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
    return { status: answer.status, headers: { get: () => null }, text: async () => text };
  };

  private respond(call: FakeCall, { headers, signal }: Parameters<Fetch>[1]): Answer | Promise<Answer> {
    this.calls.push(call);
    const { operation } = call;
    if (!headers.authorization && !fixtures[operation].isPublic) return problem('token_missing');
    const responder = this.once.get(operation)?.shift() ?? this.always.get(operation) ?? recorded;
    const hanging = new Promise<never>((_, reject) => signal.addEventListener('abort', reject));
    return Promise.race([hanging, responder(call)]);
  }

  private next(operation: OperationName, responder: Responder): void {
    this.once.set(operation, [...(this.once.get(operation) ?? []), responder]);
  }
}

/** A call that is to hang does so for no longer; every other one is answered before any timer could run. */
const hangsMs = 10;

const recorded: Responder = ({ operation, query }) => said(operation, query, undefined);

function answering<Name extends OperationName>(operation: Name, wanted: Wanted<Name>): Responder {
  return (call) =>
    said(operation, call.query, typeof wanted === 'function' ? wanted(call as FakeCall<Name>) : wanted);
}

function said(operation: OperationName, query: Readonly<Record<string, string>>, change: unknown): Answer {
  const { status, body } = fixtures[operation];
  if (!isPage(body)) return { status, body: changed(body, change) };
  const items = Array.isArray(change) ? change.map((item) => changed(body.items[0], item)) : body.items;
  return { status, body: pageOf(items, query) };
}

function failing(code: string, fields: object): Responder {
  if (code === 'timeout_error') return () => new Promise<never>(() => {});
  if (code === 'connection_error') return () => Promise.reject(new Error('The fake was told to be away.'));
  const answer = problem(code, fields);
  return () => answer;
}

function problem(code: string, fields: object = {}): Answer {
  const known = problems[code];
  if (known === undefined) throw new TypeError(`Medweave has no error code ${code}.`);
  return { status: known.status, body: { ...known, ...fields } };
}

function unknownOperation(url: string, method: string): Answer {
  const title = `No operation of Medweave is ${method} ${url}. Does the app use another version of the SDK?`;
  return { status: 404, body: { status: 404, code: 'route_not_found', title } };
}
