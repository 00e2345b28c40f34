import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { allGuards } from '../../../prove/guards/all-guards.js';
import { sampleOf } from '../../../prove/guards/choice.js';
import { type Guard, guard } from '../../../prove/guards/guard.js';
import { TestRuns } from '../../../prove/guards/test-run.js';
import { tryGuard } from '../../../prove/guards/try-guard.js';
import { usableAmong } from '../../../prove/tree/removal.js';
import { copyTree } from '../../../prove/tree/tree-copy.js';
import { rootDir } from '../../src/paths.js';
import { sharedUrls } from '../support/clinic.js';

const dayMs = 86_400_000;

/** What `npm run prove -- guards` tries, two of them, others every day. */
describe('The guards of the code', function () {
  this.timeout(240_000);
  let folder: string;
  let tree: string;
  let runs: TestRuns;

  before(async () => {
    folder = await mkdtemp(join(process.env.MEDWEAVE_TEST_ENGINES || tmpdir(), 'guards-'));
    tree = join(folder, 'tree');
    await copyTree(rootDir, tree);
    await mkdir(join(folder, 'left'));
    runs = new TestRuns(tree, join(folder, 'left'), sharedUrls(), new AbortController().signal);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const file = 'server/src/patients/mrn.ts';
  const itsTests = ['server/test/directory/mrn.test.ts', 'notices every single wrong digit'] as const;
  const tried = async (one: Guard) => (await tryGuard(tree, one, runs)).broken?.what ?? null;

  it('can be taken out as their list says, and have names of their own', async () => {
    expect((await usableAmong(allGuards, rootDir)).outdated).to.deep.equal([]);
    expect(new Set(allGuards.map(({ name }) => name)).size).to.equal(allGuards.length);
  });

  const seed = Math.floor(Date.now() / dayMs);
  for (const one of sampleOf(allGuards, seed))
    it(`are missed by a test when they are gone: ${one.name}`, async () => {
      expect(await tried(one)).to.equal(null);
    });

  it('would be told of when no test missed one', async () => {
    const source = await readFile(join(rootDir, file), 'utf8');
    const harmless = guard('nothing', [file, source, `${source}\n`], itsTests);
    expect(await tried(harmless)).to.equal('no test notices that it is gone: nothing');
    expect(await readFile(join(tree, file), 'utf8'), 'it is put back').to.equal(source);
  });

  it('would be told of when their test is none, or fails with them', async () => {
    const source = await readFile(join(rootDir, file), 'utf8');
    const untitled = guard('it', [file, source], [itsTests[0], 'a title that no test has']);
    expect(await tried(untitled)).to.equal('the tests are red although the guard stands: it');
  });

  it('would be told of when the code has moved away from their list', async () => {
    const gone = guard('gone', ['server/src/app.ts', 'a line that was there once'], itsTests);
    const twice = guard('twice', ['server/src/app.ts', 'app.use('], itsTests);
    const { outdated, usable } = await usableAmong([gone, twice], rootDir);
    expect(usable).to.deep.equal([]);
    expect(outdated.map(({ what }) => what)).to.deep.equal([
      'cannot be taken out any more: gone',
      'cannot be taken out any more: twice',
    ]);
  });
});
