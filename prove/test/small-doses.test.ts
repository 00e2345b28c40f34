import { join } from 'node:path';
import { expect } from 'chai';
import { rootDir } from '../../server/src/paths.js';
import { runProof } from '../kernel/run-proof.js';
import { promises } from '../promises.js';

/** Another one in each run; a run that fails prints how to repeat it. */
const seed = Date.now() % 1_000_000;

/** Proofs that need no processes of their own to break: these tests run the same trials on the shared engines. */
const rehearsed: Readonly<Record<string, string>> = {
  doors: 'server/test/access/doors.test.ts',
  guards: 'server/test/guards/guards.test.ts',
  leaks: 'server/test/access/canaries.test.ts',
  rubbish: 'server/test/rubbish/rubbish.test.ts',
  tokens: 'server/test/auth/forged-tokens.test.ts',
  withdrawn: 'server/test/auth/withdrawn.test.ts',
  zones: 'server/test/scheduling/clock-changes.test.ts',
};

/** These are for who asks for them. */
const onDemand: Readonly<Record<string, string>> = {
  overload: 'It measures speed: on a machine that does other things too it would tell of those.',
  planted: 'It runs the others once more; what is around them has server/test/guards/planted.test.ts.',
};

describe('What Medweave promises, in small doses', function () {
  this.timeout(240_000);
  const stopping = new AbortController();

  before(async () => {
    const { bundleServer } = (await import(join(rootDir, 'scripts', 'lib', 'bundle.mjs'))) as {
      bundleServer(): Promise<void>;
    };
    await bundleServer();
  });
  after(() => stopping.abort());

  for (const [name, proof] of Object.entries(promises)) {
    if (name in rehearsed || name in onDemand) continue;
    it(`${proof.promise} ${name}: ${proof.says}`, async () => {
      const said: string[] = [];
      const report = (line: string) => void said.push(line);
      const { broken } = await runProof(name, proof, {
        dose: 'small',
        seed,
        report,
        signal: stopping.signal,
      });
      expect(broken, said.join('\n')).to.deep.equal([]);
    });
  }
});
