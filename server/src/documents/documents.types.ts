import type { JsonObject } from './canonical-json.js';

export type CollectionName = 'clinical_notes' | 'observations';

/** A document that the current transaction accepts: from its commit on it cannot be lost. */
export interface NewDocument {
  id: string;
  collection: CollectionName;
  patientId: string;
  /** Its `documentId` is `id`. */
  content: JsonObject;
  /** SHA-256 of the canonical JSON of `content`. */
  sha256: Buffer;
}

/** Where a document is to be found, and what it must hash to. */
export interface DocumentRef {
  documentId: string;
  collection: CollectionName;
  sha256: Buffer;
  /** The body as MySQL still holds it; `undefined` when the query did not ask for it. */
  sealedBody?: Buffer | null;
}

/** How long things take on their way to MongoDB. Tests shorten them. */
export interface DeliveryTimes {
  /** How long a request waits for MongoDB before it leaves the delivery to the relay. */
  budgetMs: number;
  /** After a failure requests do not try MongoDB for so long: the relay does. */
  awayForMs: number;
  /** How long after delivery a body stays in MySQL at least, and when it is read back. */
  readBackAfterSeconds: number;
  /** How long the relay leaves a document to the request that accepted it. */
  graceSeconds: number;
  /** How often the relay looks when there was nothing to do. */
  idleMs: number;
  /** How often the reconciler compares one range of each store. */
  reconcileEveryMs: number;
  /** After so many refusals of MongoDB a document is parked. */
  parkAfterRefusals: number;
  /** How long the relay leaves a parked document alone. */
  parkedForSeconds: number;
}

export const deliveryTimes: DeliveryTimes = {
  budgetMs: 200,
  awayForMs: 1_000,
  readBackAfterSeconds: 15 * 60,
  graceSeconds: 1,
  idleMs: 1_000,
  reconcileEveryMs: 3 * 60_000,
  parkAfterRefusals: 5,
  parkedForSeconds: 60 * 60,
};
