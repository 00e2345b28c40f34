import { type Guard, guard, guardInLayers } from './guard.js';

const src = 'server/src';
const notes = 'server/test/clinical/notes.test.ts';
const delivery = 'server/test/clinical/document-delivery.test.ts';
const leases = 'server/test/clinical/document-leases.test.ts';
const vault = 'server/test/access/vault.test.ts';

/** Documents on their way from MySQL to MongoDB: sealed, delivered, read back, compared. */
export const documentGuards: readonly Guard[] = [
  guard(
    'the outbox row of a document',
    [
      `${src}/documents/documents.service.ts`,
      'await this.outbox.insert(tx, document, this.options.vault.seal(plain, uuidBytes(document.id)));',
    ],
    [delivery, 'ends with a read-back'],
  ),
  guard(
    'the sealing of what MySQL keeps of a document',
    [
      `${src}/documents/documents.service.ts`,
      'this.options.vault.seal(plain, uuidBytes(document.id))',
      'plain',
    ],
    [notes, 'leaves no clinical text in MySQL but sealed'],
  ),
  guard(
    'the read-back of what was delivered',
    [
      `${src}/documents/delivery-relay.ts`,
      'return document !== undefined && verified(document, sha256) !== null;',
      'return document !== null;',
    ],
    [delivery, 'happens again where MongoDB lost'],
  ),
  guard(
    'the read-back after MongoDB has restarted',
    [`${src}/documents/delivery-relay.ts`, 'await this.parts.outbox.recheckRecent();'],
    [delivery, 'happens again where MongoDB lost'],
  ),
  guard(
    'the window in which MySQL keeps a body',
    [`${src}/documents/outbox.repository.ts`, "\n      .where('delivered_at', '<=', windowStart)"],
    [delivery, 'keeps the body until the window is over'],
  ),
  guard(
    'the state of a document whose body is wiped',
    [
      `${src}/documents/outbox.repository.ts`,
      "\n      .where('state', '=', 'delivered')\n      .where('delivered_at', '<=', windowStart)",
      "\n      .where('delivered_at', '<=', windowStart)",
    ],
    [leases, 'keeps the body of a document that is to be delivered again'],
  ),
  guard(
    'the lease of a relay',
    [`${src}/documents/outbox.repository.ts`, 'due_at: inSeconds(leaseSeconds), attempts', 'attempts'],
    [leases, 'gives a document to one relay'],
  ),
  guard(
    'the hash of what is shown',
    [
      `${src}/documents/documents.service.ts`,
      'return contentHash(content).equals(sha256) ? content : null;',
      'return sha256 ? content : null;',
    ],
    [delivery, 'never shows an altered document'],
  ),
  guard(
    'the reconciler’s look for missing documents',
    [
      `${src}/documents/reconciler.ts`,
      'if (!hashes.get(documentId)?.equals(sha256)) missing.push(documentId);',
      'if (!hashes) missing.push(documentId, String(sha256));',
    ],
    [delivery, 'is compared by the reconciler'],
  ),
  guard(
    'the reconciler’s quarantine of strays',
    [
      `${src}/documents/reconciler.ts`,
      'for (const id of strays) await this.documents.quarantine(collection, id);',
    ],
    [delivery, 'is compared by the reconciler'],
  ),
  guardInLayers(
    'what sealed bytes are bound to',
    [
      { file: `${src}/lib/secrets.ts`, text: 'nonce).setAAD(boundTo);', instead: 'nonce);' },
      {
        file: `${src}/lib/secrets.ts`,
        text: 'decipher.setAAD(boundTo).setAuthTag',
        instead: 'decipher.setAuthTag',
      },
    ],
    [vault, 'does not open for another owner'],
  ),
  guard(
    'the length of a seal’s tag',
    [`${src}/lib/secrets.ts`, ', { authTagLength: tagBytes }'],
    [vault, 'does not open when it was cut'],
  ),
];
