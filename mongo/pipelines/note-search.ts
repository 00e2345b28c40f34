import type { Document, UUID } from 'mongodb';

/** A word, and where it can be written in more than one way: all of them, and a pattern that finds any. */
export interface SearchedWord {
  text: string;
  spellings: { words: readonly string[]; pattern: string } | null;
}

export interface NoteSearch {
  /** All of them must occur. */
  words: readonly SearchedWord[];
  patientIds: readonly UUID[];
  /** Where the page before ended. */
  after: { createdAt: Date; id: UUID } | null;
  limit: number;
}

/** The newest documents of these patients that contain every word. MySQL then says which of them the asker may see. */
export const noteSearch = ({ words, patientIds, after, limit }: NoteSearch): Document[] => [
  { $match: { $text: { $search: searched(words) }, patientId: { $in: patientIds } } },
  // The index tells `ss` from `ß`: words that are written in two ways are looked for in what it found.
  ...words.flatMap(({ spellings }) =>
    spellings ? [{ $match: { text: { $regex: spellings.pattern, $options: 'i' } } }] : [],
  ),
  // Behind the last page.
  ...(after === null ? [] : [{ $match: behind(after) }]),
  // Newest first; the id breaks ties.
  { $sort: { createdAt: -1, _id: -1 } },
  { $limit: limit },
  // The text is read only for what MySQL lets through.
  { $project: { _id: 1, createdAt: 1 } },
];

/** Quoted words are all required; bare ones are alternatives, and count only where there is no quoted one. */
function searched(words: readonly SearchedWord[]): string {
  const required = words.filter(({ spellings }) => spellings === null).map(({ text }) => `"${text}"`);
  if (required.length > 0) return required.join(' ');
  return (words[0]?.spellings?.words ?? []).join(' ');
}

const behind = ({ createdAt, id }: { createdAt: Date; id: UUID }): Document => ({
  $or: [{ createdAt: { $lt: createdAt } }, { createdAt: { $eq: createdAt }, _id: { $lt: id } }],
});
