import type {
  AppointmentCounts,
  DepartmentLoad,
  DiagnosisCount,
  DoctorWorkload,
  MonthlyAppointments,
  MonthlyVisits,
  NoteVolume,
  TopDoctor,
} from '../../src/analytics/analytics.types.js';
import { nobody } from '../../src/analytics/publishing.js';
import { uuidText } from '../../src/lib/ids.js';
import { publishedOf, type SumCell, sumsOf } from './kept-numbers.js';
import { type Topic, type Truth, topics } from './oracle.js';
import type { SourceRows } from './source-rows.js';

/** What is asked for; `doctorId` is what a doctor's own token says. */
export interface Asked {
  year?: number;
  month?: number;
  departmentId?: string;
  doctorId?: string;
}

export interface Names {
  departments: ReadonlyMap<string, string>;
  doctors: ReadonlyMap<string, { doctorName: string; departmentName: string }>;
}

export async function namesOf(rows: SourceRows): Promise<Names> {
  const departments = await rows.all('SELECT id, name FROM departments');
  const doctors = await rows.all(`
    SELECT doctors.id, CONCAT(given_name, ' ', family_name) AS doctorName, departments.name AS departmentName
    FROM doctors JOIN departments ON departments.id = doctors.department_id`);
  return {
    departments: new Map(departments.map(({ id, name }) => [uuidText(id), name])),
    doctors: new Map(
      doctors.map(({ id, doctorName, departmentName }) => [uuidText(id), { doctorName, departmentName }]),
    ),
  };
}

type Cells = Readonly<Record<Topic, readonly SumCell[]>>;

/** The answers of the API as plain code makes them from the source rows. */
export class ExpectedAnswers {
  readonly #cells: Cells;

  /** @param isPublished for somebody who does not see the people */
  constructor(
    truth: Truth,
    private readonly names: Names,
    private readonly isPublished: boolean,
  ) {
    const cellsOf = (topic: Topic) => (isPublished ? publishedOf(topic, truth[topic]) : sumsOf(truth[topic]));
    this.#cells = Object.fromEntries(topics.map((topic) => [topic, cellsOf(topic)])) as Record<
      Topic,
      SumCell[]
    >;
  }

