import { Dice } from './random-past.js';
import type { SourceRows, VisitWish, Whose } from './source-rows.js';

/** Three departments, their doctors, and as many patients as a test sends to them. */
export class Groups {
  readonly #visits: VisitWish[] = [];

  private constructor(
    private readonly rows: SourceRows,
    readonly departments: readonly [string, string, string],
    /** Three in the first department, two in the second, one in the third. */
    readonly doctors: readonly Omit<Whose, 'patientId'>[],
    private readonly patients: readonly string[],
  ) {}

  static async open(rows: SourceRows, givenNames: readonly string[] = []): Promise<Groups> {
    const departments = [await rows.department(), await rows.department(), await rows.department()] as const;
    const doctors: Omit<Whose, 'patientId'>[] = [];
    for (const [index, place] of [0, 0, 0, 1, 1, 2].entries()) {
      const departmentId = departments[place] ?? '';
      doctors.push({ departmentId, doctorId: await rows.doctor(departmentId, 'UTC', givenNames[index]) });
    }
    return new Groups(rows, [...departments], doctors, await rows.patients(120));
  }

  /** So many people see a doctor in a month of 2025. @param from the first of them: groups may share people */
  visit(
    month: number,
    doctor: number,
    people: number,
    from = doctor * 20,
    wish: Partial<VisitWish> = {},
  ): void {
    const at = this.doctors[doctor];
    if (!at) throw new Error('There is no such doctor.');
    for (const patientId of this.patients.slice(from, from + people))
      this.#visits.push({
        ...at,
        patientId,
        startsAt: new Date(Date.UTC(2025, month - 1, 15)).toISOString(),
        ...wish,
      });
  }

  /** Months of small and large groups that share people as it happens. */
  visitAtRandom(seed: number, months: readonly number[]): void {
    const dice = new Dice(seed);
    for (const month of months)
      for (const doctor of this.doctors.keys())
        for (const state of ['completed', 'cancelled', 'no_show', 'booked'])
          if (dice.below(4) > 0)
            this.visit(month, doctor, dice.oneOf([1, 5, 10, 11, 12, 20]), dice.below(100), { state });
  }

  /** Writes the visits, a record and a note of each completed one, and a diagnosis of most. */
  async enter(): Promise<void> {
    await this.rows.appointments(this.#visits);
    const done = this.#visits.filter(({ state = 'completed' }) => state === 'completed');
    const records = await this.rows.records(done.map((visit) => ({ ...visit, openedAt: visit.startsAt })));
    await this.rows.diagnoses(
      records.filter((_, index) => index % 11 !== 0),
      'I10',
    );
    for (const month of new Set(done.map(({ startsAt }) => startsAt))) {
      const of = records.filter((_, index) => done[index]?.startsAt === month);
      await this.rows.notes(of, month, new Date(Date.parse(month) + 3_600_000).toISOString());
    }
  }
}
