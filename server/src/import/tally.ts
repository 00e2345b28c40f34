/** How often something was the case, and one line of the file where it was. */
export interface Noted {
  count: number;
  line: number;
}

/** What became of the rows of one file. */
export interface FileTally {
  file: string;
  read: number;
  imported: number;
  alreadyThere: number;
  /** How many were left out, by reason. */
  skipped: Readonly<Record<string, Noted>>;
  /** What was not as the file has it, or not in the file: what the import did instead. */
  guessed: Readonly<Record<string, Noted>>;
  /** Rows said to be imported that the clinic does not know: 0, or something is wrong. */
  unaccounted: number;
}

/** Counts the rows of one file. Every row that is read ends up in exactly one of the three other figures. */
export class Tally {
  read = 0;
  imported = 0;
  alreadyThere = 0;
  readonly #skipped = new Map<string, Noted>();
  readonly #guessed = new Map<string, Noted>();
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
  skip(reason: string, line: number): void {
    note(this.#skipped, reason, line);
    this.onCounted();
  }

  /** @param what was done about the row, e.g. `ADDRESS is cut to 200 characters`; never a value of it */
  guess(what: string, line: number): void {
    note(this.#guessed, what, line);
  }

  /** @param known what the clinic says it has, asked again at the end */
  summary(known: ReadonlyMap<string, string>): FileTally {
    const { file, read, imported, alreadyThere } = this;
    const unaccounted = [...this.#here].filter((externalId) => !known.has(externalId)).length;
    const [skipped, guessed] = [Object.fromEntries(this.#skipped), Object.fromEntries(this.#guessed)];
    return { file, read, imported, alreadyThere, skipped, guessed, unaccounted };
  }
}

function note(notes: Map<string, Noted>, what: string, line: number): void {
  const before = notes.get(what);
  notes.set(what, { count: (before?.count ?? 0) + 1, line: before?.line ?? line });
}

export const countSkipped = ({ skipped }: Pick<FileTally, 'skipped'>): number =>
  Object.values(skipped).reduce((sum, { count }) => sum + count, 0);

/** Whether every row that was read is accounted for, and what was imported is there. */
export const addsUp = (tally: FileTally): boolean =>
  tally.unaccounted === 0 && tally.read === tally.imported + tally.alreadyThere + countSkipped(tally);
