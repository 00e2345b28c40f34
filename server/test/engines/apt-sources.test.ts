import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  engineSources,
  formatSources,
  readAptSources,
  readDistribution,
} from '../../src/engines/apt-sources.js';

describe('The package sources of the engines', () => {
  let etcApt = '';

  beforeEach(async () => {
    etcApt = await mkdtemp(join(tmpdir(), 'mw-apt-'));
    await mkdir(join(etcApt, 'sources.list.d'));
  });

  afterEach(() => rm(etcApt, { recursive: true, force: true }));

  const derived = (id: string, codename: string) =>
    formatSources(engineSources(readAptSources(etcApt), { id, codename }));

  it("are a Debian machine's own archive with the suite sid, mirror and keyring kept", async () => {
    await writeFile(
      join(etcApt, 'sources.list.d', 'debian.sources'),
      [
        'Types: deb\nURIs: http://mirror.example/security\nSuites: bookworm-security\nComponents: main\n',
        'Types: deb deb-src\n# a comment\nURIs: http://mirror.example/debian',
        'Suites: bookworm bookworm-updates\nComponents: main contrib\nSigned-By: /usr/share/keyrings/d.gpg\n',
      ].join('\n'),
    );
    expect(derived('debian', 'bookworm')).to.equal(
      'Types: deb\nURIs: http://mirror.example/debian\nSuites: sid\nComponents: main\n' +
        'signed-by: /usr/share/keyrings/d.gpg\n',
    );
  });

  it('are read from the one-line style as well', async () => {
    await writeFile(
      join(etcApt, 'sources.list'),
      '# deb http://off.example/debian trixie main\n' +
        'deb [arch=amd64,arm64 signed-by=/k.gpg] http://on.example/debian trixie main # note\n',
    );
    expect(derived('debian', 'trixie')).to.equal(
      'Types: deb\nURIs: http://on.example/debian\nSuites: sid\nComponents: main\n' +
        'architectures: amd64 arm64\nsigned-by: /k.gpg\n',
    );
  });

  it('stay as they are on another distribution, without the disabled ones', async () => {
    await writeFile(
      join(etcApt, 'sources.list.d', 'ubuntu.sources'),
      'Types: deb\nURIs: http://u.example/ubuntu\nSuites: noble noble-updates\nComponents: main universe\n\n' +
        'Enabled: no\nTypes: deb\nURIs: http://off.example/ppa\nSuites: noble\nComponents: main\n',
    );
    expect(derived('ubuntu', 'noble')).to.equal(
      'Types: deb\nURIs: http://u.example/ubuntu\nSuites: noble noble-updates\nComponents: main universe\n',
    );
  });

  it('are none on a machine without apt', () => {
    expect(engineSources(readAptSources('/nowhere'), readDistribution('/nowhere'))).to.deep.equal([]);
  });
});
