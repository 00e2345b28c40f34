/** Where a path without a host is resolved only to read it. */
const anywhere = 'http://page.invalid';

/**
 * Where the API begins: the server's address with `basePath`, unless it ends with it already.
 * @throws TypeError in words for what is no http(s) address or path, or has more than a path: what follows a `?` or
 *   `#` would swallow the path of every call, and credentials have no place in an address
 */
export function apiUrl(baseUrl: string, basePath: string): string {
  const text = String(baseUrl).trim();
  if (!/^(https?:\/\/|\/|$)/i.test(text) || !URL.canParse(text, anywhere))
    throw new TypeError('baseUrl must be an http(s) address such as https://clinic.example, or a path.');
  if (/[?#]/.test(text))
    throw new TypeError('baseUrl must end with its path: without ? or #, whatever follows them.');
  const { origin, pathname, username, password } = new URL(text, anywhere);
  if (username !== '' || password !== '')
    throw new TypeError('baseUrl must not hold a user or a password: sign in through auth.login.');
  const root = (origin === anywhere ? '' : origin) + pathname.replace(/\/+$/, '');
  return root.endsWith(basePath) ? root : root + basePath;
}
