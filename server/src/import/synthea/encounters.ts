import { SlotRefused } from '../../appointments/booking-rules.js';
import { newId } from '../../lib/ids.js';
import { impossibleDate, type Life } from '../../lib/life-dates.js';
import type { Tx } from '../../lib/mysql.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import { type ImportRun, SkippedRow } from '../import-run.js';
import type { MadeRow } from '../imported-rows.repository.js';
import type { Tally } from '../tally.js';
import { maxLengths } from './bounds.js';
import { faultOfRow, maybeText, shortened } from './source-text.js';
import type { SyntheaStep } from './synthea-import.js';
import { isStay, planSeats, type SourceVisit } from './visits.js';

const overlapReason = 'imported: overlaps in the source';

/** An encounter whose people the clinic has. */
interface KnownVisit extends SourceVisit {
  people: ReturnType<typeof peopleOf>;
  /** Why the patient came, as long as the clinic keeps it. */
  said: string | null;
}

interface VisitRow extends ReadyRow {
  visit: KnownVisit;
}

/**
 * Encounters become completed appointments with a closed medical record each. Stays of more than twelve hours become
 * records of kind `admission` without an appointment. Visits that have their time to themselves come first, at once;
 * the others follow one after the other, earliest first, above them: so every run seats them alike.
 */
export const importEncounters: SyntheaStep = async ({ run, visits, visitsTally: tally, lives }) => {
  const known = visits.flatMap(
    (visit) => made(tally, visit.line, () => knownVisit(run, visit, lives.get(visit.patientId), tally)) ?? [],
  );
  const stays = known.filter(isStay);
  const { apart, overlapping } = planSeats(known.filter((visit) => !isStay(visit)));
  const taken = new Set<KnownVisit>();
  await writeRows(
    run,
    tally,
    apart.map((visit) => visitRow(run, visit, null)),
    {
      onRefused({ visit }, refusal) {
        if (refusal instanceof SlotRefused) taken.add(visit);
        return refusal instanceof SlotRefused;
      },
    },
  );
  const above = [...overlapping, ...apart.filter((visit) => taken.has(visit))];
  await writeRows(
    run,
    tally,
    above.map((visit) => visitRow(run, visit, overlapReason)),
    { atOnce: 1 },
  );
  await writeRows(
    run,
    tally,
    stays.map((stay) => stayRow(run, stay)),
  );
  explain(run, stays.length, overlapping.length, taken.size);
};

function explain(run: ImportRun, stays: number, overlapping: number, taken: number): void {
  if (stays > 0)
    run.explain(
      `${stays} encounters last longer than 12 hours: records of kind admission, without an appointment.`,
    );
  if (overlapping > 0)
    run.explain(
      `${overlapping} visits overlap another one of their doctor or patient: overbooked, "${overlapReason}".`,
    );
  if (taken > 0)
    run.explain(`${taken} visits met a time that the clinic had given away already: overbooked likewise.`);
}

/** @throws SkippedRow for one whose people are not there, or that cannot have been */
function knownVisit(run: ImportRun, visit: SourceVisit, life: Life | undefined, tally: Tally): KnownVisit {
  const people = peopleOf(run, visit);
  if (life) requirePossible(visit, life, tally);
  const { reason, description, line } = visit;
  const source = { row: { line }, column: reason ? 'REASONDESCRIPTION' : 'DESCRIPTION', tally };
  return {
    ...visit,
    people,
    said: maybeText(shortened(reason || description, maxLengths.visitReason, source)),
  };
}

function requirePossible(visit: SourceVisit, life: Life, tally: Tally): void {
  const { startsAt: from, endsAt: to, isOfDeath, line } = visit;
  const found = impossibleDate({ from, to }, life, new Date());
  const isCertified = found?.fault === 'after_death' && isOfDeath;
  if (isCertified) tally.guess('certifies a death some days after it: imported as it stands', line);
  else if (found) throw new SkippedRow(faultOfRow[found.fault]);
}

const visitRow = (run: ImportRun, visit: KnownVisit, overbookReason: string | null): VisitRow => ({
  visit,
  externalId: visit.externalId,
  line: visit.line,
  async write(tx) {
    const { externalId, people, startsAt, endsAt } = visit;
    const completed = { ...people, startsAt, endsAt, reason: visit.said };
    const { id } = await run.services.history.insertCompleted(tx, run.actor, completed, overbookReason);
    const record = await insertRecord(run, tx, visit, { appointmentId: id, kind: 'visit' });
    return [{ kind: 'appointment', externalId, internalId: id }, record];
  },
});

const stayRow = (run: ImportRun, stay: KnownVisit): ReadyRow => ({
  externalId: stay.externalId,
  line: stay.line,
  write: async (tx) => [await insertRecord(run, tx, stay, { appointmentId: null, kind: 'admission' })],
});

/** The record is closed: opened when the encounter began, closed when it ended. */
async function insertRecord(
  { services, actor }: ImportRun,
  tx: Tx,
  visit: KnownVisit,
  origin: { appointmentId: string | null; kind: 'visit' | 'admission' },
): Promise<MadeRow> {
  const { externalId, people, startsAt: openedAt, endsAt: closedAt } = visit;
  const id = newId();
  await services.records.insert(tx, actor, {
    ...people,
    ...origin,
    id,
    chiefComplaint: visit.said,
    openedAt,
    closedAt,
    isOpenedAlone: false,
  });
  return { kind: 'encounter', externalId, internalId: id };
}

function peopleOf({ ids }: ImportRun, { patientId, providerId, organizationId }: SourceVisit) {
  return {
    patientId: ids.require('patient', patientId, 'is of a patient who was not imported'),
    doctorId: ids.require('provider', providerId, 'is of a provider who was not imported'),
    departmentId: ids.require('organization', organizationId, 'is of an organization that was not imported'),
  };
}
