import type { OpenApi } from './openapi.js';

/** tsoa also names what it takes apart, such as the object of an operation's query parameters. Nobody refers to these. */
export function withoutUnusedSchemas(api: OpenApi): OpenApi {
  const { schemas } = api.components;
  const used = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const name = key === '$ref' ? String(value).split('/').at(-1) : undefined;
      if (name === undefined) visit(value);
      else if (!used.has(name)) {
        used.add(name);
        visit(schemas[name]);
      }
    }
  };
  visit(api.paths);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return { ...api, components: { ...api.components, schemas: Object.fromEntries(kept) } };
}
