import { resourceKind } from '../../scheduling/resource-kind.js';
import type { IdList } from '../clinic-ids.js';
import { type Generation, tableWriter } from '../generation.js';
import { groupedBy } from '../plan/visits.js';
import type { BulkLink } from './bulk-link.js';

const columns = ['resource_kind', 'resource_id', 'tick', 'appointment_id'];

/** Every tick of every visit that takes its time, for doctor and patient, in the order of the primary key. */
export async function writeClaims(generation: Generation, link: BulkLink): Promise<void> {
  const { plan, ids } = generation;
  const { visits, doctors, patients } = plan;
  const ofDoctors = { kind: resourceKind.doctor, people: ids.doctors, of: visits.doctor };
  await writeOf(generation, link, ofDoctors, doctors.length);
  const ofPatients = { kind: resourceKind.patient, people: ids.patients, of: visits.patient };
  await writeOf(generation, link, ofPatients, patients.count);
}

async function writeOf(
  generation: Generation,
  link: BulkLink,
  { kind, people, of }: { kind: number; people: IdList; of: Uint16Array | Uint32Array },
  peopleCount: number,
): Promise<void> {
  const { visits } = generation.plan;
  const writer = tableWriter(generation, link, 'slot_claims', columns);
  const { rows } = writer;
  const id = Buffer.allocUnsafe(16);
  for (const visit of groupedBy(of, visits.count, peopleCount)) {
    if (!visits.hasClaims(visit)) continue;
    const person = people.bytes(of[visit]!);
    const endTick = visits.startTick[visit]! + visits.ticks[visit]!;
    generation.ids.appointment(id, visit);
    for (let tick = visits.startTick[visit]!; tick < endTick; tick++) {
      rows.integer(kind);
      rows.bytes(person);
      rows.integer(tick);
      rows.bytes(id);
      rows.endRow();
    }
    if (writer.isDue()) await writer.flush();
  }
  await writer.flush();
}

/** How many claims there will be. */
export function countClaims({ visits }: Generation['plan']): number {
  let ticks = 0;
  for (let visit = 0; visit < visits.count; visit++)
    if (visits.hasClaims(visit)) ticks += visits.ticks[visit]!;
  return 2 * ticks;
}
