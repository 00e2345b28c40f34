import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from './lock.mjs';
import { root } from './processes.mjs';

const outdir = join(root, 'dist', 'server');
const inputsFile = join(outdir, 'inputs.json');
export const serverFile = join(outdir, 'main.js');
export const analyticsFile = join(outdir, 'analytics.js');
export const eventsFile = join(outdir, 'events.js');
export const importFile = join(outdir, 'import.js');
export const generateFile = join(outdir, 'generate.js');

export const entryPoints = {
  main: 'server/src/main.ts',
  analytics: 'server/src/analytics/main.ts',
  events: 'server/src/events/main.ts',
  import: 'server/src/import/main.ts',
  generate: 'server/src/generate/main.ts',
  // A process and a thread of their own, which are looked for beside the bundle.
  'mongo-host': 'server/src/engines/mongo-host.ts',
  'bcrypt-thread': 'server/src/auth/bcrypt-thread.ts',
};

/**
 * Bundles the server into dist/server if a source changed since the last time. Packages stay outside. Of several
 * commands that find it old one builds, and nobody ever sees half a file.
 */
export async function bundleServer() {
  if (isFresh()) return;
  await exclusively('bundle', 'Waiting for another command that builds the server', async () => {
    if (!isFresh()) await bundle();
  });
}

async function bundle() {
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: true,
    metafile: true,
    write: false,
    logLevel: 'warning',
    // Not tsconfig.json itself: its `paths` lead to type declarations, which cannot be bundled.
    tsconfigRaw: {
      compilerOptions: { target: 'ES2023', experimentalDecorators: true, verbatimModuleSyntax: true },
    },
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path, contents } of outputFiles) {
    writeFileSync(`${path}.new`, contents);
    renameSync(`${path}.new`, path);
  }
  writeFileSync(inputsFile, JSON.stringify(Object.keys(metafile.inputs)));
}

function isFresh() {
  try {
    const builtAt = statSync(inputsFile).mtimeMs;
    const inputs = [...JSON.parse(readFileSync(inputsFile, 'utf8')), 'scripts/lib/bundle.mjs'];
    return (
      statSync(serverFile).isFile() && inputs.every((file) => statSync(join(root, file)).mtimeMs < builtAt)
    );
  } catch {
    return false;
  }
}
