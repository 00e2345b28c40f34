import { isAction, publicOperations } from './access-table.js';

interface Operation {
  operationId?: string;
  security?: Record<string, string[]>[];
  /** The action that the caller's role must have. */
  'x-action'?: unknown;
}
export interface ApiDescription {
  paths: Record<string, Record<string, unknown>>;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * Every operation of the API names exactly one action of the access table, or is listed as public.
 * @throws Error naming each operation without a policy: the server must not start with one.
 */
export function requirePolicyForEveryOperation(api: ApiDescription): void {
  const uncovered = Object.values(api.paths)
    .flatMap((path) => verbs.map((verb) => path[verb] as Operation | undefined))
    .filter((operation): operation is Operation => operation !== undefined && !isCovered(operation))
    .map((operation) => operation.operationId ?? 'an operation without an id');
  if (uncovered.length > 0)
    throw new Error(
      `No policy for ${uncovered.join(', ')}: add the action to server/src/access/access-table.ts.`,
    );
}

function isCovered({ operationId, security = [], 'x-action': action }: Operation): boolean {
  if (security.length === 0 && action === undefined)
    return operationId !== undefined && publicOperations.has(operationId);
  return security.length > 0 && typeof action === 'string' && isAction(action);
}
