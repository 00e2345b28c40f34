import { type Guard, guard, long } from './guard.js';

const install = 'scripts/lib/install.mjs';
const freshClone = 'server/test/commands/fresh-clone.test.ts';
const src = 'server/src';
const errors = 'server/test/failover/mysql-errors.test.ts';
const failover = 'server/test/failover/failover.test.ts';
const sameDatabase = 'server/test/start-up/same-database.test.ts';
const weakSecrets = 'server/test/start-up/weak-secrets.test.ts';
const metrics = 'server/test/start-up/metrics-access.test.ts';
const strength = `${src}/lib/secret-strength.ts`;
const secretCheck = `${src}/migrate/secret-check.ts`;
const versions = 'server/test/engines/tested-versions.test.ts';

/** What whoever installs, starts and operates it stands on. */
export const operationGuards: readonly Guard[] = [
  guard(
    'the lock of the installation',
    [
      install,
      "await exclusively(\n    'packages',",
      "await ((_name, _waiting, work) => work(() => {}))(\n    'packages',",
    ],
    [freshClone, 'five commands at once install the packages once'],
  ),
  guard(
    'the second look at the packages, under the lock',
    [install, 'if (!isInstalled()) await install(alsoHeldBy);', 'await install(alsoHeldBy);'],
    [freshClone, 'five commands at once install the packages once'],
  ),
  guard(
    'the npm that goes on when its command was killed',
    [
      'scripts/lib/lock.mjs',
      'await work((pid) => writeHolders(path, [process.pid, pid]))',
      'await work(() => {})',
    ],
    [freshClone, 'an npm whose command was killed is waited for'],
  ),
  guard(
    'the lock of the build',
    [
      'scripts/lib/bundle.mjs',
      "await exclusively('bundle', 'Waiting for another command that builds the server', async () => {\n    if (!isFresh()) await bundle();\n  });",
      'await bundle();',
    ],
    [freshClone, 'the server is built by one command at a time'],
  ),
  guard(
    'the help before the installation',
    ['scripts/prove.mjs', "answerHelp('prove');"],
    [freshClone, 'of prove is answered without'],
  ),
  guard(
    'the oldest Node that packages take',
    [install, 'const oldestNode = [20, 19];', 'const oldestNode = [20, 0];'],
    [freshClone, 'a Node that is too old is told in words'],
  ),
  guard(
    'the version of the MySQL image',
    ['docker-compose.yml', 'image: mysql:9.7', 'image: mysql:8.4'],
    [versions, 'are the images of docker-compose.yml: mysql'],
  ),
  guard(
    'the connection whose server can do nothing',
    [
      `${src}/lib/deadline-pool.ts`,
      "if (meaning === 'demoted' || meaning === 'unavailable') this.raw.destroy();",
    ],
    [errors, '1317 before COMMIT'],
  ),
  long(
    guard(
      'the connections that others have to a server that was demoted',
      [`${src}/lib/deadline-pool.ts`, "if (meaning === 'demoted') this.onDemoted();"],
      ['server/test/failover/other-primary.test.ts', 'learnt of by a write'],
    ),
  ),
  guard(
    'the answer to COMMIT that leaves the outcome open',
    [
      `${src}/lib/mysql.ts`,
      'throw isCommitRolledBack(error) ? error : outcomeUnknown(error);',
      'throw error;',
    ],
    [errors, '3100 at COMMIT leaves open'],
  ),
  guard(
    'the answer to COMMIT that says that it was rolled back',
    [
      `${src}/lib/mysql.ts`,
      'throw isCommitRolledBack(error) ? error : outcomeUnknown(error);',
      'throw outcomeUnknown(error);',
    ],
    [errors, '1290 at COMMIT'],
  ),
  long(
    guard(
      'the number of a server that is read-only',
      [`${src}/lib/mysql-errors.ts`, '    1290, // running with', '    // running with'],
      [failover, ': super_read_only'],
    ),
  ),
  long(
    guard(
      'the look whether MySQL may be written to',
      [`${src}/lib/primary-watch.ts`, "(await db.state()) === 'read_only'", 'db === null'],
      ['server/test/failover/other-primary.test.ts', 'learnt of by the look'],
    ),
  ),
  guard(
    'the contention that a read meets',
    [`${src}/lib/problem.ts`, '  if (isContention(error)) return busy(error);\n'],
    [errors, 'is told the same outside of a transaction'],
  ),
  long(
    guard(
      'the start that waits for a server that may be written to',
      [`${src}/lib/wait-for-mysql.ts`, "await connection.query('START TRANSACTION READ WRITE');"],
      [failover, 'starting waits'],
    ),
  ),
  guard(
    'the secret that this database was filled with',
    [`${src}/migrate/migrate.ts`, 'if (secret !== null) await requireSameSecret(connection, secret);'],
    [sameDatabase, 'refuses another secret before anything is written'],
  ),
  guard(
    'the check value of the secret',
    [`${src}/migrate/migrate.ts`, 'if (secret !== null) await keepCheckValue(connection, secret);'],
    [sameDatabase, 'refuses another secret before anything is written'],
  ),
  guard(
    'the sealed body that stands for a check value',
    [
      secretCheck,
      "if (await hasTable(connection, 'document_outbox')) await requireOpens(connection, secret);",
    ],
    [sameDatabase, 'is asked what was sealed in it'],
  ),
  guard(
    'the schema that is newer than the code',
    [`${src}/migrate/migrate.ts`, 'requireNothingNewer([...applied.keys()], migrations);'],
    [sameDatabase, 'refuses a Medweave that does not know its schema'],
  ),
  guard(
    'the strength of a secret in production',
    [`${src}/config.ts`, 'if (isProduction) requireProductionGrade(value);'],
    [weakSecrets, 'is refused when it can be guessed'],
  ),
  guard(
    'the words in a secret',
    [strength, 'if (words.has(text.slice(at, at + length))) return length;'],
    [weakSecrets, 'please-change-this'],
  ),
  guard(
    'the keys that lie side by side',
    [strength, 'longest >= shortestWalk ? longest : 0', '0'],
    [weakSecrets, 'qwertyuiop'],
  ),
  guard(
    'the pieces that come again',
    [strength, 'return longest >= shortestWord ? longest : 0;', 'return 0;'],
    [weakSecrets, 'x7Kq9mWz'],
  ),
  guard(
    'the letters in disguise',
    [strength, '    bitsIn(decoded, bitsOfCharacter),\n'],
    [weakSecrets, 'P@55w0rd'],
  ),
  guard(
    'the cost of hashes in production',
    [`${src}/config.ts`, 'if (value.BCRYPT_COST < leastBcryptCost)', 'if (value.PORT < 0)'],
    [weakSecrets, 'is not undone by hashes'],
  ),
  guard(
    'the metrics that are not for everybody',
    [`${src}/http/status.ts`, 'requireAccess(request);'],
    [metrics, 'are like a route that there is not'],
  ),
  guard(
    'the token of the metrics',
    [
      `${src}/http/metrics-access.ts`,
      'if (!timingSafeEqual(digest(shown), digest(token)))',
      'if (shown.length < 0)',
    ],
    [metrics, 'are shown to who has the token'],
  ),
  guard(
    'the metrics behind a proxy',
    [`${src}/http/metrics-access.ts`, '!isOpen || isPassedOn(request)', '!isOpen'],
    [metrics, 'are shown at a desk'],
  ),
  guard(
    'the warning of the known secret',
    [`${src}/seed/start-warnings.ts`, 'if (secret === developmentSecret)', 'if (host.length < 0)'],
    [sameDatabase, 'is warned of where others can reach it'],
  ),
  guard(
    'the warning of known passwords',
    [`${src}/seed/start-warnings.ts`, 'if (known.length > 0)', 'if (known.length < 0)'],
    [sameDatabase, 'is warned of where others can reach it'],
  ),
  guard(
    'the warning of an account that does not notice a failover',
    [`${src}/seed/start-warnings.ts`, 'this.config.isProduction && (await this.#isAboveReadOnly())', 'false'],
    [sameDatabase, 'would not notice a failover'],
  ),
];
