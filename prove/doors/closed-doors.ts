import { eachOf } from '../rig/at-once.js';
import { comparable, isSame, knock, type Said } from './knock.js';
import { columns } from './matrix.js';
import { operations } from './operations.js';
import { borrowedHeaders, morePretences, pretences } from './pretences.js';
import { doors, nothing } from './requests.js';
import { type Approach, approaches, atOnce, doorOf, secured, type Visit } from './visit.js';

const tokensOfNobody: readonly Readonly<Record<string, string>>[] = [
  {},
  { authorization: 'Bearer none' },
  { authorization: 'Basic YWRtaW46YWRtaW4=' },
];

/** No token, or none that is one: 401, unless anybody may ask. */
export async function withoutToken({ house, matrix, verdicts }: Visit): Promise<void> {
  await eachOf(operations, atOnce, async (operation) => {
    const { operationId } = operation;
    for (const headers of tokensOfNobody) {
      const door = doorOf(operation);
      const said = await knock(house, {
        ...{ who: 'nobody', caller: null, things: nothing() },
        ...{ operation, door, headers },
      });
      const isRefused = said.status === 401 && /^Bearer realm="medweave"/.test(challenge(said));
      const isAnswered = [200, 404, 422].includes(said.status);
      const isOpen = matrix.open.includes(operationId);
      const what = `${operationId} ${isOpen ? 'is open to all' : 'is closed without a token'}`;
      verdicts.expect(isOpen ? isAnswered : isRefused, what, [said.line]);
    }
  });
}

const challenge = ({ headers }: Said): string => headers.get('www-authenticate') ?? '';

/** A role without the function gets 403 whatever it asks for and whatever it pretends. */
export async function withoutFunction(visit: Visit): Promise<void> {
  const { verdicts } = visit;
  await eachOf(approaches(visit, secured(visit), '–'), atOnce, async (approach) => {
    const what = `${approach.operation.operationId} is closed to ${approach.column}, who lacks the function`;
    const missing = await knocked(visit, approach, false);
    const others = [await knocked(visit, approach, true)];
    for (const headers of headersOf(visit)) others.push(await knocked(visit, approach, true, { headers }));
    for (const said of others)
      verdicts.expect(missing.status === 403 && isSame(said, missing), what, [missing.line, said.line]);
    for (const query of queriesOf(visit, approach)) {
      const said = await knocked(visit, approach, true, { query });
      verdicts.expect([403, 422].includes(said.status), what, [said.line]);
    }
  });
}

/** Somebody else's thing is answered like one that there is not, byte for byte, whatever is pretended. */
export async function toStrangers(visit: Visit): Promise<void> {
  const { verdicts } = visit;
  const behind = secured(visit).filter(({ operationId }) => operationId in doors);
  await eachOf(approaches(visit, behind, 'O'), atOnce, async (approach) => {
    const what = `${approach.operation.operationId} tells ${approach.column} nothing about what is not hers`;
    const missing = await knocked(visit, approach, false);
    const foreign = [await knocked(visit, approach, true)];
    for (const headers of headersOf(visit)) foreign.push(await knocked(visit, approach, true, { headers }));
    for (const said of foreign)
      verdicts.expect(missing.status === 404 && isSame(said, missing), what, [
        ...[missing.line, said.line],
        ...(comparable(said) === comparable(missing) ? [] : [comparable(missing), comparable(said)]),
      ]);
    for (const query of queriesOf(visit, approach)) {
      const said = await knocked(visit, approach, true, { query });
      verdicts.expect([404, 422].includes(said.status), what, [said.line]);
    }
  });
}

function knocked(
  { house }: Visit,
  { operation, column }: Approach,
  isForeign: boolean,
  more: { headers?: Readonly<Record<string, string>>; query?: string } = {},
): Promise<Said> {
  return knock(house, {
    ...{ operation, who: `a stranger, ${column},`, caller: house.strangers[column] },
    ...{ things: isForeign ? house.theirs : nothing(), door: doorOf(operation) },
    ...more,
  });
}

/** All headers together; in a full dose each by itself too. */
function headersOf({ house, dose }: Visit): Readonly<Record<string, string>>[] {
  const all = borrowedHeaders(house);
  const alone = Object.entries(all).map(([name, value]) => ({ [name]: value }));
  return dose === 'small' ? [all] : [all, ...alone];
}

/** A pretence in the query that the operation does not offer as a filter: one drawn from all, or all one by one. */
function queriesOf({ house, dose, draws }: Visit, { operation, column }: Approach): string[] {
  const known = dose === 'small' ? pretences(house) : morePretences(house);
  const texts = Object.entries(known)
    .filter(([name]) => !Object.hasOwn(operation.query, name))
    .flatMap(([name, values]) => values.map((value) => new URLSearchParams({ [name]: textOf(value) })))
    .map(String);
  const cell = operations.indexOf(operation) * columns.length + columns.indexOf(column);
  return dose === 'small' ? [texts[draws.about(0, cell).below(texts.length)] ?? ''] : texts;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
