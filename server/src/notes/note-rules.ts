import type { NewEvent } from '../events/events.repository.js';
import type { Actor } from '../lib/actor.js';
import { AppError, conflict, invalid } from '../lib/errors.js';
import type { NoteRef, PostNote } from './notes.types.js';

export interface Signing {
  signedAt: Date | null;
  releasedAt: Date | null;
}

/** Signed notes are released to the patient unless they are sensitive or it is said otherwise. */
export function signingOf(
  request: { sign?: boolean; release?: boolean },
  isSensitive: boolean,
  now: Date,
): Signing {
  const signedAt = request.sign === true ? now : null;
  return { signedAt, releasedAt: isSensitive || request.release === false ? null : signedAt };
}

export const statedBy = ({ signedAt, releasedAt }: Signing) => ({
  state: signedAt === null ? ('draft' as const) : ('signed' as const),
  signedAt: signedAt?.toISOString() ?? null,
  releasedAt: releasedAt?.toISOString() ?? null,
});

export function eventOf(kind: string, note: NoteRef): NewEvent {
  const { id, recordUuid, patientId, authorId, version, state, addendumTo, sha256 } = note;
  const payload = { recordUuid, authorId, noteKind: note.kind, version, state, addendumTo };
  return { kind, subjectId: id, patientId, payload, detail: { version, state, sha256 } };
}

export const wrongState = (detail: string): AppError => conflict('invalid_transition', { detail });

export function requireKind(actor: Actor, kind: PostNote['kind']): void {
  if (actor.role === 'nurse' && kind !== 'nursing')
    throw new AppError('forbidden', { detail: 'A nurse writes nursing notes only.' });
}

/** Half a character cannot be stored in either store, so its hash would never match. */
export function requireText(text: string): void {
  if (!text.isWellFormed()) throw invalid('body.text', 'must be well-formed Unicode');
}
