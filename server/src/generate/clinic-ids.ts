import { uuidText } from '../lib/ids.js';
import { DAY_MS } from '../lib/time.js';
import { TICK_MS } from '../scheduling/ticks.js';
import { type GeneratedIds, type IdKind, idKinds } from './generated-ids.js';
import type { ClinicPlan } from './plan/clinic-plan.js';

/** A row of 16-byte ids. */
export class IdList {
  readonly #bytes: Buffer;
  readonly #texts: string[] | null;

  /** @param keepsTexts for few that are asked for often */
  constructor(count: number, keepsTexts: boolean, write: (target: Uint8Array, number: number) => void) {
    this.#bytes = Buffer.alloc(16 * count);
    for (let number = 0; number < count; number++) write(this.bytes(number), number);
    this.#texts = keepsTexts ? Array.from({ length: count }, (_none, at) => uuidText(this.bytes(at))) : null;
  }

  bytes(number: number): Buffer {
    return this.#bytes.subarray(16 * number, 16 * number + 16);
  }

  text(number: number): string {
    return this.#texts?.[number] ?? uuidText(this.bytes(number));
  }
}

/**
 * The ids of a generated clinic. Those of people are kept; those of visits are made anew each time, in the order of
 * their primary keys: appointments as they were booked, everything clinical as the visits took place.
 */
export class ClinicIds {
  readonly departments: IdList;
  readonly specializations: IdList;
  readonly doctors: IdList;
  /** First those of the doctors, by number; then the desk's and the others'. */
  readonly users: IdList;
  readonly patients: IdList;

  constructor(
    private readonly plan: ClinicPlan,
    private readonly ids: GeneratedIds,
    counts: { departments: number; users: number },
  ) {
    const openedMs = plan.startDay * DAY_MS;
    const early = (kind: IdKind, count: number) =>
      new IdList(count, true, (target, number) => ids.write(target, kind, number, openedMs));
    this.departments = early(idKinds.department, counts.departments);
    this.specializations = early(idKinds.specialization, counts.departments);
    this.doctors = early(idKinds.doctor, plan.doctors.length);
    this.users = early(idKinds.user, counts.users);
    this.patients = new IdList(plan.patients.count, false, (target, number) =>
      ids.write(target, idKinds.patient, number, plan.registeredAtSeconds[number]! * 1_000),
    );
  }

  /** Writes the id of the visit's appointment into `target`. */
  appointment(target: Uint8Array, visit: number): void {
    this.ids.write(target, idKinds.appointment, visit, this.plan.visits.bookedAtSeconds[visit]! * 1_000);
  }

  /** Writes the id of something clinical of the visit. @param counter the visit itself, where it has one of the kind */
  ofVisit(target: Uint8Array, kind: IdKind, visit: number, counter = visit): void {
    this.ids.write(target, kind, counter, this.plan.visits.startTick[visit]! * TICK_MS);
  }

  textOfVisit(kind: IdKind, visit: number, counter = visit): string {
    const bytes = Buffer.allocUnsafe(16);
    this.ofVisit(bytes, kind, visit, counter);
    return uuidText(bytes);
  }

  /** Of what was there from the beginning: hours, time off, holidays. */
  early(kind: IdKind, counter: number): Buffer {
    return this.ids.bytes(kind, counter, this.plan.startDay * DAY_MS);
  }

  event(target: Uint8Array, section: number, counter: number): void {
    this.ids.write(target, idKinds.event, counter, this.plan.settings.untilDay * DAY_MS + section);
  }
}
