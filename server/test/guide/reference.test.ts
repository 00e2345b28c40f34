import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { referencePages } from '../../../scripts/reference/pages.js';
import { rootDir } from '../../src/paths.js';

describe('The reference of the SDK', () => {
  let folder: string;
  const entry = () => join(folder, 'src', 'client.ts');
  const resourcesFile = () => join(folder, 'src', 'resources.ts');
  const pagesOf = async (source: string) => {
    await writeFile(entry(), source);
    return referencePages([entry()], resourcesFile());
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'medweave-reference-'));
    await mkdir(join(folder, 'src'));
    await writeFile(
      resourcesFile(),
      `export class Resources { readonly auth: AuthResource; }
/** Signing in. */
export class AuthResource {
  constructor(private readonly core: Core) {}
  /**
   * Forgets who
   * was here.
   * @throws {@link Gone} 404 \`gone\`
   */
  logout(): Call<void> { return this.core.send(); }
}`,
    );
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('leads from a method to its errors and types', async () => {
    const pages = await pagesOf(
      `/** Nobody is here. */\nexport interface Gone {\n  /** Since when. */\n  at: string;\n}`,
    );
    expect(pages['auth.md'])
      .to.include('logout(): Call<void>')
      .and.include('Forgets who was here.')
      .and.include('- [Gone](client.md#gone) 404 `gone`');
    expect(pages['client.md']).to.include('| `at` | `string` | Since when. |');
  });

  it('is refused while something exported has no docstring', async () => {
    const source =
      '/** Two. */\nexport interface Pair {\n  one: string;\n  /** Said. */\n  two: string;\n}\nexport type Bare = 1;';
    const error = await pagesOf(source).catch((reason: Error) => reason);
    expect(error).to.be.an('error').with.property('message', 'These need a docstring: Pair.one, Bare');
  });

  it('says nothing about what an app cannot import', async () => {
    const pages = await pagesOf('/** Shown. */\nexport type Shown = 1;\ntype Hidden = 2;');
    expect(pages['client.md']).to.include('## Shown').and.not.include('Hidden');
  });

  it('has no link that leads nowhere, and neither have the guide and the page of errors', async () => {
    const names = ['docs/sdk', 'docs/guide'].map(async (place) =>
      (await readdir(join(rootDir, place))).map((name) => join(rootDir, place, name)),
    );
    const files = [...(await Promise.all(names)).flat(), join(rootDir, 'docs', 'errors.md')];
    const pages = new Map(await Promise.all(files.map(async (file) => [file, await pageAt(file)] as const)));
    const lost = [...pages].flatMap(([file, { links }]) =>
      links.filter((link) => {
        const [name = '', heading] = link.split('#');
        const path = name === '' ? file : join(dirname(file), name);
        const isThere = heading === undefined ? existsSync(path) : pages.get(path)?.headings.has(heading);
        return isThere !== true;
      }),
    );
    expect(lost).to.deep.equal([]);
    expect([...pages.values()].flatMap(({ links }) => links)).to.have.length.above(1_000);
  });
});

async function pageAt(file: string): Promise<{ links: string[]; headings: Set<string> }> {
  const prose = (await readFile(file, 'utf8')).replaceAll(/^```.*?^```$/gms, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text.toLowerCase());
  return { links, headings: new Set(headings) };
}
