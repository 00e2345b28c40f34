import { pino } from 'pino';
import { AnalyticsRepository } from '../../server/src/analytics/analytics.repository.js';
import { type ComposedApp, compose } from '../../server/src/compose.js';
import { readConfig } from '../../server/src/config.js';
import { systemActor } from '../../server/src/lib/actor.js';
import { Database } from '../../server/src/lib/mysql.js';
import type { Bench, Closing } from '../measure/bench.js';
import { median, shown } from '../measure/figures.js';
import { type Dataset, dataset, type Size } from './datasets.js';
import { documentFigures } from './documents.js';
import { changesAtOnce, foldChanges, warmUp } from './folding.js';
import { answers, type Question, questions } from './questions.js';
import { ServerTime } from './server-time.js';
import { staleness } from './staleness.js';
import { writeRate } from './write-rate.js';

const classic: Size = {
  appointments: 50_000,
  patients: 10_000,
  doctors: 200,
  notes: 10_000,
  observations: 10_000,
};
const large: Size = {
  appointments: 5_000_000,
  patients: 250_000,
  doctors: 200,
  notes: 1_000_000,
  observations: 1_000_000,
};
const timesAsked = 200;

interface Clinic {
  dataset: Dataset;
  app: ComposedApp;
}

/**
 * Summaries against the rows they sum up, in a clinic of the classic size and in one a hundred times as large.
 * @returns how many times faster than the rows the slowest of the four summaries is, in the large clinic
 */
export async function analyticsBench(bench: Bench, closing: Closing): Promise<number> {
  const clinics: Clinic[] = [];
  for (const size of [classic, large]) {
    const urls = await dataset(bench.stores, size, bench.report);
    const app = compose(readConfig({ NODE_ENV: 'test' }), urls, pino({ level: 'silent' }));
    closing.push(() => app.close());
    bench.report(`Catching up in the clinic of ${size.appointments.toLocaleString('en')} …`);
    for (const consumer of app.consumers) await consumer.catchUp();
    clinics.push({ dataset: urls, app });
  }
  const [small, big] = clinics;
  if (!small || !big) throw new Error('Two clinics were asked for.');
  const ratio = await askBoth(bench, small, big);
  await foldBoth(bench, small, big);
  await calendarOfMonth(bench, big);
  await documentFigures(bench, closing, big.dataset, big.app);
  await writeRate(bench, closing);
  await staleness(bench, closing);
  return ratio;
}

/**
 * What an admin is answered, and the same questions asked of the true sums: what may be published depends on how many
 * people there are, so only those have as many rows in either clinic.
 */
async function askBoth({ report, findings, options }: Bench, small: Clinic, big: Clinic): Promise<number> {
  let lowest = Number.POSITIVE_INFINITY;
  for (const question of questions) {
    const { name } = question;
    const atSmall = await timesOf(question, small, options.rounds);
    const atBig = await timesOf(question, big, options.rounds);
    report(
      `  ${name.padEnd(15)} raw ${shown(atSmall.raw)} → ${shown(atBig.raw)} ms   sums ${shown(atSmall.sums)} → ${shown(atBig.sums)} ms   published ${shown(atSmall.published)} → ${shown(atBig.published)} ms`,
    );
    findings.below(`${name}ServerMs`, Math.max(atBig.sums, atBig.published), 1, ' ms');
    findings.below(`${name}LargeToSmall`, atBig.sums / atSmall.sums, 1.5);
    findings.atLeast(`${name}RawToSummary`, atBig.raw / atBig.published, 1_000);
    lowest = Math.min(lowest, atBig.raw / atBig.published);
  }
  return lowest;
}

/** Milliseconds of server time: medians over the rounds. */
async function timesOf({ raw, ask }: Question, { dataset }: Clinic, rounds: number) {
  const watch = await ServerTime.open(dataset.mysqlUrl);
  const db = new Database(dataset.mysqlUrl);
  const analytics = new AnalyticsRepository(db);
  const everything = { year: 0, month: 0, departmentId: null, doctorId: null, isNothing: false };
  const asked = (isPublished: boolean) =>
    watch.ofStatements(answers, async () => {
      const view = { ...everything, isPublished, smallestGroup: 11 };
      for (let time = 0; time < timesAsked; time++) await ask(analytics, view);
    });
  const times = { raw: [] as number[], sums: [] as number[], published: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.published.push(await asked(true));
    times.sums.push(await asked(false));
    times.raw.push(await watch.took(dataset.mysqlUrl, raw));
  }
  await watch.close();
  await db.close();
  return { raw: median(times.raw), sums: median(times.sums), published: median(times.published) };
}

/** The clinics take turns. The first change of each does not count. */
async function foldBoth({ report, findings, options }: Bench, small: Clinic, big: Clinic): Promise<void> {
  const took = new Map<Clinic, number[]>([
    [small, []],
    [big, []],
  ]);
  for (const { dataset } of [small, big]) await warmUp(dataset);
  for (let round = 0; round <= options.rounds; round++)
    for (const clinic of round % 2 === 0 ? [small, big] : [big, small]) {
      const ms = await foldChanges(clinic.dataset, summariesOf(clinic.app));
      if (round > 0) took.get(clinic)?.push(ms);
    }
  const [atSmall, atBig] = [median(took.get(small) ?? []), median(took.get(big) ?? [])];
  report(`  folding ${changesAtOnce.toLocaleString('en')} changes: ${shown(atSmall)} → ${shown(atBig)} ms`);
  findings.set('foldSmallMs', atSmall);
  findings.set('foldLargeMs', atBig);
  findings.below('foldLargeToSmall', atBig / atSmall, 1.2);
}

const summariesOf = (app: ComposedApp) => {
  const consumer = app.consumers.find(({ name }) => name === 'summaries');
  if (!consumer) throw new Error('Nobody keeps the summaries.');
  return consumer;
};

/** One doctor's appointments of a month, as her calendar asks for them. */
async function calendarOfMonth({ findings }: Bench, { dataset, app }: Clinic): Promise<void> {
  const watch = await ServerTime.open(dataset.mysqlUrl);
  const system = systemActor('bench');
  const { items } = await app.services.appointments.list(system, { limit: 1 });
  const [first] = items;
  if (!first) throw new Error('The large clinic has no appointments.');
  const from = new Date(Date.parse(first.startsAt) + 365 * 86_400_000);
  const to = new Date(from.getTime() + 31 * 86_400_000);
  const span = { doctorId: first.doctorId, from: from.toISOString(), to: to.toISOString() };
  let found = 0;
  const ms = await watch.ofStatements('SELECT%`appointments`%', async () => {
    for (let time = 0; time < 20; time++) {
      let cursor: string | undefined;
      found = 0;
      do {
        const page = await app.services.appointments.list(system, {
          ...span,
          limit: 200,
          ...(cursor && { cursor }),
        });
        found += page.items.length;
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    }
  });
  await watch.close();
  findings.set('calendarMonthAppointments', found);
  findings.below('calendarMonthServerMs', ms * Math.ceil(found / 200 + 0.001), 5, ' ms');
}
