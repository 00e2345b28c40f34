import { AppError, malformed } from './errors.js';

/** Any version, or a list of ETags, with commas in them or doubled between them (RFC 9110, 5.6.1 and 8.8.3). */
const element = /[ \t]*(?:(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)")?[ \t]*(?:,|$)/y;

/**
 * A version as a proxy that compresses passes it on: `"3-gzip"` (Apache), `"3--gzip"` (Jetty), `"3;br"`. Others make
 * it weak: `W/"3"` (nginx, Cloudflare).
 */
const compressed = /^(\d+)(?:[-;:.+]{1,2}(?:x-)?(?:gzip|deflate|br|zstd|compress|identity|df))?$/;

export const etagOf = (version: number): string => `"${version}"`;

/**
 * Requires that a write which replaces was made against the newest version (RFC 9110, 13.1.1). A weak ETag counts as
 * the strong one that we gave: only proxies weaken it, and the version says the same of every encoding.
 * @param ifMatch the `If-Match` header: `"3"`, a list, or `*` for whichever is there
 * @throws AppError `if_match_required` (428), `version_stale` (412), or `malformed_request` (400)
 */
export function requireVersion(ifMatch: string | undefined, current: number): void {
  if (ifMatch === undefined) throw new AppError('if_match_required');
  const names = namesVersion(ifMatch, current);
  if (names === null)
    throw malformed(
      'header.If-Match',
      'must be an ETag as it was answered, in quotes, such as "3", a list of them, or *',
    );
  if (!names) throw new AppError('version_stale');
}

/** Whether the reader has the current version: for `If-None-Match`, of which nothing is said when it is malformed. */
export const isVersionKnown = (ifNoneMatch: string | undefined, current: number): boolean =>
  ifNoneMatch !== undefined && namesVersion(ifNoneMatch, current) === true;

/** Whether one of the ETags is that of the version; null for what is no list of ETags. */
function namesVersion(header: string, current: number): boolean | null {
  if (header.trim() === '*') return true;
  const tags: string[] = [];
  element.lastIndex = 0;
  while (element.lastIndex < header.length) {
    const found = element.exec(header);
    if (found === null) return null;
    if (found[1] !== undefined) tags.push(found[1]);
  }
  if (tags.length === 0) return null;
  return tags.some((tag) => compressed.exec(tag)?.[1] === String(current));
}
