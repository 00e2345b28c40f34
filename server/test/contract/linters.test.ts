import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { OpenApi } from '../../../scripts/describe/openapi.js';
import { rootDir } from '../../src/paths.js';

const description = (): OpenApi =>
  JSON.parse(readFileSync(join(rootDir, 'sdk', 'openapi.json'), 'utf8')) as OpenApi;

/** What each was found guilty of once, and the tools that say so. */
const faults: [string, (api: OpenApi) => void, Record<string, RegExp>][] = [
  [
    'a reference that would be null',
    ({ components }) => {
      const { properties = {} } = components.schemas.User ?? {};
      properties.patientId = { allOf: [{ $ref: '#/components/schemas/Uuid' }], nullable: true };
    },
    { redocly: /nullable-type-sibling at .*patientId/, spectral: /oas3-valid-media-example at .*users/ },
  ],
  [
    'a bearer token with scopes',
    ({ paths }) => {
      const list = paths['/users']?.get;
      if (list) list.security = [{ bearer: ['user.read'] }];
    },
    { spectral: /oas3-operation-security-defined at .*users/, 'oas-validator': /security/ },
  ],
  [
    'a schema that nothing uses',
    ({ components }) => {
      components.schemas.Forgotten = { type: 'string' };
    },
    { redocly: /no-unused-components at .*Forgotten/, spectral: /oas3-unused-component at .*Forgotten/ },
  ],
];

describe('Linters of the API description', function () {
  this.timeout(300_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'medweave-lint-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [fault, edit, said] of faults)
    it(`find ${fault}`, () => {
      const api = description();
      edit(api);
      const file = join(folder, 'openapi.json');
      writeFileSync(file, JSON.stringify(api));
      const run = spawnSync('tsx', ['scripts/check-openapi.ts', file], { cwd: rootDir, encoding: 'utf8' });
      expect(run.status, run.stderr).to.equal(1);
      for (const [tool, finding] of Object.entries(said)) {
        const report = run.stderr.slice(run.stderr.indexOf(`${tool} has `));
        expect(report, tool)
          .to.match(new RegExp(`^${tool} has \\d+ finding`))
          .and.to.match(finding);
      }
    });
});
