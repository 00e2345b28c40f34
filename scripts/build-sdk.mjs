/**
 * Builds the SDK for publishing: ESM, CJS and declarations, in sdk/dist with a package.json of its own.
 * Inside the repository nothing needs it: there `@medweave/sdk` is its TypeScript source.
 *
 *   node scripts/build-sdk.mjs [--out DIR]
 *   npm pack ./sdk/dist
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'sdk/src');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'sdk/dist') } } });
const out = resolve(values.out);

/** Neutral platform: the same code runs in Node, browsers, workers and React Native. */
const common = { bundle: true, platform: 'neutral', target: 'es2022', logLevel: 'warning' };

/** What can be imported, and the source file of each without its ending, such as `./testing` → `testing/fake`. */
const { exports: sources, ...fields } = JSON.parse(readFileSync(join(root, 'sdk/package.json'), 'utf8'));
const entries = Object.entries(sources).map(([name, { default: file }]) => ({
  name,
  file: file.replace(/^\.\/src\/|\.ts$/g, ''),
}));

/** The other entries import the main one by its public name, so that its classes are there only once. */
async function bundle() {
  for (const { file } of entries)
    for (const format of ['esm', 'cjs'])
      await build({
        ...common,
        entryPoints: [join(source, `${file}.ts`)],
        external: [fields.name],
        format,
        outfile: join(out, format, `${file}.js`),
      });
}

function declarations() {
  const flags = [
    ...[
      '--declaration',
      '--emitDeclarationOnly',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--skipLibCheck',
    ],
    ...['--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--module', 'nodenext', '--types', 'node'],
    ...['--rootDir', source, '--outDir', join(out, 'esm')],
  ];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const files = entries.map(({ file }) => join(source, `${file}.ts`));
  const run = spawnSync(process.execPath, [tsc, ...flags, ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`The declarations could not be written:\n${run.stdout}${run.stderr}`);
  cpSync(join(out, 'esm'), join(out, 'cjs'), {
    recursive: true,
    filter: (file) => !file.endsWith('.js'),
  });
}

/**
 * The source's own manifest is private, so that nobody publishes the source by mistake. Types stand beside each
 * format: CommonJS that is given ESM declarations does not compile under nodenext.
 */
function manifest() {
  const { private: _private, ...publicFields } = fields;
  const entry = (format, file) => ({ types: `./${format}/${file}.d.ts`, default: `./${format}/${file}.js` });
  const exports = entries.map(({ name, file }) => [
    name,
    { import: entry('esm', file), require: entry('cjs', file) },
  ]);
  const published = {
    ...publicFields,
    main: './cjs/index.js',
    module: './esm/index.js',
    types: './cjs/index.d.ts',
    exports: { ...Object.fromEntries(exports), './package.json': './package.json' },
    files: ['esm', 'cjs'],
  };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  writeFileSync(join(out, 'cjs/package.json'), '{ "type": "commonjs" }\n');
  for (const file of ['sdk/README.md', 'LICENSE']) {
    const name = file.replace('sdk/', '');
    if (existsSync(join(root, file))) copyFileSync(join(root, file), join(out, name));
  }
}

/** What an app's users pay for it, at most, without `/testing`, which no app ships. */
const wholeLimitBytes = 15_000;
const pageLimitBytes = 12_000;

/** What a browser has to load, minified and compressed. */
async function gzippedBytes(contents) {
  const { outputFiles } = await build({
    ...common,
    stdin: { contents, resolveDir: out },
    format: 'esm',
    minify: true,
    write: false,
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

const page = `
import { Medweave, SlotTaken } from './esm/index.js';
const medweave = new Medweave({ baseUrl: '' });
export async function visit(signIn, doctorId, range) {
  await medweave.auth.login(signIn);
  const [slot] = await medweave.doctors.slots(doctorId, range);
  return medweave.appointments.book({ doctorId, startsAt: slot.startsAt }).catch((error) => {
    if (error instanceof SlotTaken) return error.nextFree;
    throw error;
  });
}`;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await bundle();
declarations();
manifest();
const wholeBytes = await gzippedBytes(`export * from './esm/index.js';`);
const pageBytes = await gzippedBytes(page);
console.log(`Built ${out}. Gzipped: the whole SDK ${wholeBytes} bytes, a booking page ${pageBytes} bytes.`);
if (wholeBytes > wholeLimitBytes || pageBytes > pageLimitBytes)
  throw new Error(`That is too much: ${wholeLimitBytes} and ${pageLimitBytes} bytes are allowed.`);
