import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { House } from './house.js';
import type { Operation } from './operations.js';
import type { Door, Things } from './requests.js';

/** One request at a door. */
export interface Knock {
  /** Who, for people, such as `stranger nurse`. */
  readonly who: string;
  readonly caller: SignedIn | null;
  readonly operation: Operation;
  readonly things: Things;
  readonly door: Door;
  readonly headers?: Readonly<Record<string, string>>;
  /** In the place of the door's own query. */
  readonly query?: string;
  /** In the place of the door's own body, as it goes over the wire. */
  readonly bodyText?: string;
}

export interface Said {
  readonly status: number;
  /** Without the request's own id, and with names in the place of the ids that were asked for. */
  readonly text: string;
  readonly headers: Headers;
  /** What was asked and answered, for a history. */
  readonly line: string;
}

let turn = 0;

export async function knock({ baseUrls }: House, wish: Knock): Promise<Said> {
  const { who, caller, operation, things, door, headers = {} } = wish;
  const baseUrl = baseUrls[turn++ % baseUrls.length] ?? '';
  const query = wish.query ?? door.query?.(things) ?? '';
  const path = `${filled(operation, door, things)}${query === '' ? '' : `?${query}`}`;
  const made = door.body?.(things);
  const body = wish.bodyText ?? (made === undefined ? undefined : JSON.stringify(made));
  const response = await fetch(`${baseUrl}/api/v1${path}`, {
    method: operation.method,
    headers: {
      ...(caller && { authorization: `Bearer ${caller.accessToken}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      'if-match': '"1"',
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const text = withoutIds(await response.text(), things);
  const sent = body === undefined ? '' : ` ${body}`;
  const extra = wish.headers ? ` with ${JSON.stringify(headers)}` : '';
  const asked = `${who} ${operation.method} ${path}${extra}${sent}`;
  return {
    status: response.status,
    text,
    headers: response.headers,
    line: `${asked} → ${response.status} ${text.slice(0, 300)}`,
  };
}

const filled = ({ template }: Operation, { path = {} }: Door, things: Things): string =>
  template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    name === 'dateOn' ? '2030-01-05' : things[path[name] ?? 'patient'],
  );

function withoutIds(text: string, things: Things): string {
  let said = text.replace(/"requestId":"[^"]*"/, '"requestId":""');
  for (const [name, id] of Object.entries(things)) said = said.replaceAll(id, `‹${name}›`);
  return said;
}

/** Two answers to the same question may differ in their time and their own id only. */
export function comparable({ headers }: Said): string {
  const { date: _date, 'x-request-id': _id, ...rest } = Object.fromEntries(headers);
  return JSON.stringify(rest);
}

export const isSame = (one: Said, other: Said): boolean =>
  one.status === other.status && one.text === other.text && comparable(one) === comparable(other);
