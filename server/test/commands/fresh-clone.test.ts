import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { satisfies } from 'semver';
import { rootDir } from '../../src/paths.js';
import { eventually } from '../clinical/clinical-cast.js';
import { Clone, type Command } from './clone.js';

const oldestNode = '20.19.0';
const read = (file: string): string => readFileSync(join(rootDir, file), 'utf8');

describe('In a fresh clone', () => {
  let clone: Clone;

  beforeEach(async () => {
    clone = await Clone.make();
  });
  afterEach(() => {
    clone.letNpmEnd();
    clone.remove();
  });

  const npmsAre = (count: number) =>
    eventually(`${count} npm ran`, async () => clone.npms().length === count);
  const says = (command: Command, text: string) =>
    eventually(`it says “${text}”`, async () => command.output().includes(text));
  const waiting = 'Waiting for another command that installs the packages';

  it('five commands at once install the packages once, and the others say that they wait', async () => {
    const first = clone.run('install.mjs');
    await npmsAre(1);
    const others = Array.from({ length: 4 }, () => clone.run('install.mjs'));
    for (const other of others) await says(other, waiting);
    clone.letNpmEnd();
    for (const command of [first, ...others]) {
      expect(await command.ended).to.equal(0);
      expect(command.output()).to.include('There.');
    }
    expect(clone.npms()).to.have.length(1);
  });

  it('an npm whose command was killed is waited for, and what it installed is used', async () => {
    const first = clone.run('install.mjs');
    await npmsAre(1);
    await eventually('the lock names npm', async () =>
      readFileSync(join(clone.folder, '.medweave/locks/packages.lock'), 'utf8').includes(
        `${clone.npms()[0]}`,
      ),
    );
    first.process.kill('SIGKILL');
    await first.ended;
    const second = clone.run('install.mjs');
    await says(second, waiting);
    clone.letNpmEnd();
    expect(await second.ended).to.equal(0);
    expect(clone.npms()).to.have.length(1);
  });

  it('the packages are installed by the next command when both were killed', async () => {
    const first = clone.run('install.mjs');
    await npmsAre(1);
    const second = clone.run('install.mjs');
    await says(second, waiting);
    first.process.kill('SIGKILL');
    process.kill(clone.npms()[0] ?? 0, 'SIGKILL');
    await npmsAre(2);
    clone.letNpmEnd();
    expect(await second.ended).to.equal(0);
  });

  for (const command of ['start', 'test', 'import', 'generate', 'analytics', 'bench', 'prove'])
    for (const flag of ['--help', '-h'])
      it(`${flag} of ${command} is answered without installing anything`, async () => {
        const asked = clone.run(`scripts/${command}.mjs`, [flag]);
        expect(await asked.ended).to.equal(0);
        expect(asked.output()).to.equal(read(`scripts/help/${command}.txt`));
        expect(asked.output()).to.include(`npm ${/start|test/.test(command) ? command : 'run'}`);
        expect([clone.npms(), existsSync(join(clone.folder, 'node_modules'))]).to.deep.equal([[], false]);
      });

  it('a Node that is too old is told in words, before npm would warn of each package', async () => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })`;
    const command = clone.run('install.mjs', [], ['--import', `data:text/javascript,${encodeURI(older)}`]);
    expect(await command.ended).to.equal(1);
    expect(command.output()).to.include('Medweave needs Node 20.19 or later');
    expect(clone.npms()).to.deep.equal([]);
  });

  it('the server is built by one command at a time, and found by who waited', async () => {
    const bundleModule = pathToFileURL(join(clone.folder, 'scripts/lib/bundle.mjs')).href;
    const { entryPoints } = (await import(bundleModule)) as { entryPoints: Record<string, string> };
    for (const [name, source] of Object.entries(entryPoints)) {
      const file = join(clone.folder, source);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `console.log('${name}');\n`);
    }
    symlinkSync(join(rootDir, 'node_modules'), join(clone.folder, 'node_modules'));
    await writeFile(
      join(clone.folder, 'build.mjs'),
      "import { bundleServer } from './scripts/lib/bundle.mjs';\nawait bundleServer();\n",
    );
    const lockModule = pathToFileURL(join(clone.folder, 'scripts/lib/lock.mjs')).href;
    const { exclusively } = (await import(lockModule)) as {
      exclusively(name: string, waiting: string, work: () => Promise<void>): Promise<void>;
    };
    const built = join(clone.folder, 'dist/server/main.js');
    const builders: Command[] = [];
    await exclusively('bundle', 'Waiting', async () => {
      builders.push(clone.run('build.mjs'), clone.run('build.mjs'));
      for (const builder of builders)
        await says(builder, 'Waiting for another command that builds the server');
      expect(existsSync(built)).to.equal(false);
    });
    for (const builder of builders) expect(await builder.ended).to.equal(0);
    expect(readFileSync(built, 'utf8')).to.include('console.log("main")');
  });
});

describe(`Node ${oldestNode}, the oldest that installs Medweave,`, () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; engines?: { node?: string }; link?: boolean }>;
  };

  it('is named in package.json, in the README, and by the installation', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(engines.node).to.equal(`>=${oldestNode}`);
    expect(read('README.md')).to.include('Node 20.19 or later');
    expect(read('scripts/lib/install.mjs')).to.include('const oldestNode = [20, 19];');
  });

  it('is taken by every package, so that npm warns of none, and leaves no optional one out', () => {
    const refusing = Object.entries(lock.packages).filter(
      ([, { engines }]) => engines?.node && !satisfies(oldestNode, engines.node),
    );
    expect(Object.keys(lock.packages)).to.have.length.above(300);
    expect(
      refusing.map(([name, { version, engines }]) => `${name} ${version} wants ${engines?.node}`),
    ).to.deep.equal([]);
  });
});
