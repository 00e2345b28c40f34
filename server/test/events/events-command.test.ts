import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { eventsHelp, readCommand } from '../../src/events/events-command.js';
import { newId } from '../../src/lib/ids.js';
import { rootDir } from '../../src/paths.js';
import { type EventDatabase, eventDatabase } from './event-database.js';
import { EventProcess, happened } from './event-process.js';

const run = promisify(execFile);

describe('npm run events', () => {
  let database: EventDatabase;
  let subscriber: EventProcess;
  let dataDir: string;
  let isFailing = true;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'events-'));
    database = await eventDatabase();
    subscriber = new EventProcess(database.mysqlUrl, [
      {
        consumer: 'reader',
        kinds: ['test.happened'],
        subjectOf: ({ subjectId }) => subjectId,
        send: async () => {
          if (isFailing) throw new Error('not now');
        },
      },
    ]);
  });
  after(async () => {
    await subscriber.close();
    await database.drop();
    await rm(dataDir, { recursive: true });
  });

  /** @returns its exit code and what it printed */
  async function command(...args: readonly string[]): Promise<{ code: number; said: string }> {
    const { mysqlUrl, mongoUrl, redisUrl } = database.urls;
    const env = {
      ...process.env,
      MYSQL_URL: mysqlUrl,
      MONGO_URL: mongoUrl,
      REDIS_URL: redisUrl,
      MEDWEAVE_DATA: dataDir,
    };
    const program = ['--import', 'tsx', 'server/src/events/main.ts', ...args];
    return run(process.execPath, program, { cwd: rootDir, env }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout, stderr }) => ({ code, said: stdout + stderr }),
    );
  }

  it('lists what is parked and puts it back', async () => {
    expect((await command('list')).said).to.include('Everything is delivered.');
    const subjectId = newId();
    await subscriber.append(happened({ subjectId }), happened({ subjectId }));
    await subscriber.deliver();
    const { said } = await command('list');
    expect(said).to.match(/reader: 1 wait, the oldest for \d+ s; 1 parked/);
    expect(said).to.match(
      new RegExp(`^ {2}\\d+ {2}reader {2}test.happened {2}of ${subjectId} {2}since .* {2}Error$`, 'm'),
    );
    isFailing = false;
    expect(await command('retry', 'nobody')).to.deep.include({ code: 1 });
    expect((await command('retry', 'reader')).said).to.include('1 put back.');
    await subscriber.deliver();
    expect((await command('list')).said).to.include('Everything is delivered.');
  });

  it('says what it can do, and that it can do nothing else', async () => {
    expect(readCommand(['retry', '12'])).to.deep.equal({ name: 'retry', what: 12 });
    expect(readCommand(['retry', 'billing'])).to.deep.equal({ name: 'retry', what: 'billing' });
    expect((await command('--help')).said).to.include(eventsHelp);
    for (const args of [['retry'], ['list', 'all'], ['retry', 'one', 'two'], ['forget']])
      expect(() => readCommand(args), args.join(' ')).to.throw('none of: list, retry');
  });
});
