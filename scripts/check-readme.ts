import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compiles the TypeScript in the READMEs, each block as a module of its own, as an app developer would have it. */
const pages = ['README.md', 'sdk/README.md'];
/** What the blocks may take for granted. */
const givenNames = `declare const medweave: import('@medweave/sdk').Medweave, noteId: string, text: string;
declare const wish: import('@medweave/sdk').BookAppointment, slot: import('@medweave/sdk').Slot;
declare const bookPage: (medweave: import('@medweave/sdk').Medweave) => Promise<void>;
declare const email: string, password: string, doctorId: string, recordUuid: string, from: string, to: string;
declare const offer: (nextFree: unknown) => void, show: (text: unknown) => void;`;
const folder = join('node_modules', '.cache', 'medweave-readme');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const page of pages) {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)];
  for (const [index, [, code = '']] of blocks.entries()) {
    const file = `${page.replaceAll(/[^a-z]/gi, '-').toLowerCase()}-${index + 1}.ts`;
    writeFileSync(join(folder, file), `${code}\nexport {};\n`);
  }
}
writeFileSync(join(folder, 'given-names.d.ts'), givenNames);
const compilerOptions = {
  strict: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
  noUncheckedIndexedAccess: false,
};
const config = { extends: '../../../tsconfig.base.json', compilerOptions, include: ['*.ts'] };
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
execFileSync('tsc', ['-p', join(folder, 'tsconfig.json')], { stdio: 'inherit' });
