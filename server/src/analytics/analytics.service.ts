import { requireFunction, scopeOf } from '../access/policy.js';
import type { AnalyticsConsumer } from '../events/analytics-consumer.js';
import { requireAsOf } from '../events/pending-events.js';
import type { Actor } from '../lib/actor.js';
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
    const found = await this.analytics.departments(view);
    return numbers(view, found, (row) => ({
      departmentId: row.id,
      departmentName: row.name,
      ...countsOf(row, view),
    }));
  }

  async doctorWorkload(
    actor: Actor,
    { limit = doctorsAtMost, ...wish }: WorkFilter,
  ): Promise<Numbers<DoctorWorkload>> {
    const view = this.#view(actor, wish);
    const found = await this.analytics.doctors(view, limit);
    return numbers(view, found, (row) => ({
      doctorId: row.id,
      doctorName: row.name,
      departmentName: row.departmentName,
      ...countsOf(row, view),
    }));
  }

  async monthlyAppointments(actor: Actor, wish: SeriesFilter): Promise<Numbers<MonthlyAppointments>> {
    const view = this.#view(actor, wish);
    const found = await this.analytics.appointmentMonths(view);
    return numbers(view, found, (row) => ({ year: row.year, month: row.month, ...countsOf(row, view) }));
  }

  async monthlyVisits(actor: Actor, wish: SeriesFilter): Promise<Numbers<MonthlyVisits>> {
    const view = this.#view(actor, wish);
    const { asOf, rows } = await this.analytics.visitMonths(view);
    return numbers(view, { asOf, rows: byMonth(rows) }, visitsOf);
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
    requireFunction(actor, 'analytics.refresh');
    for (const consumer of this.consumers) await consumer.catchUp(refreshForMs);
    return { asOf: requireAsOf(await this.analytics.asOf()) };
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

function countsOf(row: OutcomeRow, view: View): AppointmentCounts {
  const [completed, noShows] = [known(row.completed, view), known(row.noShows, view)];
  const cancelled = known(row.cancelled, view);
  return {
    appointments: row.appointments,
    standing: known(row.standing, view),
    completed,
    cancelled,
    noShows,
    noShowRate: noShows === null || completed === null ? null : share(noShows, noShows + completed),
    cancellationRate: cancelled === null ? null : share(cancelled, row.appointments),
    bookedMinutes: row.bookedMinutes,
    meanLeadDays: row.bookedAhead === 0 ? null : rounded(row.leadMinutes / row.bookedAhead / 1_440),
  };
}

interface MonthOfVisits extends InMonth {
  byTopic: Map<string, number>;
}

function byMonth(rows: readonly (InMonth & TopicRow)[]): MonthOfVisits[] {
  const months: MonthOfVisits[] = [];
  for (const { year, month, topic, count } of rows) {
    const last = months.at(-1);
    if (last?.year === year && last.month === month) last.byTopic.set(topic, count);
    else months.push({ year, month, byTopic: new Map([[topic, count]]) });
  }
  return months;
}

function visitsOf({ year, month, byTopic }: MonthOfVisits): MonthlyVisits {
  return {
    year,
    month,
    visits: [...byTopic.values()].reduce((sum, count) => sum + count, 0),
    newPatients: byTopic.get('new') ?? 0,
    returningPatients: byTopic.get('returning') ?? 0,
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
