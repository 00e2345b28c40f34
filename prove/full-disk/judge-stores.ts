import { MongoClient } from 'mongodb';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { StoreUrls } from '../../server/src/compose.js';
import { databaseName } from '../../server/src/lib/mongo.js';
import type { Broken } from '../kernel/proof.js';

/** Whether the stores find their own files whole. */
export async function judgeStores({ mysqlUrl, mongoUrl }: StoreUrls): Promise<Broken[]> {
  const damaged = [...(await damagedTables(mysqlUrl)), ...(await damagedCollections(mongoUrl))];
  return damaged.map((what) => ({ what: `a store's file is damaged: ${what}` }));
}

async function damagedTables(mysqlUrl: string): Promise<string[]> {
  const connection = await createConnection({ uri: mysqlUrl });
  try {
    const [tables] = await connection.query<RowDataPacket[]>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    );
    const names = tables.map(({ name }) => `\`${name}\``).join(', ');
    const [checks] = await connection.query<RowDataPacket[]>(`CHECK TABLE ${names}`);
    const bad = checks.filter(
      ({ Msg_type, Msg_text }) => Msg_type === 'error' || (Msg_type === 'status' && Msg_text !== 'OK'),
    );
    return bad.map(({ Table, Msg_text }) => `${Table}: ${Msg_text}`);
  } finally {
    await connection.end();
  }
}

async function damagedCollections(mongoUrl: string): Promise<string[]> {
  const client = new MongoClient(mongoUrl, { serverSelectionTimeoutMS: 2_000 });
  try {
    const db = client.db(databaseName(mongoUrl));
    const bad: string[] = [];
    for (const { name } of await db.listCollections().toArray()) {
      const { valid } = await db.command({ validate: name, full: true });
      if (valid !== true) bad.push(name);
    }
    return bad;
  } finally {
    await client.close();
  }
}
