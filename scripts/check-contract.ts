import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { breakingChanges } from './contract/breaking-changes.js';
import type { OpenApi } from './describe/openapi.js';

/**
 * Apps that were built for the released API go on working, or the SDK's major version tells that they do not.
 *
 *   tsx scripts/check-contract.ts              fail when sdk/openapi.json breaks the released description
 *   tsx scripts/check-contract.ts --release    the same, then sdk/openapi.json becomes the released description
 */
const currentFile = 'sdk/openapi.json';
const releasedFile = 'sdk/contract/released.json';
const shownAtMost = 40;

/** Says why the description may not follow the released one; null when it may. */
export function contractFault(released: OpenApi, current: OpenApi): string | null {
  const broken = breakingChanges(released, current);
  if (broken.length === 0 || majorOf(current) > majorOf(released)) return null;
  const shown = broken.slice(0, shownAtMost);
  const more = broken.length > shown.length ? [`… and ${broken.length - shown.length} more.`] : [];
  return [
    `The API breaks apps that were built for its released version ${released.info.version}:`,
    ...[...shown, ...more].map((line) => `  ${line}`),
    'Either undo this, so that what was there stays as it was; or, when it has to be, raise the major version in',
    'sdk/package.json, run npm run generate:api, and at the release npm run contract:release.',
  ].join('\n');
}

const majorOf = ({ info }: OpenApi): number => Number.parseInt(String(info.version), 10);

function main(isRelease: boolean): void {
  const current = readFileSync(currentFile, 'utf8');
  const fault = contractFault(JSON.parse(readFileSync(releasedFile, 'utf8')), JSON.parse(current));
  if (fault !== null) {
    console.error(fault);
    process.exitCode = 1;
  } else if (isRelease) {
    writeFileSync(releasedFile, current);
    console.log(`${releasedFile} is what ${currentFile} says now. Commit it with the release.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--release'));
