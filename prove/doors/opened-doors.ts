import type { SignedIn } from '../../server/src/auth/auth.types.js';
import { signIn } from '../../server/test/support/calls.js';
import { eachOf } from '../rig/at-once.js';
import { thingsOf } from './house.js';
import { isSame, knock } from './knock.js';
import { columnsWith } from './matrix.js';
import { type Operation, operations } from './operations.js';
import { creations, doors, nothing, type Things } from './requests.js';
import { type Approach, approaches, atOnce, doorOf, secured, type Visit } from './visit.js';

const isBehind = ({ operationId }: Operation): boolean => operationId in doors;

/** A role with the function gets as far as the rules behind the door. */
export async function withFunction(visit: Visit): Promise<void> {
  const { house, verdicts } = visit;
  const before = secured(visit).filter((operation) => !isBehind(operation));
  await eachOf(approaches(visit, before, 'A', 'O'), atOnce, async ({ operation, column }) => {
    const caller = await callerOf(house.strangers[column], operation, visit);
    const said = await knock(house, {
      ...{ operation, caller, who: column, things: nothing(), door: doorOf(operation) },
    });
    const what = `${operation.operationId} is open to ${column}`;
    verdicts.expect(said.status === welcome({ operation, column }), what, [said.line]);
  });
}

function welcome({ operation: { operationId }, column }: Approach): number {
  if (operationId === 'auth_logout') return 204;
  if (operationId === 'patients_search' && column === 'pharmacist') return 403; // leafs through nothing
  return creations.includes(operationId) ? 422 : 200;
}

/** Whoever signs out does it with a session of its own. */
const callerOf = (
  who: SignedIn,
  { operationId }: Operation,
  { house }: Visit,
): Promise<SignedIn> | SignedIn =>
  operationId === 'auth_logout' ? signIn(house.clinic.call, who.user.email) : who;

/** Who reaches everybody's things is told what there is, and what there is not. */
export async function toEverybodys(visit: Visit): Promise<void> {
  const { house, verdicts } = visit;
  const behind = secured(visit).filter(isBehind);
  await eachOf(approaches(visit, behind, 'A'), atOnce, async ({ operation, column }) => {
    const request = { operation, caller: house.strangers[column], who: column, door: doorOf(operation) };
    const missing = await knock(house, { ...request, things: nothing() });
    const what = `${operation.operationId} is open to ${column}`;
    verdicts.expect(missing.status === 404, what, [missing.line]);
    if (operation.method !== 'GET') return;
    const there = await knock(house, { ...request, things: house.theirs });
    verdicts.expect(there.status === 200, what, [there.line]);
  });
}

/** Whom it concerns gets past the door. */
export async function toInsiders(visit: Visit): Promise<void> {
  for (const column of ['patient', 'doctor', 'nurse'] as const) await toInsider(visit, column);
}

/** What a write has used up is made anew for the next one. */
async function toInsider(
  { house, matrix, verdicts }: Visit,
  column: 'patient' | 'doctor' | 'nurse',
): Promise<void> {
  const author = house.insiders[column === 'nurse' ? 'nurse' : 'doctor'];
  const doorsOfHers = operations.filter(
    (each) => isBehind(each) && columnsWith(matrix, each.operationId, 'O').includes(column),
  );
  let unused: Things | null = null;
  for (const operation of doorsOfHers) {
    const isRead = operation.method === 'GET';
    const things: Things = isRead ? house.theirs : (unused ?? (await thingsOf(house.on, author)));
    const request = {
      ...{ operation, door: doorOf(operation) },
      ...{ caller: house.insiders[column], who: `${column}, whom it concerns,` },
    };
    const said = await knock(house, { ...request, things });
    const missing = await knock(house, { ...request, things: nothing() });
    const isWelcome = isRead ? said.status === 200 : ![401, 403, 422].includes(said.status);
    const what = `${operation.operationId} is open to ${column}, whom it concerns`;
    verdicts.expect(isWelcome && !isSame(said, missing), what, [missing.line, said.line]);
    if (!isRead) unused = said.status < 300 ? null : things;
  }
}
