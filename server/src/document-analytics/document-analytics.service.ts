import { UUID } from 'mongodb';
import type { OwnFacts } from '../../../mongo/pipelines/symptom-frequency.js';
import { type Scope, scopeOf } from '../access/policy.js';
import { peopleAtLeast } from '../analytics/suppression.js';
import type { Actor } from '../lib/actor.js';
import { invalid } from '../lib/errors.js';
import type { DocumentAnalyticsRepository, SpecializationCount } from './document-analytics.repository.js';
import type {
  SymptomFrequency,
  SymptomFrequencyQuery,
  SymptomsBySpecialization,
  SymptomsBySpecializationQuery,
  SymptomsBySpecializationRow,
  VitalTrends,
  VitalTrendsQuery,
} from './document-analytics.types.js';
import { trendOf } from './trend-periods.js';

/** How deep in the tree of symptoms a cell must be shown for an answer by clinic, department, specialty, age band. */
const levelOf = { clinic: 1, department: 2, specialties: 3, ageBand: 4 } as const;
/** The same in the tree of vitals, which goes by clinic, department and day. */
const vitalLevelOf = { clinic: 1, department: 2, day: 3 } as const;

const symptomsAtMost = 20;
const ofEachAtMost = 5;

/** Answers about observations: doctors get their own numbers, the others what may be shown of theirs. */
export class DocumentAnalyticsService {
  constructor(private readonly analytics: DocumentAnalyticsRepository) {}

  /** @throws AppError `validation_failed`, `mongo_unavailable`, `analytics_building` */
  async symptomFrequency(actor: Actor, query: SymptomFrequencyQuery): Promise<SymptomFrequency> {
    const { ageBand = null, limit = symptomsAtMost } = query;
    const reach = reachOf(scopeOf(actor, 'analytics.read'), query.departmentId);
    const period = periodOf(query);
    const asOf = await this.analytics.asOf();
    if (reach.kind === 'nothing') return { asOf, smallestGroup: peopleAtLeast, isPartial: false, rows: [] };
    if (reach.kind === 'own') {
      const own = { ...reach.facts, days: daysOf(period), ageBand };
      return { asOf, smallestGroup: 1, isPartial: false, rows: await this.analytics.ownSymptoms(own, limit) };
    }
    const { departmentId } = reach;
    const levels = ageBand ? levelOf.ageBand : departmentId ? levelOf.department : levelOf.clinic;
    const [rows, isPartial] = await Promise.all([
      this.analytics.publishedSymptoms({ period, departmentId, ageBand }, limit),
      this.analytics.areSymptomsWithheld({ period, departmentId, ageBand }, levels),
    ]);
    return { asOf, smallestGroup: peopleAtLeast, isPartial, rows };
  }

  /** @throws AppError `validation_failed`, `mongo_unavailable`, `analytics_building` */
  async symptomsBySpecialization(
    actor: Actor,
    query: SymptomsBySpecializationQuery,
  ): Promise<SymptomsBySpecialization> {
    const { top = ofEachAtMost } = query;
    const reach = reachOf(scopeOf(actor, 'analytics.read'), query.departmentId);
    const period = periodOf(query);
    const asOf = await this.analytics.asOf();
    if (reach.kind === 'nothing') return { asOf, smallestGroup: peopleAtLeast, isPartial: false, rows: [] };
    if (reach.kind === 'own') {
      const own = { ...reach.facts, days: daysOf(period), ageBand: null };
      const counts = await this.analytics.ownBySpecialization(own, top);
      return { asOf, smallestGroup: 1, isPartial: false, rows: await this.#withNames(counts) };
    }
    const of = { period, departmentId: reach.departmentId };
    const [counts, isPartial] = await Promise.all([
      this.analytics.publishedBySpecialization(of, top),
      this.analytics.areSymptomsWithheld({ ...of, ageBand: null }, levelOf.specialties),
    ]);
    return { asOf, smallestGroup: peopleAtLeast, isPartial, rows: await this.#withNames(counts) };
  }

  /** @throws AppError `validation_failed`, `mongo_unavailable`, `analytics_building` */
  async vitalTrends(actor: Actor, query: VitalTrendsQuery): Promise<VitalTrends> {
    const reach = reachOf(scopeOf(actor, 'analytics.read'), query.departmentId);
    const { trend, days } = trendOf(query, new Date());
    const asOf = await this.analytics.asOf();
    if (reach.kind === 'nothing') return { asOf, smallestGroup: peopleAtLeast, isPartial: false, rows: [] };
    if (reach.kind === 'own') {
      const own = { ...reach.facts, days, ageBand: null };
      return { asOf, smallestGroup: 1, isPartial: false, rows: await this.analytics.ownVitals(own, trend) };
    }
    const { departmentId } = reach;
    const monthly = departmentId ? vitalLevelOf.department : vitalLevelOf.clinic;
    const of = {
      days,
      departmentId: departmentId === null ? null : new UUID(departmentId),
      shownAtLeast: trend.period === 'month' ? monthly : vitalLevelOf.day,
    };
    const [rows, isPartial] = await Promise.all([
      this.analytics.shownVitals(of, trend),
      this.analytics.areVitalsWithheld(of, trend),
    ]);
    return { asOf, smallestGroup: peopleAtLeast, isPartial, rows };
  }

  /** By name, the most frequent symptom of each first. */
  async #withNames(counts: readonly SpecializationCount[]): Promise<SymptomsBySpecializationRow[]> {
    const ids = [...new Set(counts.map(({ specializationId }) => specializationId))];
    const names = await this.analytics.specializationNames(ids);
    const rows = counts.flatMap(({ specializationId, symptom, count }) => {
      const specialization = names.get(specializationId);
      return specialization === undefined ? [] : [{ specializationId, specialization, symptom, count }];
    });
    return rows.sort(
      (a, b) =>
        a.specialization.localeCompare(b.specialization, 'en') ||
        b.count - a.count ||
        (a.symptom < b.symptom ? -1 : 1),
    );
  }
}

/** Whose numbers an answer is about. */
type Reach =
  | { kind: 'own'; facts: Pick<OwnFacts, 'doctorId' | 'departmentId'> }
  | { kind: 'published'; departmentId: string | null }
  | { kind: 'nothing' };

/** Another department than the nurse's own is as if nothing ever happened there. */
function reachOf(scope: Scope, departmentId: string | undefined): Reach {
  const asked = departmentId ?? null;
  switch (scope.kind) {
    case 'calendar': {
      const facts = {
        doctorId: new UUID(scope.doctorId),
        departmentId: asked === null ? null : new UUID(asked),
      };
      return { kind: 'own', facts };
    }
    case 'department':
      return asked === null || asked === scope.departmentId
        ? { kind: 'published', departmentId: scope.departmentId }
        : { kind: 'nothing' };
    case 'all':
      return { kind: 'published', departmentId: asked };
    default:
      return { kind: 'nothing' };
  }
}

/** @returns `YYYY-MM`, `YYYY` or `ever` */
function periodOf({ year, month }: { year?: number; month?: number }): string {
  if (year === undefined && month !== undefined) throw invalid('query.year', 'is required with a month');
  if (year === undefined) return 'ever';
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}

/** As texts are compared: no month has more days, and none begins before its first. */
const daysOf = (period: string): OwnFacts['days'] =>
  period === 'ever' ? null : { from: period, to: `${period}-99` };
