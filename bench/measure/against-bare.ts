import type { Loader } from '../load/loader.js';
import type { ApiProcess } from '../setup/api-process.js';
import { type Bench, tableLine } from './bench.js';
import { shown } from './figures.js';
import { mediansOf, ratioOf, type Side, takeTurns } from './rounds.js';
import { StatementWatch } from './statements.js';

export interface AgainstBare {
  /** Begins the names of the figures, e.g. `byId`. */
  what: string;
  api: { process: ApiProcess; loader: Loader; expected: string };
  bare: { loader: Loader; expected: string };
  concurrencies: readonly number[];
  /** Least share of the bare loop's throughput, by concurrency. */
  goals: Readonly<Record<number, number>>;
}

const warmUpMs = 2_000;

/**
 * Compares the API with a loop over the bare driver that sends the same statements, which is checked first.
 * @returns the ratio at each concurrency
 */
export async function againstBare(
  bench: Bench,
  comparison: AgainstBare,
): Promise<ReadonlyMap<number, number>> {
  const { what, api, bare, concurrencies, goals } = comparison;
  const { findings, report, options } = bench;
  const sides: [Side, Side] = [
    { name: 'api', loader: api.loader, expected: api.expected, cpuMs: () => api.process.cpuMs() },
    { name: 'bare', loader: bare.loader, expected: bare.expected },
  ];
  for (const { loader } of sides) await loader.round(Math.max(...concurrencies), warmUpMs);
  await requireSameStatements(bench, what, sides);
  const ratios = new Map<number, number>();
  for (const concurrency of concurrencies) {
    const plan = { concurrency, rounds: options.rounds, forMs: options.secondsPerRound * 1_000, report };
    const rounds = await takeTurns(sides, plan);
    const { ratio, lowest, highest } = ratioOf(rounds, 'api', 'bare');
    for (const { name } of sides)
      report(tableLine(`${what} ${name} c=${concurrency}`, mediansOf(rounds, name)));
    report(`  ${what} ratio c=${concurrency}: ${shown(ratio)} (${shown(lowest)} to ${shown(highest)})`);
    const name = `${what}RatioAt${concurrency}`;
    const goal = goals[concurrency];
    if (goal === undefined) findings.set(name, ratio);
    else findings.atLeast(name, ratio, goal);
    for (const side of sides) {
      const { perSecond, p50Ms, p99Ms } = mediansOf(rounds, side.name);
      findings.set(`${what}_${side.name}_c${concurrency}_perSecond`, perSecond);
      findings.set(`${what}_${side.name}_c${concurrency}_p50Ms`, p50Ms);
      findings.set(`${what}_${side.name}_c${concurrency}_p99Ms`, p99Ms);
    }
    ratios.set(concurrency, ratio);
  }
  return ratios;
}

async function requireSameStatements(bench: Bench, what: string, [api, bare]: [Side, Side]): Promise<void> {
  const watch = await StatementWatch.open(bench.stores.mysqlUrl);
  const statements = await watch.same(api.loader, bare.loader, bench.report);
  await watch.close();
  if (!statements)
    throw new Error(`${what}: the bare loop no longer sends what the API sends. Bring it up to date.`);
  bench.report(
    `  ${what}: both sides send the same ${statements.length} statements (MySQL's performance schema).`,
  );
}
