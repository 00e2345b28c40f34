import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { rootDir } from '../../src/paths.js';

const inside = (path: string): string => relative(rootDir, path);

/** Which files of the clone each file needs: those it imports, and those it names, to start them or to read them. */
export class ImportGraph {
  readonly #needs = new Map<string, readonly string[]>();
  /** By their name, and by the folder that they are in. */
  readonly #byName = new Map<string, string[]>();
  readonly #options: ts.CompilerOptions;

  constructor() {
    const files = globSync('{server,sdk,prove,bench,scripts,mongo,examples,docs}/**/*.*', {
      cwd: rootDir,
      exclude: (name) => ['node_modules', 'dist'].includes(basename(name)),
    });
    for (const file of files)
      for (const name of [basename(file), dirname(file)])
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
    const config = ts.readConfigFile(join(rootDir, 'tsconfig.json'), ts.sys.readFile);
    this.#options = ts.parseJsonConfigFileContent(
      { ...config.config, files: [], include: [] },
      ts.sys,
      rootDir,
    ).options;
  }

  /** The file itself and everything it needs, also by way of others. */
  allNeededBy(file: string): ReadonlySet<string> {
    const found = new Set([file]);
    for (const each of found) for (const needed of this.#neededBy(each)) found.add(needed);
    return found;
  }

  #neededBy(file: string): readonly string[] {
    const known = this.#needs.get(file) ?? this.#read(file);
    this.#needs.set(file, known);
    return known;
  }

  #read(file: string): readonly string[] {
    if (!/\.(ts|mjs|cjs|js)$/.test(file)) return [];
    const path = join(rootDir, file);
    const text = readFileSync(path, 'utf8');
    const imported = ts
      .preProcessFile(text)
      .importedFiles.map(({ fileName }) => ts.resolveModuleName(fileName, path, this.#options, ts.sys))
      .flatMap(({ resolvedModule }) => (resolvedModule ? [resolvedModule.resolvedFileName] : []))
      .filter((resolved) => !resolved.includes('/node_modules/'))
      .map(inside);
    return [...imported, ...this.#namedIn(text)];
  }

  /** Texts like './clone.ts' or 'docs/sdk', and the parts of a path that is put together: 'scripts', 'lib', 'lock.mjs'. */
  #namedIn(text: string): string[] {
    const put = text.replaceAll(/['"`], ['"`]/g, '/');
    const names = [...`${text}\n${put}`.matchAll(/(?<=['"`/])([\w.-]+\.\w+|[\w-]+(?:\/[\w-]+)+)(?=['"`])/g)];
    return [...new Set(names.map(([name]) => name))].flatMap((name) => this.#byName.get(name) ?? []);
  }
}

export const isThere = (file: string): boolean => existsSync(join(rootDir, file));
