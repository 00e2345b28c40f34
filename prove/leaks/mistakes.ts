import type { SignedIn } from '../../server/src/auth/auth.types.js';
import { newId } from '../../server/src/lib/ids.js';
import { type Cast, openRecord, type Stores } from '../../server/test/clinical/clinical-cast.js';
import { type Column, columnsWith, matrix } from '../doors/matrix.js';
import { type Operation, operations, resolved } from '../doors/operations.js';
import type { Dose } from '../kernel/proof.js';
import type { Canaries } from './canaries.js';
import type { Teller } from './teller.js';

/** A request that is wrong, with canaries in it. */
interface Mistake {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** It would sign the caller out. */
const spared = ['auth_logout'];

/** Every operation is asked wrongly with canaries in its path, query, body and, in a full dose, headers. */
export async function makeMistakes(on: Cast, teller: Teller, canaries: Canaries, dose: Dose): Promise<void> {
  for (const operation of operations.filter(({ operationId }) => !spared.includes(operationId))) {
    const [column = null] = columnsWith(matrix, operation.operationId, 'A', 'O');
    const who = column && callerFor(on, column);
    for (const { path, body, headers } of mistakesAt(operation, canaries, dose))
      await teller.say(who, operation.method, path, body, headers);
  }
}

function callerFor(on: Cast, column: Column): SignedIn {
  if (column === 'patient') return on.otherPatient.user;
  if (column === 'doctor') return on.stranger.user;
  if (column === 'nurse') return on.otherNurse;
  if (column === 'billing') return on.billing;
  return column === 'admin' ? on.clinic.admin : on.reception;
}

function mistakesAt(operation: Operation, canaries: Canaries, dose: Dose): Mistake[] {
  const { operationId, template, query, body } = operation;
  const word = (what: string) => canaries.word(`${operationId}, ${what}`);
  const name = (of: string) => canaries.fieldName(`${operationId}, name of a ${of}`);
  const path = template.replaceAll(/\{\w+\}/g, () => newId());
  const isNamed = template.includes('{');
  const filters = Object.keys(query).map((name) => `${path}?${name}=${word(`query ${name}`)}`);
  return [
    ...(isNamed ? [{ path: template.replaceAll(/\{\w+\}/g, () => word('path')) }] : []),
    { path: `${path}?${name('parameter')}=${word('value of a parameter')}` },
    ...(dose === 'full' ? filters : filters.slice(0, 1)).map((each) => ({ path: each })),
    ...(body ? [{ path, body: wrongBody(operation, word, name('field')) }] : []),
    ...(body && dose === 'full' ? [{ path, body: `{"reason": "${word('cut body')}` }] : []),
    ...(dose === 'full' ? wrongHeaders(word).map((headers) => ({ path, headers })) : []),
  ];
}

/** Every field is a canary, whatever it should be, and so is the name of one that there is not. */
function wrongBody({ body }: Operation, word: (what: string) => string, unknownName: string): unknown {
  const { properties = {} } = resolved(body ?? {});
  return Object.fromEntries([
    ...Object.keys(properties).map((name) => [name, word(`body ${name}`)]),
    [unknownName, word('value of a field')],
  ]);
}

const wrongHeaders = (word: (what: string) => string): Readonly<Record<string, string>>[] => [
  { 'idempotency-key': `${word('key')} with a blank` },
  { 'if-match': word('version') },
  { authorization: `Bearer ${word('token')}` },
  { accept: `text/${word('type')}`, cookie: `session=${word('cookie')}`, 'user-agent': word('agent') },
];

/**
 * A failure that nobody foresaw: MySQL's message quotes the value, which must not leave the process.
 * @throws Error when it is not answered with 500, so that nothing was shown
 */
export async function failUnforeseen(
  on: Cast,
  { rows }: Stores,
  teller: Teller,
  canaries: Canaries,
): Promise<void> {
  // Made to look like a place in the code.
  const chiefComplaint = `of\n    at ${canaries.word('complaint in a failure', 'medical_records')}`;
  const [{ id, version }, other] = [await openRecord(on), await openRecord(on)];
  await rows('CREATE UNIQUE INDEX unforeseen ON medical_records (chief_complaint)');
  try {
    const where = 'WHERE id = UUID_TO_BIN(?)';
    await rows(`UPDATE medical_records SET chief_complaint = ? ${where}`, [chiefComplaint, other.id]);
    const path = `/medical-records/${id}`;
    const headers = { 'if-match': `"${version}"` };
    const { status } = await teller.say(on.doctor.user, 'PUT', path, { chiefComplaint }, headers);
    if (status !== 500) throw new Error(`The failure that nobody foresees was answered with ${status}.`);
  } finally {
    await rows('DROP INDEX unforeseen ON medical_records');
  }
}
