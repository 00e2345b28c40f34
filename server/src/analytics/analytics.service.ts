import { scopeOf } from '../access/policy.js';
import type { AnalyticsConsumer } from '../events/analytics-consumer.js';
import { requireAsOf } from '../events/pending-events.js';
import type { Actor } from '../lib/actor.js';
import type { Writes } from '../lib/idempotency.js';
import type { AnalyticsRepository, Found, InMonth, OutcomeRow, TopicRow } from './analytics.repository.js';
import type {
  AppointmentCounts,
  AppointmentFilter,
  DepartmentLoad,
  DiagnosisCount,
  DoctorWorkload,
  MonthlyAppointments,
  MonthlyVisits,
  NoteVolume,
  Numbers,
  PlaceFilter,
  RankingFilter,
  Refreshed,
  SeriesFilter,
  TopDoctor,
  WorkFilter,
} from './analytics.types.js';
import { type View, viewOf, type Wish } from './view.js';

const doctorsAtMost = 50;
const refreshForMs = 10_000;

/** Numbers over many visits, as far as the asker may know them. Every method throws `analytics_building` at first. */
export class AnalyticsService {
  constructor(
    private readonly analytics: AnalyticsRepository,
    private readonly consumers: readonly AnalyticsConsumer[],
    private readonly writes: Writes,
  ) {}

  async topDoctors(actor: Actor, { limit = 10, ...wish }: RankingFilter): Promise<Numbers<TopDoctor>> {
    const view = this.#view(actor, wish);
    const found = await this.analytics.topDoctors(view, limit);
    return numbers(view, found, ({ id, name, departmentName, completed, minutes }, index) => ({
      rank: index + 1,
      doctorId: id,
      doctorName: name,
      departmentName,
      completed,
      completedMinutes: minutes,
    }));
  }

  async departmentLoad(actor: Actor, wish: AppointmentFilter): Promise<Numbers<DepartmentLoad>> {
    const view = this.#view(actor, wish);
    const found = grouped(await this.analytics.departments(view), ({ id }) => id);
    return numbers(view, found, ({ first, rows }) => ({
      departmentId: first.id,
      departmentName: first.name,
      ...countsOf(rows, view),
    }));
  }

  async doctorWorkload(
    actor: Actor,
    { limit = doctorsAtMost, ...wish }: WorkFilter,
  ): Promise<Numbers<DoctorWorkload>> {
    const view = this.#view(actor, wish);
    const found = grouped(await this.analytics.doctors(view, limit), ({ id }) => id);
    return numbers(view, found, ({ first, rows }) => ({
      doctorId: first.id,
      doctorName: first.name,
      departmentName: first.departmentName,
      ...countsOf(rows, view),
    }));
  }

  async monthlyAppointments(actor: Actor, wish: SeriesFilter): Promise<Numbers<MonthlyAppointments>> {
    const view = this.#view(actor, wish);
    const found = grouped(await this.analytics.appointmentMonths(view), monthOf);
    return numbers(view, found, ({ first: { year, month }, rows }) => ({
      year,
      month,
      ...countsOf(rows, view),
    }));
  }

  async monthlyVisits(actor: Actor, wish: SeriesFilter): Promise<Numbers<MonthlyVisits>> {
    const view = this.#view(actor, wish);
    const found = grouped(await this.analytics.visitMonths(view), monthOf);
    return numbers(view, found, ({ first: { year, month }, rows }) => {
      const of = (topic: string) => rows.find((row) => row.topic === topic)?.count ?? 0;
      const [newPatients, returningPatients] = [of('new'), of('returning')];
      return { year, month, visits: newPatients + returningPatients, newPatients, returningPatients };
    });
  }

  async diagnoses(actor: Actor, { limit = 20, ...wish }: WorkFilter): Promise<Numbers<DiagnosisCount>> {
    const view = this.#view(actor, wish);
    return numbers(view, await this.analytics.diagnoses(view, limit), ({ topic, count }) => {
      const [codeSystem = '', ...code] = topic.split(' ');
      return { codeSystem, code: code.join(' '), diagnoses: count };
    });
  }

