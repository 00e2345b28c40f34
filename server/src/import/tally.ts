/** What became of the rows of one file. */
export interface FileTally {
  file: string;
  read: number;
  imported: number;
  alreadyThere: number;
  /** How many were left out, by reason. */
  skipped: Readonly<Record<string, number>>;
  /** Rows said to be imported that the clinic does not know: 0, or something is wrong. */
  unaccounted: number;
}

/** Counts the rows of one file. Every row that is read ends up in exactly one of the three other figures. */
export class Tally {
  read = 0;
  imported = 0;
  alreadyThere = 0;
  readonly #skipped = new Map<string, number>();
  readonly #seen = new Set<string>();
  readonly #here = new Set<string>();

  constructor(
    readonly file: string,
    /** Under which kind its rows are remembered. */
    readonly kind: string,
    private readonly onCounted: () => void,
  ) {}

  /** @returns false for an id that came before in this file */
  see(externalId: string): boolean {
    const isFirst = !this.#seen.has(externalId);
    this.#seen.add(externalId);
    return isFirst;
  }

  countImported(externalId: string): void {
    this.imported++;
    this.#here.add(externalId);
    this.onCounted();
  }

  countAlreadyThere(externalId: string): void {
    this.alreadyThere++;
    this.#here.add(externalId);
    this.onCounted();
  }

  /** @param reason what the row does wrong, e.g. `has no start`; never a value of it */
  skip(reason: string): void {
    this.#skipped.set(reason, (this.#skipped.get(reason) ?? 0) + 1);
    this.onCounted();
  }

  /** @param known what the clinic says it has, asked again at the end */
  summary(known: ReadonlyMap<string, string>): FileTally {
    const { file, read, imported, alreadyThere } = this;
    const unaccounted = [...this.#here].filter((externalId) => !known.has(externalId)).length;
    return { file, read, imported, alreadyThere, skipped: Object.fromEntries(this.#skipped), unaccounted };
  }
}

const skippedOf = ({ skipped }: FileTally): number =>
  Object.values(skipped).reduce((sum, count) => sum + count, 0);

/** Whether every row that was read is accounted for, and what was imported is there. */
export const addsUp = (tally: FileTally): boolean =>
  tally.unaccounted === 0 && tally.read === tally.imported + tally.alreadyThere + skippedOf(tally);
