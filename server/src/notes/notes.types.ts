import type { Cursor, Instant, Uuid } from '../lib/wire.js';

export type NoteKind = 'progress' | 'nursing' | 'consultation' | 'discharge' | 'procedure' | 'addendum';
export type NoteState = 'draft' | 'signed' | 'entered_in_error';

/** A clinical note, in its newest version. */
export interface ClinicalNote {
  id: Uuid;
  /** The medical record it belongs to. */
  recordUuid: Uuid;
  patientId: Uuid;
  /** The user who wrote it. */
  authorId: Uuid;
  kind: NoteKind;
  /** A draft is its author's alone; a signed note is never changed; `entered_in_error` is hidden from everybody else. */
  state: NoteState;
  text: string;
  /** Only the author reads it. */
  isSensitive: boolean;
  /** The note that this one adds to. */
  addendumTo: Uuid | null;
  /** SHA-256 of the stored document in hexadecimal, as the audit trail has it. */
  sha256: string;
  signedAt: Instant | null;
  /** From then on the patient reads it. */
  releasedAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** Rises with every change of a draft; send it as `If-Match`. */
  version: number;
}

/** One version of a note's text. */
export interface NoteVersion {
  noteId: Uuid;
  text: string;
  /** SHA-256 of the stored document in hexadecimal. */
  sha256: string;
  createdAt: Instant;
  version: number;
}

/** The versions of a note, oldest first. */
export interface NoteVersions {
  items: NoteVersion[];
}

/** A note for an open medical record of this patient. */
export interface PostNote {
  /** The id of the medical record. */
  recordUuid: Uuid;
  /** Whose record it is: a note with the wrong patient is refused. */
  patientId: Uuid;
  /** Nurses write `nursing` notes only. */
  kind: 'progress' | 'nursing' | 'consultation' | 'discharge' | 'procedure';
  /**
   * @minLength 1
   * @maxLength 100000
   * @pattern \S
   */
  text: string;
  /** Only the author will read it. */
  isSensitive?: boolean;
  /** Signs at once; otherwise it is a draft. */
  sign?: boolean;
  /** With `sign`: `false` keeps it from the patient. */
  release?: boolean;
}

/** The next version of a draft. */
export interface ReviseNote {
  /**
   * @minLength 1
   * @maxLength 100000
   * @pattern \S
   */
  text: string;
  /** Only the author will read it. As before when left out. */
  isSensitive?: boolean;
}

/** How a note is signed. */
export interface SignNote {
  /** `false` keeps it from the patient. Sensitive notes are never released. */
  release?: boolean;
}

/** What is added to a signed note. It becomes a note of its own. */
export interface AddAddendum {
  /**
   * @minLength 1
   * @maxLength 100000
   * @pattern \S
   */
  text: string;
  /** Signs at once; otherwise it is a draft. */
  sign?: boolean;
  /** With `sign`: `false` keeps it from the patient. */
  release?: boolean;
}

/** Why a note should not be there. */
export interface WithdrawNote {
  /**
   * @minLength 3
   * @maxLength 500
   * @pattern \S
   */
  reason: string;
}

/** Which notes, newest first: of a record or of a patient. */
export interface ListNotes {
  recordUuid?: Uuid;
  patientId?: Uuid;
  kind?: NoteKind;
  /**
   * @isInt
   * @minimum 1
   * @maximum 100
   */
  limit?: number;
  cursor?: Cursor;
}

/** Text search over the newest versions of the notes of one's own patients. */
export interface SearchNotes {
  /**
   * Words; a note must contain all of them.
   * @minLength 2
   * @maxLength 200
   * @pattern \S
   */
  q: string;
  /** Only notes of this patient. */
  patientId?: Uuid;
  /**
   * @isInt
   * @minimum 1
   * @maximum 100
   */
  limit?: number;
  cursor?: Cursor;
}

/** A note as MySQL knows it: everything but the text. It is also what a repeated request is answered from. */
export type NoteRef = Omit<ClinicalNote, 'text'>;

/** A note to be inserted as it is, e.g. by the import of a finished visit. */
export interface NewNote {
  recordUuid: string;
  patientId: string;
  authorId: string;
  kind: NoteKind;
  text: string;
  isSensitive: boolean;
  addendumTo: string | null;
  createdAt: Date;
  /** Set: signed from the start. */
  signedAt: Date | null;
  releasedAt: Date | null;
}

/** What a note's document in MongoDB says; its hash covers all of it. */
export type NoteContent = {
  documentId: string;
  noteId: string;
  version: number;
  recordUuid: string;
  patientId: string;
  authorId: string;
  kind: NoteKind;
  addendumTo: string | null;
  text: string;
  createdAt: string;
};
