import { Binary, BSON, type Document, UUID } from 'mongodb';
import { sha256 } from '../lib/ids.js';
import { canonicalJson, type JsonObject, type JsonValue } from './canonical-json.js';

/** Fields that are UUIDs in the API and BSON UUIDs in MongoDB; `_id` is `documentId` in the content. */
const uuidFields = new Set(['recordUuid', 'patientId', 'authorId', 'noteId', 'addendumTo']);
const instantFields = new Set(['createdAt', 'observedAt']);
/** MongoDB's limits: it refuses a larger document, and hangs up on one that is deeper than 180 levels or so. */
const largestDocument = 16 * 1_024 * 1_024;
const deepestLevels = 100;

/** A document as MongoDB stores it: its content with BSON types, and the hash of the content beside it. */
export interface StoredDocument extends Document {
  _id: UUID;
  sha256: Binary;
}

export const contentHash = (content: JsonObject): Buffer => sha256(canonicalJson(content));

/** The MongoDB document of a content. The content's `documentId` becomes `_id`. */
export function storedOf(content: JsonObject, hash: Buffer): StoredDocument {
  const { documentId, ...fields } = content;
  const stored: StoredDocument = { _id: new UUID(String(documentId)), sha256: new Binary(hash) };
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) stored[name] = bsonOf(name, value);
  return stored;
}

/** The content of a MongoDB document, to be hashed again: `storedOf` read backwards. */
export function contentOf(stored: Document): JsonObject {
  const { _id, sha256: _hash, ...fields } = stored;
  const content: JsonObject = { documentId: textOfUuid(_id) };
  for (const [name, value] of Object.entries(fields)) content[name] = jsonOf(value);
  return content;
}

/** Whether it has but well-formed texts, numbers and the like, such as a note: nothing that BSON could take otherwise. */
export const isFlat = (content: JsonObject): boolean =>
  Object.values(content).every((value) =>
    typeof value === 'string' ? value.isWellFormed() : typeof value !== 'object' || value === null,
  );

/** Whether MongoDB's driver can write this content, and reads back what hashes to the same. */
export function isStorable(content: JsonObject, hash: Buffer): boolean {
  try {
    const bytes = BSON.serialize(storedOf(content, hash));
    const isWithinLimits = bytes.length <= largestDocument && !isDeeperThan(deepestLevels, content);
    return isWithinLimits && contentHash(contentOf(BSON.deserialize(bytes))).equals(hash);
  } catch {
    return false; // whatever is wrong with it, MongoDB would not get it
  }
}

const isDeeperThan = (levels: number, value: JsonValue | undefined): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member)));

function bsonOf(name: string, value: JsonValue): unknown {
  if (typeof value !== 'string') return value;
  if (uuidFields.has(name)) return new UUID(value);
  return instantFields.has(name) ? new Date(value) : value;
}

/** Only the document's own fields have BSON types; what lies deeper is JSON as it came. */
function jsonOf(value: unknown): JsonValue {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'not an instant' : value.toISOString();
  if (value instanceof Binary) return textOfUuid(value);
  return value as JsonValue;
}

/** Bytes that are no UUID give a text that no content has, so that the hash will not match. */
const textOfUuid = (value: unknown): string =>
  value instanceof Binary && value.sub_type === Binary.SUBTYPE_UUID
    ? value.toUUID().toString()
    : 'not a UUID';
