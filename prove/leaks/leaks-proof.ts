import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { caller, signIn } from '../../server/test/support/calls.js';
import type { Finding, Proof, Trial } from '../kernel/proof.js';
import { Verdicts } from '../kernel/verdicts.js';
import { admin } from '../rig/api-fleet.js';
import { type Rig, startRig } from '../rig/rig.js';
import { inLogs, inMetrics, inRedis, inRefusals, inStores, inTokens, inUrls } from './places.js';
import { playScene } from './scene.js';

export const leaks: Proof = {
  promise: 'P7',
  says: 'What the clinic knows of a patient stays where it belongs.',
  prove: proveLeaks,
};

async function proveLeaks(trial: Trial): Promise<Finding> {
  const rig = await startRig(trial, { apis: 1, env: { LOG_LEVEL: 'debug' } });
  try {
    return await lookEverywhere(rig, trial);
  } finally {
    await rig.stop();
  }
}

async function lookEverywhere({ apis, urls }: Rig, { folder, dose, seed }: Trial): Promise<Finding> {
  const baseUrl = apis[0]?.baseUrl ?? '';
  const call = caller(baseUrl);
  const clinic = { baseUrl, call, admin: await signIn(call, admin.email, admin.password) };
  const scene = await playScene(clinic, { urls, dose, seed });
  try {
    const verdicts = new Verdicts();
    const look = { scene, verdicts };
    inRefusals(look);
    inUrls(look);
    inTokens(look);
    await inMetrics(look, baseUrl);
    await inRedis(look);
    await inStores(look);
    await Promise.all(apis.map((api) => api.end())); // writes what is left of the log
    inLogs(look, await logsIn(folder));
    const { heard } = scene.teller;
    const refused = heard.filter(({ status }) => status >= 400).length;
    const counts = `${scene.canaries.all.length} canaries in ${heard.length} requests, ${refused} of them refused`;
    return {
      tried: `${counts}; looked for in answers, tokens, logs at debug level, metrics, Redis and every table and collection: ${verdicts.broken.length} found astray`,
      broken: verdicts.broken,
      figures: {
        canaries: scene.canaries.all.length,
        requests: heard.length,
        refused,
        judged: verdicts.judged,
      },
    };
  } finally {
    await scene.close();
  }
}

/** What the API and the engines printed and logged. */
async function logsIn(folder: string): Promise<string> {
  const files = globSync('**/*.{log,err}', { cwd: folder });
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
  return texts.join('\n');
}
