import type { OpenApi } from './openapi.js';

/**
 * tsoa writes an operation's action as a scope of its bearer token. Only OAuth has scopes in OpenAPI 3.0: the action
 * stands beside as `x-action`, a name of the access table.
 * @throws Error where an operation that asks for a token names no action, or several
 */
export function nameActions({ paths }: OpenApi): void {
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    const { operationId, security = [] } = operation;
    if (security.length === 0) continue;
    const [action, ...others] = security.flatMap(({ bearer = [] }) => bearer);
    if (action === undefined || others.length > 0)
      throw new Error(`${operationId} must name exactly one action of the access table.`);
    operation['x-action'] = action;
    operation.security = [{ bearer: [] }];
  }
}
