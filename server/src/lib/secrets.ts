import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createPrivateKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** A key for one purpose, derived from MEDWEAVE_SECRET (HKDF-SHA-256, RFC 5869). Purposes never share a key. */
export function deriveKey(secret: string, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'medweave', purpose, bytes));
}

/** The same as a key object, for MACs made by every request: from a Buffer, Node would prepare the key anew each time. */
export const deriveMacKey = (secret: string, purpose: string): KeyObject =>
  createSecretKey(deriveKey(secret, purpose));

/** The ES256 signing key that every process with the same secret arrives at: nothing to store, nothing to share. */
export function deriveSigningKey(secret: string): KeyObject {
  const curve = createECDH('prime256v1');
  for (let attempt = 0; ; attempt++) {
    const scalar = deriveKey(secret, `jwt-es256-${attempt}`);
    try {
      curve.setPrivateKey(scalar);
    } catch {
      continue; // outside the curve's order: one chance in 2^32
    }
    const point = curve.getPublicKey();
    const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
    const jwk = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33), d: scalar.toString('base64url') };
    return createPrivateKey({ format: 'jwk', key: jwk });
  }
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals what must not be read where it lies: clinical text in MySQL, list positions in URLs. AES-256-GCM, laid out as
 * 12 bytes nonce, 16 bytes tag, ciphertext.
 */
export class Vault {
  readonly #key: KeyObject;

  constructor(secret: string, purpose = 'document-vault') {
    this.#key = createSecretKey(deriveKey(secret, purpose));
  }

  /** @param boundTo what it belongs to, e.g. the document's id: sealed bytes that were moved elsewhere do not open. */
  seal(plain: Buffer, boundTo: Buffer): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(boundTo);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** @throws when the bytes were changed or cut, or sealed for something else or with another secret. */
  open(sealed: Buffer, boundTo: Buffer): Buffer {
    const nonce = sealed.subarray(0, nonceBytes);
    // The length is demanded: GCM would take a tag cut to four bytes, which can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(boundTo).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  }
}
