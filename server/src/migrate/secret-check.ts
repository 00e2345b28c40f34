import { timingSafeEqual } from 'node:crypto';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { ConfigError } from '../lib/errors.js';
import { deriveKey, Vault } from '../lib/secrets.js';

/** One value for all keys: they are derived from the same secret. */
const purpose = 'all keys';
const checkOf = (secret: string): Buffer => deriveKey(secret, 'check-value');

/**
 * Holds the secret against the one that this clinic's data were sealed with. A clinic of before there was a check value
 * is asked for a sealed body that waits for MongoDB, if there is one. Reads only.
 * @throws ConfigError in words
 */
export async function requireSameSecret(connection: Connection, secret: string): Promise<void> {
  if (await hasTable(connection, 'secret_checks')) {
    const [[row]] = await connection.query<RowDataPacket[]>(
      'SELECT check_value FROM secret_checks WHERE purpose = ?',
      [purpose],
    );
    if (row) {
      if (!timingSafeEqual(row.check_value as Buffer, checkOf(secret))) throw anotherSecret();
      return;
    }
  }
  if (await hasTable(connection, 'document_outbox')) await requireOpens(connection, secret);
}

/** The first who starts writes it down. */
export async function keepCheckValue(connection: Connection, secret: string): Promise<void> {
  await connection.query(
    'INSERT IGNORE INTO secret_checks (purpose, check_value, created_at) VALUES (?, ?, NOW(3))',
    [purpose, checkOf(secret)],
  );
}

async function hasTable(connection: Connection, name: string): Promise<boolean> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?',
    [name],
  );
  return rows.length > 0;
}

async function requireOpens(connection: Connection, secret: string): Promise<void> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    'SELECT document_id, sealed_body FROM document_outbox WHERE sealed_body IS NOT NULL LIMIT 1',
  );
  if (!row) return;
  try {
    new Vault(secret).open(row.sealed_body as Buffer, row.document_id as Buffer);
  } catch (cause) {
    throw anotherSecret(cause);
  }
}

const anotherSecret = (cause?: unknown): ConfigError =>
  new ConfigError(
    'MEDWEAVE_SECRET is not the one that this database was filled with: passwords, sessions and sealed notes would be lost.\n' +
      'Start with the secret of before. docs/decisions/keys-from-one-secret.md says how to begin a new one.',
    { cause },
  );
