import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { takeLock } from '../../src/engines/lock-file.js';
import { markOf } from '../../src/engines/process-identity.js';

describe('A lock of a folder', () => {
  let folder = '';
  const path = () => join(folder, 'test.lock');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mw-lock-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is taken by one of many, and by the next when it is given free', async () => {
    const attempts = await Promise.all(Array.from({ length: 20 }, () => takeLock(path())));
    const taken = attempts.filter((attempt) => 'release' in attempt);
    expect(taken).to.have.length(1);
    await taken[0]?.release();
    expect(await takeLock(path())).to.have.property('release');
    expect(await readdir(folder)).to.deep.equal(['test.lock']);
  });

  it('names its holder while that runs, and is void once it has ended', async () => {
    const holder = spawn('sleep', ['60']);
    await once(holder, 'spawn');
    await writeFile(path(), JSON.stringify(markOf(holder.pid ?? 0)));
    expect(await takeLock(path())).to.have.nested.property('heldBy.pid', holder.pid);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const attempts = await Promise.all(Array.from({ length: 20 }, () => takeLock(path())));
    expect(attempts.filter((attempt) => 'release' in attempt)).to.have.length(1);
  });

  it('is void when its process number belongs to somebody else by now', async () => {
    await writeFile(path(), JSON.stringify({ pid: process.pid, identity: 'another boot/1' }));
    expect(await takeLock(path())).to.have.property('release');
  });
});
