import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { completeDescription } from './complete-description.js';
import { type Examples, showExamples } from './describe/examples.js';
import type { OpenApi } from './describe/openapi.js';

/**
 * Writes what is generated from the controllers: server/src/generated/routes.ts and sdk/openapi.json.
 * With --check nothing may have changed: CI runs it so.
 */
const routesFile = 'server/src/generated/routes.ts';
const descriptionFile = 'sdk/openapi.json';

const before = process.argv.includes('--check') ? [routesFile, descriptionFile].map(textOf) : null;
execFileSync('tsoa', ['spec-and-routes'], { stdio: ['ignore', 'ignore', 'inherit'] });
writeFileSync(routesFile, withOwnTemplate(textOf(routesFile)));
const { version } = JSON.parse(textOf('sdk/package.json')) as { version: string };
const description = completeDescription(JSON.parse(textOf(descriptionFile)) as OpenApi, version);
showExamples(description, JSON.parse(textOf('sdk/examples.json')) as Examples);
writeFileSync(descriptionFile, `${JSON.stringify(description, null, 2)}\n`);

if (before && (before[0] !== textOf(routesFile) || before[1] !== textOf(descriptionFile))) {
  console.error(
    'The committed routes or sdk/openapi.json are not what the controllers say. Run: npm run generate:api',
  );
  process.exit(1);
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The generated routes run on our subclass of tsoa's template service; tests read the models. */
function withOwnTemplate(routes: string): string {
  return routes
    .replace(
      "import {  fetchMiddlewares, ExpressTemplateService } from '@tsoa/runtime';",
      "import { fetchMiddlewares } from '@tsoa/runtime';\nimport { ExpressTemplateService } from '../http/template.js';",
    )
    .replace('const models: TsoaRoute.Models', 'export const models: TsoaRoute.Models');
}
