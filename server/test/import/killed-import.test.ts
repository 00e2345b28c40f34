import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { rootDir } from '../../src/paths.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';
import { bookingFaults } from '../support/overlap-checker.js';
import { endStateOf, rowsOf, wronglyClaimed } from './importing.js';
import {
  condition,
  encounter,
  organization,
  person,
  plusMinutes,
  provider,
  type SyntheaFolder,
  writeSynthea,
} from './synthea-folder.js';

/** Forty patients and four doctors whose visits overlap often; a condition for every second visit. */
function busyClinic() {
  const hospital = organization();
  const providers = [1, 2, 3, 4].map(() => provider(hospital.Id ?? ''));
  const patients = Array.from({ length: 40 }, () => person());
  const encounters = patients.flatMap((patient, number) =>
    Array.from({ length: 25 }, (_, visit) => {
      const doctor = providers[(number + visit) % providers.length] ?? {};
      return encounter(
        patient,
        doctor,
        plusMinutes('2019-03-04T08:01:07Z', ((number * 37 + visit * 911) % 1_000) * 7),
        20,
      );
    }),
  );
  const conditions = encounters.filter((_visit, index) => index % 2 === 0).map((visit) => condition(visit));
  return { organizations: [hospital], providers, patients, encounters, conditions };
}

describe('An import that is killed half-way', () => {
  let folder: SyntheaFolder;
  let dataDir: string;
  let killed: EmptyDatabase;
  let whole: EmptyDatabase;

  before(async () => {
    folder = await writeSynthea(busyClinic());
    dataDir = await mkdtemp(join(tmpdir(), 'medweave-import-'));
    [killed, whole] = await Promise.all([emptyDatabase(), emptyDatabase()]);
  });
  after(async () => {
    await Promise.all([killed.drop(), whole.drop(), folder.remove()]);
    await rm(dataDir, { recursive: true, force: true });
  });

  function start({ urls }: EmptyDatabase): {
    child: ChildProcess;
    ended: Promise<number | null>;
    output: () => string;
  } {
    const program = join(rootDir, 'server', 'src', 'import', 'main.ts');
    const { mysqlUrl: MYSQL_URL, mongoUrl: MONGO_URL, redisUrl: REDIS_URL } = urls;
    const args = ['--import', 'tsx', program, 'synthea', folder.directory, '--notes', folder.notesFile];
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      MEDWEAVE_DEMO: 'no',
      MEDWEAVE_DATA: dataDir,
      MYSQL_URL,
      MONGO_URL,
      REDIS_URL,
    };
    const child = spawn(process.execPath, args, { cwd: rootDir, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { child, ended, output: () => text };
  }

  /** Kills it once so many rows of a kind are in. @returns how many there were in the end */
  async function killAt(kind: string, count: number): Promise<number> {
    const { child, ended, output } = start(killed);
    const imported = async (): Promise<number> => {
      const statement = 'SELECT COUNT(*) AS count FROM imported_rows WHERE kind = ?';
      const rows = await rowsOf<{ count: number }>(killed.urls.mysqlUrl, statement, [kind]).catch(() => []);
      return rows[0]?.count ?? 0;
    };
    while ((await imported()) < count) {
      if (child.exitCode !== null) throw new Error(`It ended before it could be killed:\n${output()}`);
      await sleep(5);
    }
    child.kill('SIGKILL');
    await ended;
    return imported();
  }

  it('ends, once it is started again, as one that was not', async function () {
    this.timeout(600_000);
    expect(await killAt('encounter', 200)).to.be.within(200, 999);
    expect(await killAt('encounter', 900)).to.be.within(900, 999);
    expect(await killAt('note', 200)).to.be.within(200, 999);
    const [resumed, uninterrupted] = [start(killed), start(whole)];
    expect(await resumed.ended, resumed.output()).to.equal(0);
    expect(await uninterrupted.ended, uninterrupted.output()).to.equal(0);
    expect(resumed.output()).to.include('The counts agree with the files.');
    expect(await endStateOf(killed.urls.mysqlUrl)).to.deep.equal(await endStateOf(whole.urls.mysqlUrl));
    const [overbooked] = await rowsOf<{ count: number }>(
      killed.urls.mysqlUrl,
      'SELECT COUNT(*) AS count FROM appointments WHERE overbook_reason IS NOT NULL',
    );
    expect(overbooked?.count).to.be.greaterThan(120);
    const faults = await bookingFaults(killed.urls.mysqlUrl);
    expect(faults).to.include({ overlapsOfDoctors: 0, overlapsOfPatients: 0, orphanClaims: 0 });
    expect(await wronglyClaimed(killed.urls.mysqlUrl)).to.equal(0);
  });
});
