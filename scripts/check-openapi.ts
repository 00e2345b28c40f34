import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import validator from 'oas-validator';

/**
 * What others' tools say of sdk/openapi.json: Redocly's and Spectral's recommended rules, and oas-validator. Any
 * finding fails, a warning too: who makes a client of the description reads them before anything else.
 */
const file = process.argv[2] ?? 'sdk/openapi.json';

/** Its declared type lacks a member that a ruleset need not have. */
const spectralRules = oas as unknown as RulesetDefinition;

/** Neither asks the network: no telemetry, no look for a newer version. */
const offline = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

async function redocly(): Promise<string[]> {
  const args = ['lint', file, '--extends=recommended', '--format=json', '--max-problems=1000'];
  const run = promisify(execFile)('redocly', args, {
    env: { ...process.env, ...offline },
    maxBuffer: 100_000_000,
  });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { problems } = JSON.parse(stdout) as { problems: RedoclyProblem[] };
  return problems.map(({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`);
}

interface RedoclyProblem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
}

async function spectral(description: Record<string, unknown>): Promise<string[]> {
  const linter = new spectralCore.Spectral();
  linter.setRuleset({ extends: [[spectralRules, 'recommended']] });
  const found = await linter.run(description);
  return found.map(({ code, path, message }) => `${code} at #/${path.join('/')}: ${message}`);
}

async function oasValidator(description: object): Promise<string[]> {
  try {
    const { valid } = await validator.validate(description, {});
    return valid ? [] : ['It is not valid.'];
  } catch (error) {
    const { message, options } = error as Error & { options?: { context?: string[] } };
    return [`at ${options?.context?.at(-1)}: ${message}`];
  }
}

const description = (): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'));
const shownAtMost = 20;
const tools = {
  redocly: redocly(),
  spectral: spectral(description()),
  'oas-validator': oasValidator(description()),
};
for (const [tool, running] of Object.entries(tools)) {
  const findings = await running;
  if (findings.length === 0) continue;
  process.exitCode = 1;
  console.error(`${tool} has ${findings.length} findings in ${file}:`);
  for (const finding of findings.slice(0, shownAtMost)) console.error(`  ${finding}`);
}
