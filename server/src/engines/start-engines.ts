import { resolve } from 'node:path';
import { takeDataFolder } from './data-folder.js';
import { type EngineAddresses, publishAddresses, withdrawAddresses } from './engine-addresses.js';
import { EngineError, engineTitle, MissingEngine, startFailure } from './engine-error.js';
import { type EngineRoot, enginePackages, engineRoot } from './engine-packages.js';
import type {
  EngineContext,
  EngineName,
  EngineOptions,
  EngineProcess,
  Engines,
  Program,
  StartedEngine,
} from './engines.types.js';
import { startMongo } from './mongo-engine.js';
import { embeddedMongo } from './mongo-program.js';
import { startMysql } from './mysql-engine.js';
import { defaultCacheDir } from './package-cache.js';
import { packagedProgram } from './packaged-program.js';
import { programOnPath } from './path-programs.js';
import { startRedis } from './redis-engine.js';

const engineNames: readonly EngineName[] = ['mysql', 'mongo', 'redis'];
const starters = { mysql: startMysql, mongo: startMongo, redis: startRedis } as const;

/**
 * Real engines for this process. Each comes from the first way that is open: a configured URL (used as it
 * is), a program on the PATH, the distribution's packages unpacked into the user's cache, for MongoDB an npm
 * package. Data, logs and the remembered ports lie in `dataDir`, which one process at a time may use.
 *
 * @throws EngineError that tells the person at the keyboard what to do; nothing is left running then
 */
export async function startEngines(options: EngineOptions): Promise<Engines> {
  const dataDir = resolve(options.dataDir);
  const configured = {
    mysql: options.env.mysqlUrl,
    mongo: options.env.mongoUrl,
    redis: options.env.redisUrl,
  };
  const wanted = engineNames.filter((name) => !configured[name]);
  if (wanted.length === 0) return engines(configured, new Map(), async () => {});
  const signal = options.signal ?? new AbortController().signal;
  const folder = await takeDataFolder(dataDir, options.report);
  const context = { dataDir, socketDir: folder.socketDir, report: options.report, signal };
  const root = sharedRoot(options, signal);
  const attempts = wanted.map(async (name) => [name, await startOne(name, context, root)] as const);
  const settled = await Promise.allSettled(attempts);
  const started = new Map(settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
  const stop = async () => {
    await Promise.all([...started.values()].map((engine) => engine.process.stop()));
    await withdrawAddresses(dataDir);
    await folder.release();
  };
  const failures = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length > 0) {
    await stop();
    throw signal.aborted ? signal.reason : startFailure(failures);
  }
  await publishAddresses(dataDir, addressesOf(started));
  return engines(configured, started, stop);
}

function addressesOf(started: ReadonlyMap<EngineName, StartedEngine>): EngineAddresses {
  const addresses: EngineAddresses = {};
  for (const [name, { url }] of started) addresses[`${name}Url`] = url;
  return addresses;
}

function engines(
  configured: { readonly [name in EngineName]: string | undefined },
  started: ReadonlyMap<EngineName, StartedEngine>,
  stop: () => Promise<void>,
): Engines {
  const url = (name: EngineName) => configured[name] || (started.get(name)?.url ?? '');
  const processes: { [name in EngineName]?: EngineProcess } = {};
  for (const [name, engine] of started) processes[name] = engine.process;
  return { mysqlUrl: url('mysql'), mongoUrl: url('mongo'), redisUrl: url('redis'), processes, stop };
}

/** One look into the cache, and at most one download, for all engines of this start. */
function sharedRoot(options: EngineOptions, signal: AbortSignal): () => Promise<EngineRoot> {
  const cacheDir = resolve(options.cacheDir ?? defaultCacheDir(enginePackages));
  let root: Promise<EngineRoot> | null = null;
  return () => {
    root ??= engineRoot({ cacheDir, report: options.report, signal });
    return root;
  };
}

async function startOne(
  name: EngineName,
  context: EngineContext,
  root: () => Promise<EngineRoot>,
): Promise<StartedEngine> {
  const reasons: string[] = [];
  for (const find of [() => programOnPath(name), () => fallback(name, root)]) {
    const program = await find().catch(explained);
    if (typeof program === 'string') {
      reasons.push(program);
      continue;
    }
    const engine = await starters[name](program, context).catch((error: unknown) => {
      context.signal.throwIfAborted();
      // A server of the machine's own may be forbidden to use our folders (AppArmor): there is another way.
      if (program.source !== 'path') throw error;
      reasons.push(`${program.command} did not start: ${explained(error)}`);
      context.report(`${program.title} of this machine did not start; trying another way.`);
      return null;
    });
    if (engine === null) continue;
    context.report(`${engineTitle(name)} ${program.version} runs at ${engine.url} (${origin(program)}).`);
    return engine;
  }
  throw new MissingEngine(name, reasons);
}

function fallback(name: EngineName, root: () => Promise<EngineRoot>): Promise<Program | string> {
  return name === 'mongo' ? embeddedMongo(root) : packagedProgram(name, root);
}

function explained(error: unknown): string {
  // A full disk or a folder that may not be written closes this way, too; a mistake in the code does not.
  if (error instanceof EngineError || (error instanceof Error && 'syscall' in error)) return error.message;
  throw error;
}

function origin(program: Program): string {
  const origins = {
    path: program.command,
    cache: 'from the shared cache',
    npm: 'embedded, from npm',
  } as const;
  return origins[program.source];
}
