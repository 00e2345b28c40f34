import { ConfigError } from '../../lib/errors.js';
import type { NoteKind } from '../../notes/notes.types.js';
import { made, type ReadyRow, writeRows } from '../import-rows.js';
import type { ImportRun } from '../import-run.js';
import type { SyntheaStep } from './synthea-import.js';
import { Transcriptions } from './transcriptions.js';
import { isStay, type SourceVisit } from './visits.js';

/**
 * Each imported encounter gets a signed note, written by its attending doctor when it ended and released to the
 * patient. The record is closed by then: history needs no open record, so the notes service is asked to insert.
 */
export const importNotes: SyntheaStep = async ({ run, notesFile, visits }) => {
  if (notesFile === null) return;
  const texts = await Transcriptions.read(notesFile);
  if (texts.count === 0)
    throw new ConfigError(`${notesFile} holds no transcription that could become a note.`);
  const tally = run.tally('notes, one per encounter', 'note');
  let fitting = 0;
  const ready: ReadyRow[] = [];
  for (const visit of visits) {
    tally.read++;
    const { text, isFitting } = texts.drawnFor(visit);
    const row = made(tally, visit.line, () => readyRow(run, visit, text));
    if (!row) continue;
    ready.push(row);
    if (isFitting) fitting++;
  }
  await writeRows(run, tally, ready);
  run.explain(
    `${fitting} notes are of a specialty that fits the encounter, ${ready.length - fitting} of any: the file has too few that fit.`,
  );
  if (texts.unusable > 0)
    run.explain(`${texts.unusable} transcriptions have no usable text and became no note.`);
};

function readyRow(run: ImportRun, visit: SourceVisit, text: string): ReadyRow {
  const { services, actor, ids } = run;
  const { externalId, endsAt } = visit;
  const recordUuid = ids.require('encounter', externalId, 'is of an encounter that was not imported');
  const patientId = ids.require('patient', visit.patientId, 'is of a patient who was not imported');
  const authorId = ids.require('sign_in', visit.providerId, 'is of a provider who was not imported');
  return {
    externalId,
    line: visit.line,
    async write(tx) {
      const note = services.notes.prepare({
        recordUuid,
        patientId,
        authorId,
        kind: kindOf(visit),
        text,
        isSensitive: false,
        addendumTo: null,
        createdAt: endsAt,
        signedAt: endsAt,
        releasedAt: endsAt,
      });
      const { id } = await services.notes.insert(tx, actor, note);
      return [{ kind: 'note', externalId, internalId: id }];
    },
  };
}

function kindOf(visit: SourceVisit): NoteKind {
  if (isStay(visit)) return 'discharge';
  if (/consult/i.test(visit.description)) return 'consultation';
  return /outpatient procedure|surg/i.test(visit.description) ? 'procedure' : 'progress';
}
