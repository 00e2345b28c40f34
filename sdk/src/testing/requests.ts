import type { Fetch } from '@medweave/sdk';
import { fixtures, type Operations } from '../generated/fixtures.js';

/** An operation of the API, such as `appointments.book`. */
export type OperationName = keyof Operations;

/** A call that the fake was asked for. `operation` tells what its `body` is. */
export type FakeCall<Name extends OperationName = OperationName> = {
  [Each in Name]: {
    readonly operation: Each;
    /** The path's parameters. */
    readonly ids: Readonly<Record<Operations[Each]['ids'], string>>;
    readonly query: Readonly<Record<string, string>>;
    readonly body: Operations[Each]['body'];
    readonly idempotencyKey: string | undefined;
    /** The version that was to be replaced. */
    readonly ifMatch: number | undefined;
  };
}[Name];

interface Route {
  readonly operation: OperationName;
  readonly method: string;
  readonly pattern: RegExp;
}

/** Fixed segments before parameters: `/appointments/holds` is not an appointment. */
const routes: readonly Route[] = Object.entries(fixtures)
  .sort(([, a], [, b]) => a.path.split('{').length - b.path.split('{').length)
  .map(([operation, { method, path }]) => ({
    operation: operation as OperationName,
    method,
    pattern: new RegExp(`${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }));

/** Which call of the SDK a request is; null when it is none. */
export function callOf(url: string, { method, headers, body }: Parameters<Fetch>[1]): FakeCall | null {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const route = routes.find((each) => each.method === method && each.pattern.test(pathname));
  if (route === undefined) return null;
  const ids = Object.entries(route.pattern.exec(pathname)?.groups ?? {});
  const version = /\d+/.exec(headers['if-match'] ?? '')?.[0];
  return {
    operation: route.operation,
    ids: Object.fromEntries(ids.map(([name, id]) => [name, decodeURIComponent(id)])),
    query: Object.fromEntries(searchParams),
    body: body === undefined ? undefined : JSON.parse(body),
    idempotencyKey: headers['idempotency-key'],
    ifMatch: version === undefined ? undefined : Number(version),
  } as FakeCall;
}
