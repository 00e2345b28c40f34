import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, medweaveNode, root, run, withoutPackages } from './processes.mjs';

const oldestNode = 20;
const lockfile = join(root, 'package-lock.json');
/** npm writes this one last: a folder without it is not finished. */
const installed = join(root, 'node_modules', '.package-lock.json');
const mark = join(root, 'node_modules', '.medweave-lockfile-sha256');

/** Installs the packages of package-lock.json, unless just these are there already. */
export async function ensurePackages() {
  requireNode();
  if (!isInstalled()) await install();
  if (medweaveNode() === null) await npm(['rebuild', 'node'], 'Setting up Node 24');
  if (medweaveNode() !== null) return;
  giveUp(
    'Node 24 is not among the packages: npm did not run the install script of the package `node`.',
    'Allow install scripts (npm config delete ignore-scripts), then: npm rebuild node',
    'Or install Node 24 or later yourself and start again.',
  );
}

function requireNode() {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return;
  giveUp(
    `Medweave needs Node ${oldestNode} or later to install; this is ${process.version} (${process.execPath}).`,
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

async function install() {
  const code = await npm(['ci', '--no-audit', '--no-fund'], 'Installing packages with npm ci');
  if (code !== 0) {
    giveUp(
      `npm ci failed (exit code ${code}); its reason is above.`,
      'Often the network or a full disk: mend it and start again. Nothing of your data was touched.',
    );
  }
  writeFileSync(mark, lockfileHash());
}

async function npm(args, text) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  console.log(`${text} …`);
  const timer = setInterval(() => console.log(`${text} … ${seconds()} s`), 5000);
  try {
    const code = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
      env: withoutPackages(),
    });
    if (code === 0) console.log(`${text}: done in ${seconds()} s.`);
    return code;
  } catch (error) {
    return giveUp(`npm could not be run: ${error.message}`, 'Put npm (it comes with Node) on the PATH.');
  } finally {
    clearInterval(timer);
  }
}
