/** Where each name is explained: a page, and the heading on it. */
export class Links {
  readonly #targets = new Map<string, string>();

  /** @param heading of the page itself when missing */
  add(name: string, page: string, heading?: string): void {
    this.#targets.set(name, heading === undefined ? page : `${page}#${heading.toLowerCase()}`);
  }

  /** A name as a link, seen from a page; as code when nothing explains it. */
  to(name: string, page: string): string {
    const target = this.#targets.get(name);
    return target === undefined ? `\`${name}\`` : `[${name}](${target.replace(`${page}#`, '#')})`;
  }

  /** Prose with its `{@link Name}`s. */
  inProse(text: string, page: string): string {
    return text.replaceAll(/\{@link (\w+)\}/g, (_, name: string) => this.to(name, page));
  }

  /** A type for a table's cell: with links to what it names, else as code. */
  inType(type: string, page: string): string {
    const text = type.replaceAll(/\s+/g, ' ').replace(/^\| /, '');
    const names = this.known(text);
    if (names.length === 0) return `\`${text.replaceAll('|', '\\|')}\``;
    return text
      .replaceAll(/[<|[\]{}*_]/g, (sign) => `\\${sign}`)
      .replaceAll(/\b[A-Z]\w*/g, (name) => (names.includes(name) ? this.to(name, page) : name));
  }

  /** The names in a text that are explained somewhere, each once, in their order. */
  known(text: string): readonly string[] {
    const names = text.match(/\b[A-Z]\w*/g) ?? [];
    return [...new Set(names)].filter((name) => this.#targets.has(name));
  }
}
