/**
 * A UUID. It is taken in any case, and answered in lower case.
 * @pattern ^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$
 * @example "0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11"
 */
export type Uuid = string;

/**
 * An instant: RFC 3339 with `Z` or an offset; seconds may be left out. Digits finer than a millisecond are cut off, which
 * never makes another five-minute mark of it. Answers always carry UTC with milliseconds.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$
 * @example "2026-12-01T09:30:00.000Z"
 */
export type Instant = string;

/**
 * A calendar date.
 * @pattern ^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$
 * @example "1984-05-17"
 */
export type DateOn = string;

/**
 * An e-mail address, at most 254 characters; other than ASCII domains in their `xn--` form. It is taken in any case, and
 * kept in lower case, without blanks around it.
 * @pattern ^\s*[A-Za-z0-9.!#$%&'*+/=?^_|~-]{1,64}@[A-Za-z0-9.-]{1,125}\.[A-Za-z0-9-]{2,63}\s*$
 * @example "ada@example.org"
 */
export type Email = string;

/**
 * Two letters of a country, ISO 3166-1: taken in any case, kept in capitals.
 * @pattern ^[A-Za-z]{2}$
 * @example "DE"
 */
export type Country = string;

/**
 * Where a list goes on: the previous page's `nextCursor`, with the same filters. The first page when absent.
 * @pattern ^[A-Za-z0-9_-]{20,600}$
 */
export type Cursor = string;
