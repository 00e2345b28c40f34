/** The states that a generated visit is in, by number. The last one has no appointment. */
export const visitStates = ['completed', 'cancelled', 'no_show', 'booked', 'confirmed', 'walk_in'] as const;
export type VisitState = (typeof visitStates)[number];

export const stateNumbers = {
  completed: 0,
  cancelled: 1,
  no_show: 2,
  booked: 3,
  confirmed: 4,
  walk_in: 5,
} as const satisfies Record<VisitState, number>;

/** Visits in order of their start; 16 bytes each, because there may be millions. */
export class Visits {
  count = 0;
  readonly doctor: Uint16Array;
  readonly patient: Uint32Array;
  readonly startTick: Int32Array;
  readonly ticks: Uint8Array;
  readonly state: Uint8Array;
  /** When it was booked, in seconds since the epoch. */
  readonly bookedAtSeconds: Uint32Array;

  constructor(size: number) {
    this.doctor = new Uint16Array(size);
    this.patient = new Uint32Array(size);
    this.startTick = new Int32Array(size);
    this.ticks = new Uint8Array(size);
    this.state = new Uint8Array(size);
    this.bookedAtSeconds = new Uint32Array(size);
  }

  /** It took place: it has a record. */
  hasRecord(visit: number): boolean {
    const state = this.state[visit]!;
    return state === stateNumbers.completed || state === stateNumbers.walk_in;
  }

  hasAppointment(visit: number): boolean {
    return this.state[visit]! !== stateNumbers.walk_in;
  }

  /** It takes time of its doctor and patient. */
  hasClaims(visit: number): boolean {
    const state = this.state[visit]!;
    return state !== stateNumbers.walk_in && state !== stateNumbers.cancelled;
  }
}

/** The numbers from 0 on, ordered by a key below 2^31 each, equal ones by number. */
export function orderedBy(count: number, keyOf: (number: number) => number): Uint32Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(count, 2)));
  const keys = new Float64Array(count);
  for (let number = 0; number < count; number++) keys[number] = keyOf(number) * size + number;
  keys.sort();
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place++) order[place] = keys[place]! % size;
  return order;
}

/** The numbers from 0 on, ordered by their group, within one as they come. */
export function groupedBy(groups: Uint16Array | Uint32Array, count: number, groupCount: number): Uint32Array {
  const next = new Uint32Array(groupCount + 1);
  for (let number = 0; number < count; number++) next[groups[number]! + 1]!++;
  for (let group = 0; group < groupCount; group++) next[group + 1]! += next[group]!;
  const order = new Uint32Array(count);
  for (let number = 0; number < count; number++) order[next[groups[number]!]!++] = number;
  return order;
}
