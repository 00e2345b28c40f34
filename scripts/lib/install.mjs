import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from './lock.mjs';
import { giveUp, medweaveNode, root, run, withoutPackages } from './processes.mjs';

/** Older ones are not what the packages ask for; npm would say so in a warning for each of them. */
const oldestNode = [20, 19];
const lockfile = join(root, 'package-lock.json');
/** npm writes this one last: a folder without it is not finished. */
const installed = join(root, 'node_modules', '.package-lock.json');
const mark = join(root, 'node_modules', '.medweave-lockfile-sha256');

/**
 * Installs the packages of package-lock.json, unless just these are there already. Of several commands that find them
 * missing one installs; npm would remove what another npm has just written.
 */
export async function ensurePackages() {
  requireNode();
  if (isInstalled() && medweaveNode() !== null) return;
  await exclusively(
    'packages',
    'Waiting for another command that installs the packages',
    async (alsoHeldBy) => {
      if (!isInstalled()) await install(alsoHeldBy);
      if (medweaveNode() === null) await npm(['rebuild', 'node'], 'Setting up Node 24', alsoHeldBy);
    },
  );
  if (medweaveNode() !== null) return;
  giveUp(
    'Node 24 is not among the packages: npm did not run the install script of the package `node`.',
    'Allow install scripts (npm config delete ignore-scripts), then: npm rebuild node',
    'Or install Node 24 or later yourself and start again.',
  );
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  giveUp(
    `Medweave needs Node ${oldestNode.join('.')} or later to install; this is ${process.version} (${process.execPath}).`,
    'Install a current Node from https://nodejs.org and start again.',
  );
}

function isInstalled() {
  if (!existsSync(installed)) return false;
  // By time, or by content: git gives a new time to a file it writes again, unchanged.
  if (statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return true;
  return existsSync(mark) && readFileSync(mark, 'utf8') === lockfileHash();
}

function lockfileHash() {
  return createHash('sha256').update(readFileSync(lockfile)).digest('hex');
}

async function install(alsoHeldBy) {
  const code = await npm(['ci', '--no-audit', '--no-fund'], 'Installing packages with npm ci', alsoHeldBy);
  if (code !== 0) {
    giveUp(
      `npm ci failed (exit code ${code}); its reason is above.`,
      'Often the network or a full disk: mend it and start again. Nothing of your data was touched.',
    );
  }
  writeFileSync(mark, lockfileHash());
}

async function npm(args, text, onStart) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  console.log(`${text} …`);
  const timer = setInterval(() => console.log(`${text} … ${seconds()} s`), 5000);
  try {
    const code = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
      env: withoutPackages(),
      onStart,
    });
    if (code === 0) console.log(`${text}: done in ${seconds()} s.`);
    return code;
  } catch (error) {
    return giveUp(`npm could not be run: ${error.message}`, 'Put npm (it comes with Node) on the PATH.');
  } finally {
    clearInterval(timer);
  }
}
