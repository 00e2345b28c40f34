import type { Document, UUID } from 'mongodb';

export interface NoteSearch {
  /** All of them must occur. */
  words: readonly string[];
  patientIds: readonly UUID[];
  /** Where the page before ended. */
  after: { createdAt: Date; id: UUID } | null;
  limit: number;
}

/** The newest documents of these patients that contain every word. MySQL then says which of them the asker may see. */
export const noteSearch = ({ words, patientIds, after, limit }: NoteSearch): Document[] => [
  // Quoted words are all required; bare ones would be alternatives.
  {
    $match: {
      $text: { $search: words.map((word) => `"${word}"`).join(' ') },
      patientId: { $in: patientIds },
    },
  },
  // Behind the last page.
  ...(after === null ? [] : [{ $match: behind(after) }]),
  // Newest first; the id breaks ties.
  { $sort: { createdAt: -1, _id: -1 } },
  { $limit: limit },
  // The text is read only for what MySQL lets through.
  { $project: { _id: 1, createdAt: 1 } },
];

const behind = ({ createdAt, id }: { createdAt: Date; id: UUID }): Document => ({
  $or: [{ createdAt: { $lt: createdAt } }, { createdAt: { $eq: createdAt }, _id: { $lt: id } }],
});
