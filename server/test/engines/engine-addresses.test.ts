import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { publishAddresses, runningEngines, withdrawAddresses } from '../../src/engines/engine-addresses.js';
import { type LockFile, takeLock } from '../../src/engines/lock-file.js';

describe('Finding the engines of a Medweave that runs', () => {
  let dataDir: string;
  let lock: LockFile;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'medweave-addresses-'));
    const taken = await takeLock(join(dataDir, 'engines.lock'));
    if ('heldBy' in taken) throw new Error('A fresh folder is taken.');
    lock = taken;
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const failureOf = () =>
    runningEngines(dataDir).then(
      () => 'none',
      (error: Error) => error.message,
    );

  it('gives the addresses that the holder of the folder has published', async () => {
    const addresses = {
      mysqlUrl: 'mysql://root@127.0.0.1:3306/medweave',
      redisUrl: 'redis://127.0.0.1:6379',
    };
    await publishAddresses(dataDir, addresses);
    expect(await runningEngines(dataDir)).to.deep.equal(addresses);
    await withdrawAddresses(dataDir);
    expect(await failureOf()).to.include(`Another Medweave (process ${process.pid}) is starting or stopping`);
  });

  it('does not believe what an earlier holder has left', async () => {
    await writeFile(
      join(dataDir, 'engines.json'),
      JSON.stringify({ holder: 'an earlier one', addresses: { mysqlUrl: 'mysql://gone' } }),
    );
    expect(await failureOf()).to.include('is starting or stopping');
    await lock.release();
    expect(await runningEngines(dataDir)).to.deep.equal({});
  });

  it('finds none in a folder that nobody has used', async () => {
    expect(await runningEngines(join(dataDir, 'nowhere'))).to.deep.equal({});
  });
});
