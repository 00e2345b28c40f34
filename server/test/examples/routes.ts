/** The part of the API's description that says where its operations are. */
export interface Paths {
  readonly [path: string]: Readonly<Record<string, { readonly operationId: string }>>;
}

export interface Route {
  readonly operation: string;
  /** The path's parameters by name. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * Which operation a request is for; a fixed segment stands before a parameter.
 * @throws Error when it is for none
 */
export function routeOf(paths: Paths, method: string, path: string): Route {
  const fixedFirst = Object.keys(paths).sort((a, b) => parametersIn(a) - parametersIn(b));
  for (const template of fixedFirst) {
    const operation = paths[template]?.[method.toLowerCase()];
    const found = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
    if (operation && found) return { operation: operation.operationId, ids: { ...found.groups } };
  }
  throw new Error(`No operation of the API is ${method} ${path}.`);
}

const parametersIn = (template: string): number => template.split('{').length;
