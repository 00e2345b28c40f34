// npm run generate:access: writes docs/access.md from the access table. With --check it must be written already.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { accessPage } from '../prove/doors/access-page.js';

const file = 'docs/access.md';
const formatted = ['format', `--stdin-file-path=${file}`];
const page = execFileSync('biome', formatted, { input: accessPage(), encoding: 'utf8' });

if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (readFileSync(file, 'utf8') !== page) {
  console.error(
    `${file} is not what the access table and sdk/openapi.json say. Run: npm run generate:access`,
  );
  process.exit(1);
}
