import { totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { isMysqlError } from '../lib/mysql-errors.js';
import type { BulkWay } from './rows/bulk-link.js';

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;

/** What bulk loading wants of a server: the pages of the indexes in memory, and a redo log that is not full all the time. */
const wishes = (): Readonly<Record<string, number>> => ({
  innodb_buffer_pool_size: Math.min(
    Math.floor(totalmem() / 5 / (128 * mebibyte)) * 128 * mebibyte,
    4 * gibibyte,
  ),
  innodb_redo_log_capacity: 4 * gibibyte,
});

/** A server whose settings were changed for a while. */
export interface PreparedServer {
  way: BulkWay;
  restore(): Promise<void>;
}

/** Fewer go through quickly as things are. */
const manyAppointments = 200_000;

/**
 * Permits LOAD DATA LOCAL for the time of the load, and for many appointments gives a server of this machine more memory,
 * as far as this account may: every change is undone by `restore`. Nothing of it is written to the server's configuration.
 */
export async function prepareServer(mysqlUrl: string, appointments: number): Promise<PreparedServer> {
  const connection = await createConnection({ uri: mysqlUrl, connectTimeout: 5_000 });
  const before = new Map<string, number>();
  try {
    const canLoad =
      (await settingOf(connection, 'local_infile')) === 1 ||
      (await raise(connection, before, 'local_infile', 1));
    if (appointments > manyAppointments && isOfThisMachine(mysqlUrl))
      for (const [name, wanted] of Object.entries(wishes()))
        if ((await settingOf(connection, name)) < wanted) await raise(connection, before, name, wanted);
    return { way: canLoad ? 'load' : 'insert', restore: () => restore(mysqlUrl, before) };
  } finally {
    connection.destroy();
  }
}

const isOfThisMachine = (mysqlUrl: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(mysqlUrl).hostname);

async function settingOf(connection: Connection, name: string): Promise<number> {
  const [[row]] = await connection.query<RowDataPacket[]>(`SELECT @@GLOBAL.${name} AS value`);
  return Number(row?.value);
}

/** @returns false when this account may not */
async function raise(
  connection: Connection,
  before: Map<string, number>,
  name: string,
  value: number,
): Promise<boolean> {
  const old = await settingOf(connection, name);
  try {
    await connection.query(`SET GLOBAL ${name} = ${value}`);
  } catch (error) {
    if (!isMysqlError(error)) throw error;
    return false;
  }
  before.set(name, old);
  return true;
}

/** MySQL passes over a new size of the buffer pool while it is still busy with the last one. */
const restoreTries = 40;
const restorePauseMs = 250;

async function restore(mysqlUrl: string, before: ReadonlyMap<string, number>): Promise<void> {
  if (before.size === 0) return;
  const connection = await createConnection({ uri: mysqlUrl, connectTimeout: 5_000 });
  try {
    for (const [name, value] of before)
      for (let attempt = 0; attempt < restoreTries; attempt++) {
        await connection.query(`SET GLOBAL ${name} = ${value}`);
        if ((await settingOf(connection, name)) === value) break;
        await sleep(restorePauseMs);
      }
  } finally {
    connection.destroy();
  }
}
