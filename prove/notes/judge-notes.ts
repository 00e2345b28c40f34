import { createHash } from 'node:crypto';
import type { ClinicalNote } from '../../server/src/notes/notes.types.js';
import { answerOf, type Errand, isDone } from '../clients/errands.js';
import { linesOf, shortest } from '../clients/shortest.js';
import type { Broken } from '../kernel/proof.js';
import type { KeptDocument, KnownVersion } from './both-stores.js';
import type { Acknowledged } from './note-clients.js';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A note's story without its text, which is long. */
const storyOf = ({ noteId, errands, text }: Acknowledged): string[] => [
  `note ${noteId}, whose text has the SHA-256 ${hashOf(text)}`,
  ...linesOf(errands.flatMap(({ requests }) => requests)).map((line) =>
    line.replace(/"text":"[^"]*"/, '"text":…'),
  ),
];

/** Each note's author read it right after it was acknowledged. MongoDB's absence is no excuse: MySQL has the text. */
export function judgeReadAtOnce(notes: readonly Acknowledged[]): Broken[] {
  const unread = notes.filter(({ read, text }) => answerOf<ClinicalNote>(read)?.text !== text);
  const putOff = notes.filter(({ read }) =>
    read.requests.some(({ code }) => code === 'mongo_unavailable' || code === 'document_unavailable'),
  );
  return [
    ...shortest('a note was not read as it was acknowledged, by its author and at once', unread.map(storyOf)),
    ...shortest('a note had to wait for MongoDB to be read by its author', putOff.map(storyOf)),
  ];
}

/** Every acknowledged text is in MongoDB, under its record, patient and author. */
export function judgeKept(notes: readonly Acknowledged[], documents: readonly KeptDocument[]): Broken[] {
  const newest = new Map<string, KeptDocument>();
  for (const document of documents)
    if (document.version >= (newest.get(document.noteId)?.version ?? 0))
      newest.set(document.noteId, document);
  const lost = notes.filter(({ noteId, text }) => {
    const document = newest.get(noteId);
    return document === undefined || hashOf(document.text) !== hashOf(text);
  });
  const misplaced = notes.filter(({ noteId, recordUuid, patientId, author }) => {
    const document = newest.get(noteId);
    const isHome =
      document?.recordUuid === recordUuid &&
      document.patientId === patientId &&
      document.authorId === author.who.user.id;
    return document !== undefined && !isHome;
  });
  return [
    ...shortest('an acknowledged note is not in MongoDB as it was sent', lost.map(storyOf)),
    ...shortest('a note lies under a foreign record, patient or author', misplaced.map(storyOf)),
  ];
}

/** What was refused is nowhere, and nothing is there that was not acknowledged. */
export function judgeForeign(
  foreign: readonly Errand[],
  notes: readonly Acknowledged[],
  versions: readonly KnownVersion[],
  documents: readonly KeptDocument[],
): Broken[] {
  const accepted = foreign.filter((errand) => isDone(errand));
  const texts = new Set(foreign.map(({ wanted }) => (wanted.body as { text: string }).text));
  const stored = documents.filter(({ text }) => texts.has(text));
  const acknowledged = new Set(notes.map(({ noteId }) => noteId));
  const untold = versions.filter(({ noteId }) => !acknowledged.has(noteId));
  return [
    ...shortest(
      'a note was accepted for a record that is not its author’s or not its patient’s',
      accepted.map((errand) => linesOf(errand.requests)),
    ),
    ...shortest(
      'a refused note is in MongoDB',
      stored.map(({ documentId }) => [`document ${documentId}`]),
    ),
    ...shortest(
      'MySQL has a note that nobody was told of',
      untold.map(({ noteId }) => [`note ${noteId}`]),
    ),
  ];
}

/** Both stores have the same documents, and nothing is on its way any more. */
export function judgeOrphans(
  versions: readonly KnownVersion[],
  documents: readonly KeptDocument[],
  notes: readonly Acknowledged[],
): Broken[] {
  const known = new Set(versions.map(({ documentId }) => documentId));
  const kept = new Set(documents.map(({ documentId }) => documentId));
  const stories = new Map(notes.map((note) => [note.noteId, note]));
  const historyOf = (
    what: string,
    { documentId, noteId }: { documentId: string; noteId: string },
  ): string[] => {
    const note = stories.get(noteId);
    return [`${what} ${documentId}`, ...(note ? storyOf(note) : [])];
  };
  return [
    ...shortest(
      'MySQL refers to a document that MongoDB does not have',
      versions.filter(({ documentId }) => !kept.has(documentId)).map((row) => historyOf('document', row)),
    ),
    ...shortest(
      'MongoDB has a document that MySQL does not refer to',
      documents.filter(({ documentId }) => !known.has(documentId)).map((row) => historyOf('document', row)),
    ),
    ...shortest(
      'a note is missing in the register of documents',
      versions.filter(({ state }) => state === null).map((row) => historyOf('document', row)),
    ),
  ];
}

/** Read through the API once MySQL has forgotten the bodies, each note is what was sent. */
export function judgeReadBack(readings: readonly { note: Acknowledged; errand: Errand }[]): Broken[] {
  const wrong = readings.filter(({ note, errand }) => {
    const read = answerOf<ClinicalNote>(errand);
    const isHome = read?.recordUuid === note.recordUuid && read.patientId === note.patientId;
    return !isHome || hashOf(read.text) !== hashOf(note.text);
  });
  return shortest(
    'an acknowledged note does not read back as it was sent',
    wrong.map(({ note, errand }) => [...storyOf(note), ...linesOf(errand.requests)]),
  );
}
