import { BSON } from 'mongodb';
import { eventually } from '../../server/test/clinical/clinical-cast.js';
import type { Verdicts } from '../kernel/verdicts.js';
import type { Canary } from './canaries.js';
import type { Scene } from './scene.js';
import type { Heard } from './teller.js';

/** Looks for every canary where it must not be, and for what shows that the place was really looked at. */
interface Look {
  readonly scene: Scene;
  readonly verdicts: Verdicts;
}

const namesOf = (found: readonly Canary[]): string[] =>
  found.slice(0, 10).map(({ name, value }) => `${name}: ${value}`);

const shown = ({ method, path, status }: Heard): string => `${method} ${path} → ${status}`;

export function inRefusals({ scene: { teller, canaries }, verdicts }: Look): void {
  const refused = teller.heard.filter(({ status }) => status >= 400);
  verdicts.expect(refused.length > 40, 'requests were refused', [`${refused.length} were`]);
  for (const each of refused) {
    const text = JSON.stringify(each.body);
    const repeated = canaries.in(text).filter(({ isToldBack }) => !isToldBack);
    verdicts.expect(repeated.length === 0, `${each.method} is refused in words that repeat no value`, [
      `${shown(each)} ${text.slice(0, 400)}`,
      ...namesOf(repeated),
    ]);
  }
}

/** Headers name places and cursors name positions: both stand in URLs. */
export function inUrls({ scene: { teller, canaries }, verdicts }: Look): void {
  const cursors = teller.heard.flatMap(({ body }) => cursorOf(body));
  verdicts.expect(cursors.length > 0, 'lists went on', []);
  for (const cursor of cursors) {
    const text = `${cursor} ${Buffer.from(cursor, 'base64url').toString('latin1')}`;
    verdicts.expect(canaries.in(text).length === 0, 'a position in a list says nothing', [cursor]);
  }
  for (const each of teller.heard) {
    const text = JSON.stringify(each.headers);
    verdicts.expect(canaries.in(text).length === 0, 'the headers of answers say nothing', [
      ...[`${shown(each)} ${text}`],
      ...namesOf(canaries.in(text)),
    ]);
  }
}

const cursorOf = (body: unknown): string[] =>
  typeof body === 'object' && body !== null && 'nextCursor' in body && typeof body.nextCursor === 'string'
    ? [body.nextCursor]
    : [];

const claims = ['aud', 'exp', 'iat', 'iss', 'sid', 'sub'];

export function inTokens({ scene: { teller, canaries }, verdicts }: Look): void {
  verdicts.expect(teller.tokens.access.length > 0, 'people signed in', []);
  for (const token of teller.tokens.access) {
    const [head = '', payload = ''] = token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString());
    const names = Object.keys(JSON.parse(payload) as object).sort();
    const isBare = names.join() === claims.join() && canaries.in(`${head} ${payload}`).length === 0;
    verdicts.expect(isBare, 'an access token names the session, and nothing else', [head, payload]);
  }
}

export function inLogs({ scene: { teller, canaries }, verdicts }: Look, text: string): void {
  verdicts.expect(text.split('\n').length > 100, 'there is a log', []);
  const unforeseen = '"code":"internal_error"';
  verdicts.expect(text.includes(unforeseen), 'the log tells of the failure that nobody foresaw', []);
  const tokens = [...teller.tokens.access, ...teller.tokens.refresh];
  const secrets = tokens.filter((token) => text.includes(token));
  verdicts.expect(secrets.length === 0, 'no token is in the log', linesWith(text, secrets));
  const found = canaries.in(text);
  verdicts.expect(found.length === 0, 'nothing of a patient is in the log', [
    ...namesOf(found),
    ...linesWith(
      text,
      found.map(({ value }) => value),
    ),
  ]);
}

const linesWith = (text: string, values: readonly string[]): string[] =>
  text
    .split('\n')
    .filter((line) => values.some((value) => line.includes(value)))
    .slice(0, 5);

export async function inMetrics({ scene: { canaries }, verdicts }: Look, baseUrl: string): Promise<void> {
  const text = await (await fetch(`${baseUrl}/metrics`)).text();
  verdicts.expect(text.includes('medweave_request_seconds'), 'there are metrics', []);
  verdicts.expect(canaries.in(text).length === 0, 'nothing of a patient is in the metrics', [
    ...namesOf(canaries.in(text)),
  ]);
}

export async function inRedis({ scene, verdicts }: Look): Promise<void> {
  const { redis, canaries, teller, patientIds, on } = scene;
  const text = `${redis.commands.join('\n')}\n${await redis.kept()}`;
  verdicts.expect(text.includes(`lock:doctor:${on.doctor.doctor.id}`), 'Redis was asked for a lock', []);
  const found = [...namesOf(canaries.in(text)), ...patientIds.filter((id) => text.includes(id))];
  verdicts.expect(found.length === 0, 'nothing of a patient reaches Redis', found);
  const tokens = [...teller.tokens.access, ...teller.tokens.refresh].filter((each) => text.includes(each));
  verdicts.expect(tokens.length === 0, 'no token reaches Redis', []);
}

/** Every canary lies in its homes, at least in the first one, and nowhere else in either store. */
export async function inStores({ scene, verdicts }: Look): Promise<void> {
  const { canaries, teller } = scene;
  await eventually('every document is delivered', async () => {
    const pending = await scene.stores.rows("SELECT 1 FROM document_outbox WHERE state = 'pending' LIMIT 1");
    return pending.length === 0;
  });
  const places = new Map([...(await tables(scene)), ...(await collections(scene))]);
  const lies = new Map(canaries.all.map((canary) => [canary, [] as string[]]));
  for (const [place, text] of places) {
    for (const canary of canaries.in(text)) lies.get(canary)?.push(place);
    const tokens = [...teller.tokens.access, ...teller.tokens.refresh].filter((each) => text.includes(each));
    verdicts.expect(tokens.length === 0, `no token lies in ${place}`, []);
  }
  for (const [{ name, value, homes }, found] of lies) {
    const elsewhere = found.filter((place) => !homes.includes(place));
    const [home] = homes;
    verdicts.expect(elsewhere.length === 0, `${name} lies in ${homes.join(', ') || 'no store'}`, [
      `${value} also lies in ${elsewhere.join(', ')}`,
    ]);
    verdicts.expect(home === undefined || found.includes(home), `${name} is kept in ${home}`, [value]);
  }
}

async function tables({ stores }: Scene): Promise<[string, string][]> {
  const names = await stores.rows(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const texts: [string, string][] = [];
  for (const { name } of names) {
    const rows = await stores.rows(`SELECT * FROM \`${String(name)}\``);
    texts.push([String(name), rows.map((row) => Object.values(row).map(textOf).join('\n')).join('\n')]);
  }
  return texts;
}

async function collections({ stores: { mongo } }: Scene): Promise<[string, string][]> {
  const texts: [string, string][] = [];
  for (const { name } of await mongo.db().listCollections().toArray()) {
    const documents = await mongo.db().collection(name).find().toArray();
    texts.push([name, BSON.EJSON.stringify(documents)]);
  }
  return texts;
}

function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