  topDoctors(asked: Asked): TopDoctor[] {
    const ranked = this.#doctors(asked).flatMap((doctorId) => {
      const done = this.#at('appointment', { ...asked, doctorId }).filter(({ topic }) =>
        /^completed/.test(topic),
      );
      const add = (index: number) => done.reduce((sum, { sums }) => sum + (sums[index] ?? 0), 0);
      return done.length > 0 ? [{ doctorId, completed: add(0), completedMinutes: add(1) }] : [];
    });
    ranked.sort((a, b) => b.completed - a.completed || (a.doctorId < b.doctorId ? 1 : -1));
    return ranked.map((row, index) => ({ rank: index + 1, ...this.#doctor(row.doctorId), ...row }));
  }

  departmentLoad(asked: Asked): DepartmentLoad[] {
    const departments = [...this.names.departments].filter(([id]) => (asked.departmentId ?? id) === id);
    return departments
      .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
      .flatMap(([departmentId, departmentName]) => {
        const counts = this.#counts(this.#at('appointment', { ...asked, departmentId }));
        return counts ? [{ departmentId, departmentName, ...counts }] : [];
      });
  }

  doctorWorkload(asked: Asked): DoctorWorkload[] {
    const rows = this.#doctors(asked).flatMap((doctorId) => {
      const counts = this.#counts(this.#at('appointment', { ...asked, doctorId }));
      return counts ? [{ ...this.#doctor(doctorId), ...counts }] : [];
    });
    return rows.sort((a, b) => b.appointments - a.appointments || (a.doctorId < b.doctorId ? 1 : -1));
  }

  monthlyAppointments(asked: Asked): MonthlyAppointments[] {
    return this.#months('appointment', asked).flatMap((month) => {
      const counts = this.#counts(this.#at('appointment', { ...asked, ...month }));
      return counts ? [{ ...month, ...counts }] : [];
    });
  }

  monthlyVisits(asked: Asked): MonthlyVisits[] {
    return this.#months('visit', asked).map((month) => {
      const cells = this.#at('visit', { ...asked, ...month });
      const sum = (part: string) => this.#sum(cells.filter(({ topic }) => topic === part)) ?? 0;
      return {
        ...month,
        visits: this.#sum(cells) ?? 0,
        newPatients: sum('new'),
        returningPatients: sum('returning'),
      };
    });
  }

  diagnoses(asked: Asked): DiagnosisCount[] {
    const cells = this.#at('diagnosis', asked).toSorted(
      (a, b) => (b.sums[0] ?? 0) - (a.sums[0] ?? 0) || (a.topic < b.topic ? -1 : 1),
    );
    return cells.map(({ topic, sums }) => {
      const [codeSystem = '', code = ''] = topic.split(' ');
      return { codeSystem, code, diagnoses: sums[0] ?? 0 };
    });
  }

  notes(asked: Asked): NoteVolume[] {
    const cells = this.#at('note', asked);
    const kinds = [...new Set(cells.map(({ topic }) => topic.replace(/^(draft|signed)_/, '')))].sort();
    return kinds.map((kind) => {
      const [drafts, signed] = ['draft', 'signed'].map((state) =>
        cells.filter(({ topic }) => topic === `${state}_${kind}`),
      );
      const [signedCount, minutes] = signed?.[0]?.sums ?? [];
      return {
        kind,
        notes: this.#sum([...(drafts ?? []), ...(signed ?? [])]) ?? 0,
        drafts: this.#sum(drafts ?? []),
        signed: this.#sum(signed ?? []),
        meanSigningHours: signedCount ? fourDigits((minutes ?? 0) / signedCount / 60) : null,
      };
    });
  }

  #counts(cells: readonly SumCell[]): AppointmentCounts | null {
    if (cells.length === 0) return null;
    const of = (...names: string[]) =>
      cells.filter(({ topic }) => names.includes(topic.replace('_afterwards', '')));
    const ahead = cells.filter(({ topic }) => !topic.endsWith('_afterwards'));
    const add = (index: number, some = cells) => some.reduce((sum, { sums }) => sum + (sums[index] ?? 0), 0);
    const [completed, noShows, cancelled] = ['completed', 'no_show', 'cancelled'].map((name) =>
      this.#sum(of(name)),
    );
    return {
      appointments: add(0),
      standing: this.#sum(of('standing')),
      completed: completed ?? null,
      cancelled: cancelled ?? null,
      noShows: noShows ?? null,
      noShowRate:
        noShows == null || completed == null || noShows + completed === 0
          ? null
          : fourDigits(noShows / (noShows + completed)),
      cancellationRate: cancelled == null ? null : fourDigits(cancelled / add(0)),
      bookedMinutes: add(1, of('standing', 'completed')),
      meanLeadDays: add(0, ahead) > 0 ? fourDigits(add(2, ahead) / add(0, ahead) / 1_440) : null,
    };
  }

  /** Of published numbers, none and too few look alike. */
  #sum(cells: readonly SumCell[]): number | null {
    if (cells.length === 0) return this.isPublished ? null : 0;
    return cells.reduce((sum, { sums }) => sum + (sums[0] ?? 0), 0);
  }

  #at(topic: Topic, { year = 0, month = 0, departmentId = nobody, doctorId = nobody }: Asked): SumCell[] {
    return this.#cells[topic].filter(
      (cell) =>
        cell.year === year &&
        cell.month === month &&
        cell.departmentId === departmentId &&
        cell.doctorId === doctorId,
    );
  }

  #doctors({ doctorId }: Asked): string[] {
    return doctorId ? [doctorId] : [...this.names.doctors.keys()];
  }

  #doctor(doctorId: string): { doctorId: string; doctorName: string; departmentName: string } {
    const names = this.names.doctors.get(doctorId) ?? { doctorName: '', departmentName: '' };
    return { doctorId, ...names };
  }

  #months(
    topic: Topic,
    { year, departmentId = nobody, doctorId = nobody }: Asked,
  ): { year: number; month: number }[] {
    const months = this.#cells[topic].filter(
      (cell) =>
        cell.month !== 0 &&
        (year ?? cell.year) === cell.year &&
        cell.departmentId === departmentId &&
        cell.doctorId === doctorId,
    );
    const numbers = [...new Set(months.map((cell) => cell.year * 12 + cell.month - 1))].sort((a, b) => a - b);
    return numbers.map((number) => ({ year: Math.floor(number / 12), month: (number % 12) + 1 }));
  }
}

const fourDigits = (value: number): number => Math.round(value * 10_000) / 10_000;
