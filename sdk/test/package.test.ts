import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { builtSdk } from './support/built-sdk.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const use = `
const medweave = new Medweave({ baseUrl: 'https://clinic.example' });
if (typeof medweave.appointments.book !== 'function') throw new Error('There is no book.');
if (new SlotTaken(409, 'slot_taken', {}) instanceof Conflict === false) throw new Error('It is no Conflict.');
console.log('works');
`;

const useFake = `
const fake = fakeMedweave();
fake.fail('appointments.book', 'slot_taken');
fake.medweave.appointments.book({ doctorId: 'x', startsAt: 'x' }).catch((error) => {
  if (!(error instanceof SlotTaken)) throw new Error('It is the class of another copy of the SDK.');
  if (!(fake.medweave instanceof Medweave)) throw new Error('It is another copy of the client.');
  console.log('works');
});
`;

const typed = ['calls', 'fakes'].map((name) => ({
  name,
  text: readFileSync(join(root, `sdk/test/types/${name}.ts`), 'utf8'),
}));

describe('The published package', function () {
  this.timeout(240_000);
  let project: string;

  before(() => {
    project = mkdtempSync(join(tmpdir(), 'medweave-sdk-'));
    const pack = ['pack', '--silent', '--pack-destination', project, builtSdk()];
    const tarball = execFileSync('npm', pack, { encoding: 'utf8' }).trim();
    writeFileSync(join(project, 'package.json'), '{ "private": true }');
    const install = ['install', '--offline', '--no-audit', '--no-fund', join(project, tarball)];
    execFileSync('npm', install, { cwd: project, stdio: 'pipe' });
    mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
    symlinkSync(join(root, 'node_modules/@types/node'), join(project, 'node_modules/@types/node'));
    symlinkSync(join(root, 'node_modules/undici-types'), join(project, 'node_modules/undici-types'));
  });

  after(() => rmSync(project, { recursive: true, force: true }));

  function run(name: string, text: string): string {
    writeFileSync(join(project, name), text);
    return execFileSync(process.execPath, [name], { cwd: project, encoding: 'utf8' }).trim();
  }

  /** @param endings of the files, which say whether they are ESM or CJS */
  function compile(endings: readonly string[], ...flags: string[]): string {
    const sources = endings.flatMap((ending) =>
      typed.map(({ name, text }) => ({ file: `${name}.${ending}`, text })),
    );
    for (const { file, text } of sources) writeFileSync(join(project, file), text);
    const files = sources.map(({ file }) => file);
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const strict = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2022',
      '--types',
      'node',
    ];
    const result = spawnSync(process.execPath, [tsc, ...strict, ...flags, ...files], {
      cwd: project,
      encoding: 'utf8',
    });
    return result.stdout;
  }

  it('runs in an ESM project and in a CJS project', () => {
    expect(run('esm.mjs', `import { Medweave, Conflict, SlotTaken } from '@medweave/sdk';${use}`)).to.equal(
      'works',
    );
    expect(
      run('cjs.cjs', `const { Medweave, Conflict, SlotTaken } = require('@medweave/sdk');${use}`),
    ).to.equal('works');
  });

  it('fakes errors of the very classes that an app imports, in ESM and in CJS', () => {
    expect(
      run(
        'fake.mjs',
        `import { Medweave, SlotTaken } from '@medweave/sdk';
import { fakeMedweave } from '@medweave/sdk/testing';${useFake}`,
      ),
    ).to.equal('works');
    expect(
      run(
        'fake.cjs',
        `const { Medweave, SlotTaken } = require('@medweave/sdk');
const { fakeMedweave } = require('@medweave/sdk/testing');${useFake}`,
      ),
    ).to.equal('works');
  });

  it('compiles under nodenext, as ESM and as CJS, and refuses wrong fields and codes', () => {
    expect(compile(['mts', 'cts'], '--module', 'nodenext')).to.equal('');
  });

  it('compiles for a bundler, with the DOM’s types', () => {
    const lib = ['--lib', 'es2022,dom,dom.iterable'];
    expect(compile(['ts'], '--module', 'esnext', '--moduleResolution', 'bundler', ...lib)).to.equal('');
  });
});
