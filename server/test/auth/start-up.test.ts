import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type ApiDescription, requirePolicyForEveryOperation } from '../../src/access/coverage.js';
import { readConfig } from '../../src/config.js';
import { ConfigError } from '../../src/lib/errors.js';
import { openApiFile } from '../../src/paths.js';

interface Operation {
  operationId: string;
  security?: Record<string, string[]>[];
  'x-action'?: unknown;
}

const description = (): ApiDescription => JSON.parse(readFileSync(openApiFile, 'utf8')) as ApiDescription;

/** The description with one operation changed. */
function doctored(operationId: string, change: (operation: Operation) => void): ApiDescription {
  const api = description();
  const operations = Object.values(api.paths).flatMap((path) => Object.values(path)) as Operation[];
  const found = operations.find((operation) => operation.operationId === operationId);
  if (!found) throw new Error(`There is no operation ${operationId}.`);
  change(found);
  return api;
}

describe('Starting up', () => {
  it('is refused in production with the secret that everybody knows', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).to.throw(ConfigError, 'MEDWEAVE_SECRET is not set');
    const { secret } = readConfig({});
    expect(() => readConfig({ NODE_ENV: 'production', MEDWEAVE_SECRET: secret })).to.throw(
      ConfigError,
      'MEDWEAVE_SECRET is not set',
    );
  });

  it('is refused with a short secret, without repeating it', () => {
    const short = 'tooShortToKeepASecret';
    expect(() => readConfig({ MEDWEAVE_SECRET: short })).to.throw(ConfigError, /MEDWEAVE_SECRET/);
    expect(() => readConfig({ MEDWEAVE_SECRET: short })).to.not.throw(short);
  });

  it('seeds no demo clinic in production, and hashes passwords at cost 12, unless asked otherwise', () => {
    const own = { NODE_ENV: 'production', MEDWEAVE_SECRET: 'Vq3fLx0cTz8mYw2rKd7nHs5bJg1pXe4u' };
    expect(readConfig(own)).to.include({ isProduction: true, seedsDemo: false, bcryptCost: 12 });
    expect(readConfig({})).to.include({ isProduction: false, seedsDemo: true, bcryptCost: 12 });
  });

  it('finds a policy for every operation of the API', () => {
    expect(() => requirePolicyForEveryOperation(description())).to.not.throw();
  });

  it('is refused when an operation has no policy, an unknown one, or two', () => {
    const changes: ((operation: Operation) => void)[] = [
      (operation) => delete operation.security,
      (operation) => (operation.security = []),
      (operation) => delete operation['x-action'],
      (operation) => (operation['x-action'] = 'appointment.juggle'),
      (operation) => (operation['x-action'] = ['appointment.create', 'appointment.read']),
    ];
    for (const change of changes)
      expect(() => requirePolicyForEveryOperation(doctored('appointments_book', change))).to.throw(
        'appointments_book',
      );
  });

  it('is refused when an operation that nobody listed as public asks for no token', () => {
    const unlisted = doctored('auth_login', (operation) => {
      operation.operationId = 'auth_backdoor';
    });
    expect(() => requirePolicyForEveryOperation(unlisted)).to.throw('auth_backdoor');
  });
});
