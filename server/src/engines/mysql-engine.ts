import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { EngineError } from './engine-error.js';
import type { EngineContext, Program, StartedEngine } from './engines.types.js';
import { rememberedPort } from './free-port.js';
import { fullDiskWait } from './full-disk-wait.js';
import { withProgress } from './progress.js';
import { lastLines, runCommand } from './run-command.js';
import { SupervisedProcess } from './supervised-process.js';

const database = 'medweave';

/**
 * Starts MySQL on a loopback port, with durable commits as MySQL has them by default (redo log and binary
 * log are flushed with every commit). root has no password: the port is this machine's only.
 */
export async function startMysql(program: Program, context: EngineContext): Promise<StartedEngine> {
  const data = join(context.dataDir, 'mysql');
  if (!existsSync(data)) await initialise(program, context, data);
  const port = await rememberedPort(join(context.dataDir, 'mysql.port'));
  const process = new SupervisedProcess({
    title: `MySQL ${program.version}`,
    command: program.command,
    args: [
      ...program.args,
      ...commonArguments(program, data),
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--mysqlx=OFF',
      '--skip-name-resolve',
      '--max-connections=300',
      `--innodb-buffer-pool-size=${bufferPoolMb()}M`,
      `--socket=${join(context.socketDir, 'mysql.sock')}`,
      `--pid-file=${join(data, 'mysqld.pid')}`,
    ],
    logFile: join(context.dataDir, 'logs', 'mysql.log'),
    pidFile: join(context.dataDir, 'mysql.pid'),
    ask: () => ask(port),
    isStuck: fullDiskWait(data, port),
    readyWithinMs: 120_000,
    report: context.report,
  });
  await process.start(context.signal);
  return { url: `mysql://root@127.0.0.1:${port}/${database}`, process };
}

/** An eighth of the machine's memory. It is taken page by page, as there is data to keep. */
function bufferPoolMb(): number {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.max(128, Math.min(2_048, Math.floor(bytes / 8 / 1_048_576)));
}

/** What initialisation and every start must have in common. `--no-defaults` has to come first. */
function commonArguments(program: Program, data: string): string[] {
  return [
    '--no-defaults',
    ...(program.root ? rootArguments(program.root) : []),
    `--datadir=${data}`,
    '--secure-file-priv=NULL',
    '--character-set-server=utf8mb4',
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ];
}

function rootArguments(root: string): string[] {
  return [
    `--basedir=${join(root, 'usr')}`,
    `--lc-messages-dir=${join(root, 'usr/share/mysql')}`,
    `--character-sets-dir=${join(root, 'usr/share/mysql/charsets')}`,
    `--plugin-dir=${join(root, 'usr/lib/mysql/plugin')}`,
  ];
}

/** Makes the data folder aside and renames it: a start that is killed half-way leaves none, not a broken one. */
async function initialise(program: Program, context: EngineContext, data: string): Promise<void> {
  for (const entry of await readdir(context.dataDir)) {
    if (entry.startsWith('mysql.new'))
      await rm(join(context.dataDir, entry), { recursive: true, force: true });
  }
  const fresh = join(context.dataDir, 'mysql.new');
  const statements = join(context.dataDir, 'mysql.new.sql');
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(statements, firstStatements);
  const args = [...program.args, ...commonArguments(program, fresh)];
  const { code, output } = await withProgress(context.report, 'Preparing the data folder of MySQL', () =>
    runCommand(program.command, [...args, '--initialize-insecure', `--init-file=${statements}`], {
      signal: context.signal,
    }),
  );
  if (code !== 0 || /\[ERROR\]/.test(output)) {
    throw new EngineError(`MySQL could not prepare its data folder ${fresh}:\n${lastLines(output, 8)}`);
  }
  await rm(statements);
  await rename(fresh, data);
}

/** Without name lookups, 127.0.0.1 is not `localhost`: root needs an account for it. One statement per line. */
const firstStatements = `CREATE USER 'root'@'127.0.0.1';
GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
CREATE DATABASE ${database} CHARACTER SET utf8mb4;
`;

async function ask(port: number): Promise<void> {
  const connection = await createConnection({ host: '127.0.0.1', port, user: 'root', connectTimeout: 1000 });
  try {
    await connection.query({ sql: 'SELECT 1', timeout: 1000 });
  } finally {
    connection.destroy();
  }
}
