import { LRUCache } from 'lru-cache';
import type { Actor } from '../lib/actor.js';
import { conflict } from '../lib/errors.js';
import type { SlotsService } from '../scheduling/slots.service.js';
import type { Slot } from '../scheduling/slots.types.js';
import { blockedTimes, type SlotRefused } from './booking-rules.js';

const offeredAtOnce = 5;
const reusedForMs = 250;

/** What to offer to whoever was refused. In a storm on one slot the answer is worked out once, not five hundred times. */
export class AlternativeSlots {
  readonly #recent = new LRUCache<string, Promise<Slot[]>>({ max: 1_000, ttl: reusedForMs });

  constructor(private readonly slots: SlotsService) {}

  /** The refusal as the API tells it: what is taken, never whose, and what is free next. */
  async explained(refusal: SlotRefused, { role }: Actor) {
    const { time, blockers, code } = refusal;
    const nextFree = await this.#nextFree(refusal, role !== 'patient');
    if (code === 'slot_not_offered') return conflict(code, { nextFree });
    const conflictWith = blockers.some((blocker) => blocker.resource === 'doctor') ? 'doctor' : 'patient';
    const same = blockers.filter((blocker) => blocker.resource === conflictWith);
    return conflict('slot_taken', { conflictWith, blockers: blockedTimes(same, time), nextFree });
  }

  #nextFree({ doctor, time }: SlotRefused, beyondHorizon: boolean): Promise<Slot[]> {
    const durationTicks = time.endTick - time.startTick;
    const key = `${doctor.doctorId}:${doctor.scheduleVersion}:${time.startTick}:${durationTicks}:${beyondHorizon}`;
    const recent = this.#recent.get(key);
    if (recent) return recent;
    const range = { fromTick: time.startTick, durationTicks, limit: offeredAtOnce, beyondHorizon };
    const found = this.slots.nextFree(doctor, range);
    this.#recent.set(key, found);
    found.catch(() => this.#recent.delete(key));
    return found;
  }
}