  async notes(actor: Actor, wish: PlaceFilter): Promise<Numbers<NoteVolume>> {
    const view = this.#view(actor, wish);
    const { asOf, rows } = await this.analytics.notes(view);
    const kinds = [...new Set(rows.map(({ topic }) => kindOf(topic)))].sort();
    return numbers(view, { asOf, rows: kinds }, (kind) => notesOf(kind, rows, view));
  }

  /** Counts what is still waiting. @throws AppError `analytics_behind` when there is too much for one request */
  async refresh(actor: Actor): Promise<Refreshed> {
    for (const consumer of this.consumers) await consumer.catchUp(refreshForMs);
    return this.writes.run(actor, async () => ({ asOf: requireAsOf(await this.analytics.asOf()) }));
  }

  #view(actor: Actor, wish: Wish): View {
    return viewOf(scopeOf(actor, 'analytics.read'), wish);
  }
}

const numbers = <Row, Shown>(
  { smallestGroup }: View,
  { asOf, rows }: Found<Row>,
  shown: (row: Row, index: number) => Shown,
): Numbers<Shown> => ({ asOf: requireAsOf(asOf), smallestGroup, rows: rows.map(shown) });

/** Of published numbers, none and too few look alike. */
const known = (count: number | null | undefined, { isPublished }: View): number | null =>
  count ?? (isPublished ? null : 0);

interface Group<Row> {
  first: Row;
  rows: Row[];
}

/** Rows of the same thing, which stand together. */
function grouped<Row>({ asOf, rows }: Found<Row>, keyOf: (row: Row) => unknown): Found<Group<Row>> {
  const groups: Group<Row>[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && keyOf(last.first) === keyOf(row)) last.rows.push(row);
    else groups.push({ first: row, rows: [row] });
  }
  return { asOf, rows: groups };
}

const monthOf = ({ year, month }: InMonth): number => year * 12 + month;

const afterwards = '_afterwards';

function countsOf(rows: readonly OutcomeRow[], view: View): AppointmentCounts {
  const of = (...states: string[]) =>
    rows.filter(({ topic }) => states.includes(topic.replace(afterwards, '')));
  const add = (some: readonly OutcomeRow[], measure: 'appointments' | 'minutes' | 'leadMinutes') =>
    some.reduce((sum, row) => sum + row[measure], 0);
  const count = (state: string): number | null => {
    const found = of(state);
    return known(found.length === 0 ? null : add(found, 'appointments'), view);
  };
  const [completed, noShows, cancelled] = [count('completed'), count('no_show'), count('cancelled')];
  const appointments = add(rows, 'appointments');
  const bookedAhead = add(
    rows.filter(({ topic }) => !topic.endsWith(afterwards)),
    'appointments',
  );
  return {
    appointments,
    standing: count('standing'),
    completed,
    cancelled,
    noShows,
    noShowRate: noShows === null || completed === null ? null : share(noShows, noShows + completed),
    cancellationRate: cancelled === null ? null : share(cancelled, appointments),
    bookedMinutes: add(of('standing', 'completed'), 'minutes'),
    meanLeadDays: bookedAhead === 0 ? null : rounded(add(rows, 'leadMinutes') / bookedAhead / 1_440),
  };
}

const kindOf = (topic: string): string => topic.slice(topic.indexOf('_') + 1);

function notesOf(kind: string, rows: readonly TopicRow[], view: View): NoteVolume {
  const [draft, signed] = ['draft', 'signed'].map((state) =>
    rows.find(({ topic }) => topic === `${state}_${kind}`),
  );
  const meanMinutes = signed && signed.count > 0 ? signed.minutes / signed.count : null;
  return {
    kind,
    notes: (draft?.count ?? 0) + (signed?.count ?? 0),
    drafts: known(draft?.count, view),
    signed: known(signed?.count, view),
    meanSigningHours: meanMinutes === null ? null : rounded(meanMinutes / 60),
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole));

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
