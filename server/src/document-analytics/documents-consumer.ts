import type { EnsureCollections } from '../documents/ensure-collections.js';
import type { RestartWatch } from '../documents/restart-watch.js';
import { type Alone, alone } from '../events/alone.js';
import type { AnalyticsConsumer, Difference } from '../events/analytics-consumer.js';
import { catchUp } from '../events/catch-up.js';
import type { PendingEvent, PendingEvents } from '../events/pending-events.js';
import { newId } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import { MINUTE_MS } from '../lib/time.js';
import type { Building } from './building.js';
import type { FactRefresh } from './fact-refresh.js';
import type { ObservationSourcesRepository } from './observation-sources.repository.js';
import type { Verification } from './verification.js';
import type { WorkStatesRepository } from './work-states.repository.js';

export interface DocumentsConsumerParts {
  db: Database;
  mysqlUrl: string;
  pending: PendingEvents;
  collections: EnsureCollections;
  restarts: RestartWatch;
  sources: ObservationSourcesRepository;
  states: WorkStatesRepository;
  refresh: FactRefresh;
  building: Building;
  verification: Verification;
}

const eventsAtOnce = 500;
const lookRoundEveryMs = 2_000;
/** What MongoDB acknowledged last before it was killed may be lost: the newest events of the last minutes. */
const takenAgainMs = 15 * MINUTE_MS;
const takenAgainAtMost = 1_000;

/** Keeps numbers about observations in MongoDB, a moment behind. */
export class DocumentsConsumer implements AnalyticsConsumer {
  readonly name = 'documents';
  #lookRoundAtMs = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | null = null;

  constructor(private readonly parts: DocumentsConsumerParts) {}

  /** Events are marked when everything that follows from them is in MongoDB: what is cut short is done again. */
  async turn(): Promise<boolean> {
    const { db, pending, refresh } = this.parts;
    await this.#lookRound();
    if (!(await pending.isBuilt())) return this.#buildWhereNeeded();
    if (!(await pending.areAny())) return false;
    return db.transaction(async (tx) => {
      if (!(await pending.lock(tx))) return false;
      const events = await pending.next(tx, eventsAtOnce);
      await refresh.refresh(tx, await this.#observationIds(tx, events));
      await pending.settle(tx, events);
      return events.length === eventsAtOnce;
    });
  }

  catchUp(forMs = Number.POSITIVE_INFINITY): Promise<void> {
    return catchUp(this, this.parts.pending, forMs);
  }

  async rebuild(report: (line: string) => void = () => {}): Promise<void> {
    await this.#alone(true, async ({ db, tx, requireStill }) => {
      await this.parts.collections.ensure();
      await this.parts.building.build(db.read, requireStill, report);
      await this.parts.pending.markBuilt(tx);
    });
  }

  async verify(report: (line: string) => void = () => {}): Promise<Difference[]> {
    const found = await this.#alone(true, ({ db }) => this.parts.verification.compare(db.read, report));
    return found ?? [];
  }

  /** Sees what no event tells: that MongoDB has restarted or was emptied, or that specialties have changed. */
  async #lookRound(): Promise<void> {
    if (performance.now() < this.#lookRoundAtMs) return;
    // The worker and those who wait for it look together: none goes on before the collections are as they must be.
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { restarts, collections, pending } = this.parts;
    if (await restarts.hasRestarted()) await this.#afterRestart();
    if ((await pending.isBuilt()) && (await this.#isOutdated())) {
      await collections.ensure();
      await this.#buildAgain();
    }
    this.#lookRoundAtMs = performance.now() + lookRoundEveryMs;
  }

  async #afterRestart(): Promise<void> {
    const { restarts, collections, sources, db } = this.parts;
    try {
      await collections.ensure();
      await sources.takeAgain(db.read, newId(Date.now() - takenAgainMs), takenAgainAtMost);
    } catch (error) {
      restarts.forget();
      throw error;
    }
  }

  /** Cells are told apart by the doctor's specialties: when these change, everything has to be counted again. */
  async #isOutdated(): Promise<boolean> {
    const { states, sources, db } = this.parts;
    const counted = await states.specialties();
    if (counted === null) return true;
    const now = await sources.specialties(db.read);
    return [...counted].some(([doctorId, specialties]) => (now.get(doctorId) ?? '') !== specialties);
  }

  async #buildAgain(): Promise<void> {
    await this.#alone(false, async (work) => {
      if (await this.#isOutdated()) await this.#build(work);
    });
  }

  /** @returns false when another process is at it */
  async #buildWhereNeeded(): Promise<boolean> {
    const { pending } = this.parts;
    const built = await this.#alone(false, async (work) => {
      if (!(await pending.isBuilt())) await this.#build(work);
      return true;
    });
    return built ?? false;
  }

  /** A clinic without observations has nothing to build from. */
  async #build({ db, tx, requireStill }: Alone): Promise<void> {
    const { building, pending, sources, states } = this.parts;
    const isEmpty = !(await sources.areAny(db.read)) && (await states.specialties()) === null;
    if (isEmpty) await states.keepSpecialties(new Map());
    else await building.build(db.read, requireStill, () => {});
    await pending.markBuilt(tx);
  }

  #alone<T>(isWaiting: boolean, work: (alone: Alone) => Promise<T>): Promise<T | null> {
    return alone(this.parts.mysqlUrl, this.parts.pending, isWaiting, work);
  }

  async #observationIds(tx: Tx, events: readonly PendingEvent[]): Promise<string[]> {
    const named = events
      .filter(({ kind }) => kind.startsWith('observation.'))
      .map((event) => event.subjectId);
    const patients = events.filter(isBirthDateChange).map((event) => event.subjectId);
    return [...named, ...(await this.parts.sources.idsOfPatients(tx, patients))];
  }
}

const isBirthDateChange = ({ kind, payload }: PendingEvent): boolean =>
  kind === 'patient.updated' && Array.isArray(payload.fields) && payload.fields.includes('birthOn');
