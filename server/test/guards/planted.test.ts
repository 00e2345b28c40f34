import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { allPlanted } from '../../../prove/planted/all-planted.js';
import { bug } from '../../../prove/planted/planted-bug.js';
import { type ProverResult, resultOf } from '../../../prove/planted/prover-runs.js';
import { tryBug } from '../../../prove/planted/try-bug.js';
import { promises } from '../../../prove/promises.js';
import { usableAmong } from '../../../prove/tree/removal.js';
import { rootDir } from '../../src/paths.js';

const file = 'code.ts';
const right = 'if (isMine) show();';
const nothing: ProverResult = { found: null, trouble: null };

/** What `npm run prove -- planted` tries, but for the provers, which take a quarter of a minute each. */
describe('Planted bugs', () => {
  let tree: string;
  const planted = bug('somebody else’s is shown', 'doors', [file, 'if (isMine) ']);

  before(async () => {
    tree = await mkdtemp(join(tmpdir(), 'planted-'));
    await writeFile(join(tree, file), right);
  });
  after(() => rm(tree, { recursive: true, force: true }));

  const tried = async (withIt: ProverResult, without = nothing) => {
    const run = async () => withIt;
    const { found, broken } = await tryBug(tree, planted, run, async () => without);
    return broken?.what ?? found;
  };

  it('can be planted as their list says, have names of their own, and a prover each', async () => {
    expect((await usableAmong(allPlanted, rootDir)).outdated).to.deep.equal([]);
    expect(new Set(allPlanted.map(({ name }) => name)).size).to.equal(allPlanted.length);
    for (const { prover } of allPlanted) expect(promises).to.have.property(prover);
  });

  it('are there while the prover runs, and gone afterwards', async () => {
    let seen = '';
    const run = async () => {
      seen = await readFile(join(tree, file), 'utf8');
      return { found: 'it', trouble: null };
    };
    await tryBug(tree, planted, run, async () => nothing);
    expect([seen, await readFile(join(tree, file), 'utf8')]).to.deep.equal(['show();', right]);
  });

  it('are found when their prover finds something that it does not find without them', async () => {
    expect(await tried({ found: 'a stranger reads it', trouble: null })).to.equal('a stranger reads it');
  });

  it('are told of when they are missed, hide behind trouble, or are not what was found', async () => {
    const found = { found: 'it', trouble: null };
    const trouble = { found: null, trouble: 'no disk' };
    expect(await tried(nothing)).to.match(/^doors does not find this in a small dose: somebody/);
    expect(await tried(trouble)).to.match(/^doors could not be run with this planted/);
    expect(await tried(found, found)).to.match(/^doors is red although this is not planted/);
    expect(await tried(found, trouble)).to.match(/^doors is red although this is not planted/);
  });

  it('are found by what a prover prints when it ends with 1, and by nothing else', () => {
    const said = '3 of 9\nBroken: two visits overlap\n  #1 …\nBroken: another\nP1 bookings DOES NOT HOLD (2)';
    expect(resultOf({ code: 1, said })).to.deep.equal({ found: 'two visits overlap', trouble: null });
    expect(resultOf({ code: 0, said: 'P1 bookings holds' })).to.deep.equal(nothing);
    for (const [code, text] of [
      [1, 'Usage: npm run prove'],
      [2, said],
      [null, said],
    ] as const)
      expect(resultOf({ code, said: text }))
        .to.have.property('trouble')
        .that.includes(text);
  });
});
