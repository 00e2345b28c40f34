import type { Cursor, Instant, Uuid } from '../lib/wire.js';

/** What a note is for. An `addendum` adds to a signed note. */
export type NoteKind = 'progress' | 'nursing' | 'consultation' | 'discharge' | 'procedure' | 'addendum';
/** A `draft` can be revised, to a `signed` note one can only add; `entered_in_error` is withdrawn. */
export type NoteState = 'draft' | 'signed' | 'entered_in_error';

/** A clinical note, in its newest version. */
export interface ClinicalNote {
  /** Stays the same in all versions. An addendum names the note that it adds to by it, as `addendumTo`. */
  id: Uuid;
  /** The medical record it belongs to. */
  recordUuid: Uuid;
  /** Whom it is about: the medical record's patient. */
  patientId: Uuid;
  /** The user who wrote it. */
  authorId: Uuid;
  /** `addendum` when `addendumTo` is set. */
  kind: NoteKind;
  /** A draft is its author's alone; a signed note is never changed; `entered_in_error` is hidden from everybody else. */
  state: NoteState;
  /** Plain text, line breaks included, as its author wrote it. */
  text: string;
  /** Only the author reads it. */
  isSensitive: boolean;
  /** The note that this one adds to; `null` unless it is an addendum. */
  addendumTo: Uuid | null;
  /** SHA-256 of the stored document in hexadecimal, as the audit trail has it. */
  sha256: string;
  /** `null` unless it was signed. */
  signedAt: Instant | null;
  /** From then on the patient reads it; `null` while she may not. */
  releasedAt: Instant | null;
  /** When its first version was accepted. Lists go by it. */
  createdAt: Instant;
  /** When it was last revised, signed or withdrawn. */
  updatedAt: Instant;
  /**
   * Rises with every change of a draft; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** One version of a note's text. */
export interface NoteVersion {
  /** The note that had this text. */
  noteId: Uuid;
  /** The whole text of this version, not what changed. */
  text: string;
  /** SHA-256 of the stored document in hexadecimal. */
  sha256: string;
  /** When this version was written. */
  createdAt: Instant;
  /**
   * From 1 on. The note's own `version` is the newest.
   * @isInt
   */
  version: number;
}

/** The versions of a note, oldest first. */
export interface NoteVersions {
  /** All of them for the author, the signed one for everybody else. */
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
   * Plain text, kept as it is.
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
   * Plain text in place of the whole text before.
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
   * Plain text. The signed note stays as it is.
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
   * In words; kept with the note, and shown in no answer.
   * @minLength 3
   * @maxLength 500
   * @pattern \S
   */
  reason: string;
}

/** Which notes, newest first: of a record or of a patient. */
export interface ListNotes {
  /** Only those of this medical record. Either this or `patientId` is needed. */
  recordUuid?: Uuid;
  /** Only those of this patient. Either this or `recordUuid` is needed. */
  patientId?: Uuid;
  /** Only those of this kind; all kinds when absent. */
  kind?: NoteKind;
  /**
   * At most this many; 50 when absent.
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
   * At most this many; 50 when absent. A page may hold fewer and still have a `nextCursor`.
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
