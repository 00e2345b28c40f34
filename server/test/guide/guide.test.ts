import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { rootDir } from '../../src/paths.js';
import { type ApiProgram, startProgram } from '../support/api-program.js';
import { type EmptyDatabase, emptyDatabase } from '../support/clinic.js';
import { guideDir, readGuidePage, withoutTheDay } from './guide-page.js';

const run = promisify(execFile);

/** As somebody reads them: the background job follows up on a visit that the doctor has completed. */
const pages = [
  'README',
  'patient-app',
  'doctors-notes',
  'reception-desk',
  'background-job',
  'analytics-page',
];

describe('The guide', () => {
  let database: EmptyDatabase;
  let clinic: ApiProgram;
  let folder: string;
  const fileOf = (page: string) => join(folder, `${page}.mts`);

  before(async function () {
    this.timeout(240_000); // it makes up a clinic, and builds and starts the program
    await mkdir(join(rootDir, '.medweave'), { recursive: true });
    folder = await mkdtemp(join(rootDir, '.medweave', 'guide-'));
    for (const page of pages) await writeFile(fileOf(page), (await readGuidePage(page)).program);
    database = await emptyDatabase();
    const { mysqlUrl, mongoUrl, redisUrl } = database.urls;
    const urls = { MYSQL_URL: mysqlUrl, MONGO_URL: mongoUrl, REDIS_URL: redisUrl };
    const { generateArgs } = await readGuidePage('analytics-page');
    await run(process.execPath, ['scripts/generate.mjs', ...generateArgs], {
      cwd: rootDir,
      env: { ...process.env, ...urls, BCRYPT_COST: '4', MEDWEAVE_DATA: join(folder, 'data') },
    });
    clinic = await startProgram(urls);
    await clinic.url;
  });
  after(async () => {
    await clinic.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('has no page that is not tried here', async () => {
    const found = (await readdir(guideDir)).filter((file) => file.endsWith('.md'));
    expect(found).to.have.members(pages.map((page) => `${page}.md`));
  });

  it('compiles, as strictly as an app may be set', async () => {
    const compilerOptions = { exactOptionalPropertyTypes: true };
    const config = { extends: join(rootDir, 'tsconfig.json'), compilerOptions, include: ['*.mts'] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch(outputOf);
    expect(stdout).to.equal('');
  });

  for (const page of pages) {
    it(`prints what ${page}.md says`, async () => {
      const env = { ...process.env, MEDWEAVE_URL: await clinic.url };
      const { stdout } = await run(process.execPath, ['--import', 'tsx', fileOf(page)], {
        cwd: rootDir,
        env,
      });
      const { printed } = await readGuidePage(page);
      expect(printed).to.not.equal('');
      expect(withoutTheDay(stdout)).to.equal(withoutTheDay(printed));
    });
  }
});

/** The compiler tells what is wrong on its standard output, and ends with 2. */
function outputOf(error: unknown): { stdout: string } {
  if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string')
    return { stdout: error.stdout };
  throw error;
}
