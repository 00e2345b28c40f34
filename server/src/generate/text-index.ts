import type { Db as MongoDb } from 'mongodb';
import { clinicalNotes } from '../../../mongo/collections/clinical-notes.js';
import type { Progress } from '../lib/progress.js';

const isTextIndex = ({ key }: (typeof clinicalNotes.indexes)[number]): boolean =>
  Object.values(key).includes('text');

/**
 * Writes notes and makes them searchable afterwards: word by word into an index that grows takes several times as long
 * as all the rest of a document. Only where there are no notes yet; search has nothing to find then. Whatever ends the
 * writing, the index is made; after a crash the next start of the server makes it.
 */
export async function indexedAfterwards(
  mongo: MongoDb,
  progress: Progress,
  write: () => Promise<void>,
): Promise<void> {
  const notes = mongo.collection(clinicalNotes.name);
  const textIndexes = clinicalNotes.indexes.filter(isTextIndex);
  const isEmpty = (await notes.findOne({}, { projection: { _id: 1 } })) === null;
  if (!isEmpty) return write();
  for (const { name = '' } of textIndexes) await notes.dropIndex(name);
  try {
    await write();
  } finally {
    progress.enter('text index of the notes');
    progress.advance(0);
    await notes.createIndexes(textIndexes);
  }
}
