import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { EngineContext, Program, StartedEngine } from './engines.types.js';
import { rememberedPort } from './free-port.js';
import { SupervisedProcess } from './supervised-process.js';

const database = 'medweave';

/** Starts `mongod` on a loopback port, or the embedded engine behind a Unix socket of this user's. */
export async function startMongo(program: Program, context: EngineContext): Promise<StartedEngine> {
  const data = join(context.dataDir, 'mongo');
  await mkdir(data, { recursive: true, mode: 0o700 });
  const { args, address } =
    program.source === 'npm' ? embeddedArguments(data, context) : await mongodArguments(data, context);
  const url = `mongodb://${address}/${database}?directConnection=true`;
  const process = new SupervisedProcess({
    title: `MongoDB ${program.version}`,
    command: program.command,
    args: [...program.args, ...args],
    logFile: join(context.dataDir, 'logs', 'mongo.log'),
    pidFile: join(context.dataDir, 'mongo.pid'),
    ask: () => ask(url),
    readyWithinMs: 60_000,
    holdsStdin: program.source === 'npm',
    report: context.report,
  });
  await process.start(context.signal);
  return { url, process };
}

function embeddedArguments(data: string, context: EngineContext) {
  const socket = join(context.socketDir, 'mongodb.sock');
  return { args: [data, socket], address: encodeURIComponent(socket) };
}

async function mongodArguments(data: string, context: EngineContext) {
  const port = await rememberedPort(join(context.dataDir, 'mongo.port'));
  const args = ['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1'];
  return { args: [...args, '--unixSocketPrefix', context.socketDir], address: `127.0.0.1:${port}` };
}

async function ask(url: string): Promise<void> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 1000, socketTimeoutMS: 2000 });
  try {
    await client.db('admin').command({ ping: 1 });
  } finally {
    await client.close(true);
  }
}
