import { uuidBytes } from '../../lib/ids.js';
import { idKinds } from '../generated-ids.js';
import type { Generation } from '../generation.js';
import type { RowEncoder } from './row-encoder.js';

/** Where a note or an observation belongs, and who wrote it. */
export interface PlaceOfVisit {
  recordUuid: string;
  patientId: string;
  authorId: string;
}

export const placeOf = ({ ids, plan }: Generation, visit: number): PlaceOfVisit => ({
  recordUuid: ids.textOfVisit(idKinds.record, visit),
  patientId: ids.patients.text(plan.visits.patient[visit]!),
  authorId: ids.users.text(plan.visits.doctor[visit]!),
});

/** The columns that `putPlace` writes. */
export const placeColumns = ['id', 'record_id', 'patient_id', 'author_id'];

export function putPlace(
  rows: RowEncoder,
  id: Uint8Array,
  { recordUuid, patientId, authorId }: PlaceOfVisit,
): void {
  rows.bytes(id);
  rows.bytes(uuidBytes(recordUuid));
  rows.bytes(uuidBytes(patientId));
  rows.bytes(uuidBytes(authorId));
}
