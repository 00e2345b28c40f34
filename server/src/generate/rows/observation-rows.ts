import { uuidBytes } from '../../lib/ids.js';
import { DAY_MS } from '../../lib/time.js';
import type { ObservationsService, PreparedObservation } from '../../observations/observations.service.js';
import type { ObservationParts } from '../../observations/observations.types.js';
import { idKinds } from '../generated-ids.js';
import { changeLog, type Generation, tableWriter } from '../generation.js';
import { symptomsOf, vitalsOf } from '../measurements.js';
import { ageOn } from '../plan/patients-plan.js';
import { timesOf } from '../visit-facts.js';
import type { BulkLink } from './bulk-link.js';
import type { ChangeLog } from './change-log.js';
import type { KeptDocuments } from './kept-documents.js';
import { placeColumns, placeOf, putPlace } from './place-of-visit.js';
import type { TableWriter } from './table-writer.js';

const columns = [...placeColumns, 'kind', 'state', 'sha256', 'observed_at', 'created_at'];

/** Symptoms and vitals of a visit: the observations service gives them their hashes. */
export class ObservationRows {
  readonly #observations: TableWriter;
  readonly #changes: ChangeLog;

  constructor(
    private readonly generation: Generation,
    link: BulkLink,
    private readonly observations: ObservationsService,
    private readonly documents: KeptDocuments,
  ) {
    this.#observations = tableWriter(generation, link, 'observation_refs', columns);
    this.#changes = changeLog(generation, link, 'observations');
  }

  /** Two of them: the symptoms first. */
  add(visit: number): void {
    const { plan, draws, diagnosing } = this.generation;
    const { main } = diagnosing.of(visit);
    const { startMs, startedMs } = timesOf(draws, plan, visit);
    const symptoms = symptomsOf(draws, visit, startMs, main);
    this.#add(visit, 0, startedMs + 60_000, { symptoms });
    const bornOn = plan.patients.birthDay[plan.visits.patient[visit]!]!;
    const vitals = vitalsOf(draws, visit, ageOn(bornOn, Math.floor(startMs / DAY_MS)), main);
    this.#add(visit, 1, startedMs + 120_000, { vitals });
  }

  flushRows(): Promise<void> {
    return this.#observations.flush();
  }

  flushChanges(): Promise<void> {
    return this.#changes.flush();
  }

  #add(visit: number, place: 0 | 1, observedMs: number, parts: ObservationParts): void {
    const at = new Date(observedMs);
    const kind = place === 0 ? ('symptoms' as const) : ('vitals' as const);
    const fields = { ...placeOf(this.generation, visit), kind, parts, observedAt: at, createdAt: at };
    const id = this.generation.ids.textOfVisit(idKinds.observation, visit, 2 * visit + place);
    const prepared = this.observations.prepare(fields, id);
    const { rows } = this.#observations;
    putPlace(rows, uuidBytes(id), fields);
    rows.text(kind);
    rows.text(prepared.observation.state);
    rows.bytes(prepared.document.sha256);
    rows.instant(observedMs);
    rows.instant(observedMs);
    rows.endRow();
    this.#log(prepared, observedMs);
    this.documents.keep(prepared.document, observedMs);
  }

  /** As `ObservationsService.insert` writes it. */
  #log({ observation }: PreparedObservation, atMs: number): void {
    const { id, patientId, recordUuid, authorId, kind, observedAt, state, sha256 } = observation;
    this.#changes.add({
      kind: 'observation.posted',
      subject: uuidBytes(id),
      patient: uuidBytes(patientId),
      payload: JSON.stringify({ recordUuid, authorId, observationKind: kind, observedAt, state }),
      detail: JSON.stringify({ state, sha256 }),
      atMs,
    });
  }
}
