/** Texts that stand for what the clinic knows of people; each is another, so that a leak tells where it came from. */
export interface Canary {
  /** What it stands for, such as `patient 2, note`. */
  readonly name: string;
  readonly value: string;
  /** The tables and collections where it may lie; the first ones are the ones that keep it. */
  readonly homes: readonly string[];
  /** A refusal may tell it to whoever sent it. */
  readonly isToldBack: boolean;
}

const mark = 'canary';
const numberMark = '7788990';

/** Hands out canaries, and finds them again: as they are, in base64 at any place, and in hex. */
export class Canaries {
  readonly all: Canary[] = [];
  readonly #adopted: Canary[] = [];

  constructor(private readonly seed: number) {}

  /** The name of a field or parameter that there is not, which no store keeps. */
  fieldName(name: string): string {
    return this.#add(name, `${mark}${this.#mine()}`, [], true);
  }

  /** Letters only: it is a name, a word of a text, or a password. */
  word(name: string, ...homes: readonly string[]): string {
    return this.#add(name, `${mark}${this.#mine()}`, homes);
  }

  /** As `word`, in at least ten letters with a blank among them. */
  phrase(name: string, ...homes: readonly string[]): string {
    return this.#add(name, `${mark} ${this.#mine()}`, homes);
  }

  email(name: string, ...homes: readonly string[]): string {
    const value = `${mark}.${this.#mine()}@people.example`;
    return this.#add(name, value, homes);
  }

  phone(name: string, ...homes: readonly string[]): string {
    return this.#add(name, `${numberMark}${1_000 + (this.seed % 9_000)}${1_000 + this.all.length}0`, homes);
  }

  /** What the server made itself and is as private. */
  adopt(name: string, value: string, ...homes: readonly string[]): void {
    this.#adopted.push({ name, value, homes, isToldBack: false });
    this.#add(name, value, homes);
  }

  /** The canaries in a text. */
  in(text: string): Canary[] {
    const plain = text.toLowerCase();
    const encoded = text.replaceAll('+', '-').replaceAll('/', '_');
    const holds = (value: string): boolean =>
      plain.includes(value.toLowerCase()) ||
      plain.includes(Buffer.from(value).toString('hex')) ||
      inBase64(value).some((part) => encoded.includes(part));
    return [mark, numberMark].some(holds)
      ? this.all.filter(({ value }) => holds(value))
      : this.#adopted.filter(({ value }) => holds(value));
  }

  /** The last letter is always the same: in base64 it may be lost. */
  #mine(): string {
    return `${letters(this.seed)}q${letters(this.all.length)}z`;
  }

  #add(name: string, value: string, homes: readonly string[], isToldBack = false): string {
    this.all.push({ name, value, homes, isToldBack });
    return value;
  }
}

/** Canaries about one thing: each name begins with it. */
export class CanariesOf {
  constructor(
    private readonly canaries: Canaries,
    /** Such as `patient 2`. */
    private readonly whose: string,
  ) {}

  readonly word = (what: string, ...homes: readonly string[]): string =>
    this.canaries.word(`${this.whose}, ${what}`, ...homes);
  readonly phrase = (what: string, ...homes: readonly string[]): string =>
    this.canaries.phrase(`${this.whose}, ${what}`, ...homes);
  readonly email = (what: string, ...homes: readonly string[]): string =>
    this.canaries.email(`${this.whose}, ${what}`, ...homes);
  readonly phone = (what: string, ...homes: readonly string[]): string =>
    this.canaries.phone(`${this.whose}, ${what}`, ...homes);
  readonly adopt = (what: string, value: string, ...homes: readonly string[]): void =>
    this.canaries.adopt(`${this.whose}, ${what}`, value, ...homes);
}

/** A number in letters, at least three. */
function letters(number: number): string {
  let [text, rest] = ['', number];
  do {
    text = String.fromCharCode(97 + (rest % 25)) + text; // no z: it stays for who pads
    rest = Math.floor(rest / 25);
  } while (rest > 0);
  return text.padStart(3, 'z');
}

/** What is the same of a text in base64 wherever it begins. */
function inBase64(value: string): string[] {
  return [0, 1, 2].map((before) => {
    const length = Buffer.byteLength(value);
    const encoded = Buffer.from(`${'x'.repeat(before)}${value}`).toString('base64url');
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + length) * 8) / 6));
  });
}
