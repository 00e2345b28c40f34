import { type Expression, type SqlBool, sql } from 'kysely';
import { invalid } from './errors.js';
import { uuidBytes } from './ids.js';
import { Vault } from './secrets.js';

/** One page of a list. */
export interface Page<T> {
  /** In the list's order, `limit` of them at most. Only `nextCursor` tells whether more follow. */
  items: T[];
  /** Opaque. Pass it as `cursor` with the same filters to get the next page; `null` on the last one. */
  nextCursor: string | null;
}

export const defaultPageSize = 50;

/** Where a page ended: the value of the sort column and the id that breaks ties. */
export interface Position {
  value: string | number;
  id: string;
}

/**
 * Seals list positions: a cursor is good only for the list, filters and sort that it was given for, and tells nobody
 * where it stands. It holds a name or an e-mail address, and travels in URLs.
 */
export class Cursors {
  readonly #vault: Vault;

  constructor(secret: string) {
    this.#vault = new Vault(secret, 'list-cursors');
  }

  /** @param list names the list and everything that selects its rows, e.g. JSON of its filters. */
  encode(list: string, position: Position): string {
    const plain = Buffer.from(JSON.stringify([position.value, position.id]));
    return this.#vault.seal(plain, Buffer.from(list)).toString('base64url');
  }

  /** @throws AppError `validation_failed` when the cursor was changed or belongs to another list. */
  decode(list: string, cursor: string): Position {
    const plain = this.#maybeOpened(list, cursor);
    if (!plain)
      throw invalid('query.cursor', 'must be the nextCursor of the same list with the same filters');
    const [value, id] = JSON.parse(plain.toString()) as [string | number, string];
    return { value, id };
  }

  /** Cuts `limit + 1` rows to a page. `positionOf` gives the sort value and id of the last row shown. */
  page<T>(list: string, rows: T[], limit: number, positionOf: (item: T) => Position): Page<T> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const hasMore = rows.length > limit && last !== undefined;
    return { items, nextCursor: hasMore ? this.encode(list, positionOf(last)) : null };
  }

  #maybeOpened(list: string, cursor: string): Buffer | null {
    try {
      return this.#vault.open(Buffer.from(cursor, 'base64url'), Buffer.from(list));
    } catch {
      return null; // made up, altered, or another list's: all the same to the caller
    }
  }
}

/**
 * `(column, id)` strictly after the position, written so that MySQL reads it as one index range.
 * @param column and `id` are trusted names from code, e.g. `appointments.starts_at`.
 */
export function afterPosition(
  column: string,
  id: string,
  direction: 'asc' | 'desc',
  position: { value: string | number | Date; id: string },
): Expression<SqlBool> {
  const compare = sql.raw(direction === 'asc' ? '>' : '<');
  const [sortColumn, idColumn] = [sql.ref(column), sql.ref(id)];
  return sql<SqlBool>`(${sortColumn} ${compare} ${position.value} or (${sortColumn} = ${position.value} and ${idColumn} ${compare} ${uuidBytes(position.id)}))`;
}
