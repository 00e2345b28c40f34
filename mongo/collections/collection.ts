import type { Document, IndexDescription } from 'mongodb';

/** One MongoDB collection as it must be: created and kept so by `server/src/documents/ensure-collections.ts`. */
export interface CollectionDefinition {
  readonly name: string;
  /** What MongoDB refuses to store otherwise. Agrees with the API's types; a test holds the two together. */
  readonly validator: Document;
  readonly indexes: readonly IndexDescription[];
}

const uuid = { bsonType: 'binData' };

/** What every clinical document carries: whose it is, who wrote it, and its hash. Never a state: MySQL holds that. */
export const documentProperties = {
  _id: uuid,
  recordUuid: uuid,
  patientId: uuid,
  authorId: uuid,
  createdAt: { bsonType: 'date' },
  sha256: { bsonType: 'binData' },
};

export const documentRequired = ['_id', 'recordUuid', 'patientId', 'authorId', 'createdAt', 'sha256'];
