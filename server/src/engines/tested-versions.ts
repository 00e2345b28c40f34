/**
 * What the tests run on: MySQL and Redis as they are fetched, and the engine of MongoDB that comes from npm. Other
 * versions may well do; nobody has tried.
 */
export const testedVersions = { mysql: '9.7', mongo: '9.0', redis: '8.0' } as const;
