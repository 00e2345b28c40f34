import { type Guard, guard } from './guard.js';

const install = 'scripts/lib/install.mjs';
const freshClone = 'server/test/commands/fresh-clone.test.ts';
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
    [freshClone, '--help of prove'],
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
];
