import type { RequestOptions } from './request.js';

/** What was read and is to be replaced. Its id and `version` are taken from it. */
export type Versioned<Id extends string = 'id'> = { readonly [name in Id]: string } & {
  readonly version: number;
};

/** The id of what is to be replaced. */
export function idOf<Id extends string>(target: string | Versioned<Id>, name: Id): string {
  return typeof target === 'string' ? target : target[name];
}

/** Names the version of what was read, unless the caller names another. */
export function replacing<Id extends string>(
  target: string | Versioned<Id>,
  options: RequestOptions | undefined,
): RequestOptions | undefined {
  return typeof target === 'string' ? options : { ifMatch: target.version, ...options };
}
