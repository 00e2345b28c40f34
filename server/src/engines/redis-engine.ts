import { connect } from 'node:net';
import { join } from 'node:path';
import type { EngineContext, Program, StartedEngine } from './engines.types.js';
import { rememberedPort } from './free-port.js';
import { SupervisedProcess } from './supervised-process.js';

/** Starts Redis on a loopback port. It keeps nothing on disk: Medweave only saves work with it. */
export async function startRedis(program: Program, context: EngineContext): Promise<StartedEngine> {
  const port = await rememberedPort(join(context.dataDir, 'redis.port'));
  const options = {
    port: String(port),
    bind: '127.0.0.1',
    save: '',
    appendonly: 'no',
    daemonize: 'no',
    dir: context.dataDir,
  };
  const process = new SupervisedProcess({
    title: `Redis ${program.version}`,
    command: program.command,
    args: [...program.args, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])],
    logFile: join(context.dataDir, 'logs', 'redis.log'),
    pidFile: join(context.dataDir, 'redis.pid'),
    ask: () => ask(port),
    readyWithinMs: 30_000,
    report: context.report,
  });
  await process.start(context.signal);
  return { url: `redis://127.0.0.1:${port}`, process };
}

function ask(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('Redis does not answer.')));
    socket.once('close', () => reject(new Error('Redis closed the connection.')));
    socket.once('data', (answer) => {
      if (answer.toString().startsWith('+PONG')) resolve();
      socket.destroy();
    });
  });
}
