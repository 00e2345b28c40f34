import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createPrivateKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** A key for one purpose, derived from MEDWEAVE_SECRET (HKDF-SHA-256, RFC 5869). Purposes never share a key. */
export function deriveKey(secret: string, purpose: string, bytes = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'medweave', purpose, bytes));
}

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

/** Seals clinical text for its stay in MySQL: AES-256-GCM, laid out as 12 bytes nonce, 16 bytes tag, ciphertext. */
export class Vault {
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = deriveKey(secret, 'document-vault');
  }

  /** @param boundTo the document's id: a sealed body moved to another row does not open. */
  seal(plain: Buffer, boundTo: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(boundTo);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** @throws when the body was changed, or sealed for another document or with another secret. */
  open(sealed: Buffer, boundTo: Buffer): Buffer {
    const cipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, 12)).setAAD(boundTo);
    cipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]);
  }
}
