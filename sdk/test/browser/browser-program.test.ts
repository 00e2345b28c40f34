import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { browserProgram } from '../../../server/test/support/browser-program.js';

describe('The browser to test with', () => {
  const { PATH, MEDWEAVE_BROWSER, XDG_CACHE_HOME } = process.env;
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'medweave-browser-'));
    process.env.PATH = folder;
    process.env.XDG_CACHE_HOME = folder;
    delete process.env.MEDWEAVE_BROWSER;
  });
  afterEach(async () => {
    for (const [name, value] of Object.entries({ PATH, MEDWEAVE_BROWSER, XDG_CACHE_HOME })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await rm(folder, { recursive: true, force: true });
  });

  const find = () => browserProgram(() => {}, new AbortController().signal, []);
  const refusal = () =>
    find().then(
      () => 'none',
      (error: Error) => error.message,
    );
  const program = async (name: string, script: string) => {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return path;
  };

  it('is the one that MEDWEAVE_BROWSER names', async () => {
    const named = await program('mine', 'echo Chromium 120.0.6099.1');
    await program('chromium', 'echo Chromium 150.0.7871.100');
    process.env.MEDWEAVE_BROWSER = named;
    expect(await find()).to.include({ command: named, version: '120.0.6099.1' });
  });

  it('is no other when the named one does not run', async () => {
    await program('chromium', 'echo Chromium 150.0.7871.100');
    process.env.MEDWEAVE_BROWSER = await program('broken', 'exit 1');
    expect(await refusal()).to.include(`MEDWEAVE_BROWSER=${process.env.MEDWEAVE_BROWSER} is no Chromium`);
  });

  it('is the first on the PATH that runs', async () => {
    await program('chromium', 'echo "This needs the package chromium to be installed." && exit 1');
    const second = await program('google-chrome', 'echo Google Chrome 150.0.7871.100');
    expect(await find()).to.include({ command: second, version: '150.0.7871.100' });
  });

  it('is asked for, with the ways out, where none can be had', async () => {
    const message = await refusal();
    expect(message).to.include('There is no browser');
    expect(message).to.include('Install chromium, or name one: MEDWEAVE_BROWSER=/path/to/chromium');
  });
});
