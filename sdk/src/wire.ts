/** Fills path parameters in, each as one segment. An empty one would name another resource. */
export function path(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.reduce((before, after, index) => before + segment(values[index - 1]) + after);
}

function segment(value: string | number | undefined): string {
  const text = String(value ?? '');
  if (text === '' || text === '.' || text === '..') {
    throw new TypeError('A path parameter must be a non-empty id.');
  }
  return encodeURIComponent(text);
}

/** Absent (undefined or null) query fields are left out; a list is repeated field by field. */
export function urlOf(baseUrl: string, path: string, query?: object): string {
  if (query === undefined) return baseUrl + path;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  const text = search.toString();
  return baseUrl + path + (text && `?${text}`);
}

/** A key must be unique, not secret, so pages without a secure context and React Native may do without crypto. */
export function newKey(): string {
  return (
    globalThis.crypto?.randomUUID?.() ??
    'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16))
  );
}
