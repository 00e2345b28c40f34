import type { ComposedApp } from '../compose.js';
import type { Actor } from '../lib/actor.js';
import type { ImportLedger } from './import-ledger.js';
import type { Tally } from './tally.js';

/** What an import does its work with: the services of the clinic, as its controllers have them. */
export type ImportServices = Pick<
  ComposedApp['services'],
  | 'departments'
  | 'specializations'
  | 'doctors'
  | 'staff'
  | 'patients'
  | 'history'
  | 'records'
  | 'diagnoses'
  | 'notes'
  | 'documents'
  | 'importLedger'
>;

/** One import under way. */
export interface ImportRun {
  readonly services: ImportServices;
  readonly ledger: ImportLedger;
  /** Names the format in `imported_rows`. */
  readonly source: string;
  readonly actor: Actor;
  readonly signal: AbortSignal;
  readonly ids: ForeignIds;
  /** Begins to count a file whose rows are remembered under `kind`. */
  tally(file: string, kind: string): Tally;
  /** What the report says about the zone of a doctor who is imported now: why it is this one. */
  tellZone(providerId: string, zone: string, why: string): void;
  /** What the report says about rows that were imported, but not as one would expect. */
  explain(line: string): void;
}

/** External to internal ids by kind, as the clinic knows them; whatever is imported is added. */
export class ForeignIds {
  readonly #byKind = new Map<string, Map<string, string>>();

  constructor(
    private readonly ledger: ImportLedger,
    private readonly source: string,
  ) {}

  async load(kinds: readonly string[]): Promise<void> {
    for (const kind of kinds) this.#byKind.set(kind, await this.ledger.idsOf(this.source, kind));
  }

  maybe(kind: string, externalId: string): string | null {
    return this.#of(kind).get(externalId) ?? null;
  }

  /** The internal ids of a kind. */
  all(kind: string): string[] {
    return [...this.#of(kind).values()];
  }

  /** @throws SkippedRow when the row that is meant was not imported, with `missing` as the reason */
  require(kind: string, externalId: string, missing: string): string {
    const id = this.maybe(kind, externalId);
    if (id === null) throw new SkippedRow(missing);
    return id;
  }

  add(kind: string, externalId: string, internalId: string): void {
    this.#of(kind).set(externalId, internalId);
  }

  #of(kind: string): Map<string, string> {
    const ids = this.#byKind.get(kind);
    if (!ids) throw new Error(`The import did not load ids of the kind ${kind}.`);
    return ids;
  }
}

/** A row that cannot be imported. The reason goes into the report: it says what is wrong and holds no value of the row. */
export class SkippedRow extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'SkippedRow';
  }
}
