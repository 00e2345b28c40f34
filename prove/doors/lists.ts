import { eachOf } from '../rig/at-once.js';
import { ask, askAs, cursorOf, itemsOf, shows } from './asking.js';
import { isSame } from './knock.js';
import { type Operation, operation } from './operations.js';
import { borrowedHeaders } from './pretences.js';
import { lists, nothing, numbers, type Things } from './requests.js';
import { type Approach, approaches, atOnce, type Visit } from './visit.js';

/** What a doctor is shown of a stranger whom she asks for exactly: enough to break the glass. */
const recognised = ['id', 'mrn', 'givenName', 'familyName', 'birthYear', 'isActive', 'version'];
const pagesAtMost = 60;

export const listed = Object.keys(lists).map(operation);
const counted = Object.keys(numbers).map(operation);

/** Lists and searches find nothing of somebody else, whatever they are asked for and in whatever order. */
export async function findNothing(visit: Visit): Promise<void> {
  await eachOf(approaches(visit, listed, 'O'), atOnce, async (approach) => {
    const wishes = lists[approach.operation.operationId] ?? [];
    for (const wish of wishes) await seek(visit, approach, wish);
    if (visit.dose === 'small') return;
    for (const query of everyFilter(approach.operation, visit.house.theirs))
      await leafThrough(visit, approach, query);
    await stealPositions(visit, approach);
  });
}

async function seek(visit: Visit, approach: Approach, wish: (things: Things) => string): Promise<void> {
  const { house, verdicts } = visit;
  const { operationId } = approach.operation;
  const what = `${operationId} shows ${approach.column} nothing of what is not hers`;
  const found = await ask(visit, approach, house.theirs, wish(house.theirs));
  const pretending = await ask(visit, approach, house.theirs, wish(house.theirs), borrowedHeaders(house));
  verdicts.expect(isSame(found, pretending), what, [found.line, pretending.line]);
  if (isExactSearch(approach, wish(house.theirs))) {
    const [item = {}] = itemsOf(found);
    const fields = Object.keys(item);
    verdicts.expect(fields.length > 0 && fields.every((each) => recognised.includes(each)), what, [
      found.line,
    ]);
    return;
  }
  verdicts.expect(found.status === 200 && !shows(found), what, [found.line]);
  const none = nothing();
  if (wish(none) === wish(house.theirs)) return;
  const missing = await ask(visit, approach, none, wish(none));
  verdicts.expect(isSame(found, missing), what, [missing.line, found.line]);
}

const isExactSearch = ({ operation: { operationId }, column }: Approach, query: string): boolean =>
  operationId === 'patients_search' && column === 'doctor' && query.startsWith('givenName');

/** Every page, one item a page: a list that skips what is not hers must not stop short or tell where it skipped. */
async function leafThrough(visit: Visit, approach: Approach, query: string): Promise<void> {
  const { house, verdicts } = visit;
  const what = `${approach.operation.operationId} shows ${approach.column} nothing of what is not hers, page by page`;
  let cursor: string | null = null;
  for (let page = 0; page < pagesAtMost; page++) {
    const at: string = [query, 'limit=1', ...(cursor ? [`cursor=${cursor}`] : [])]
      .filter((part) => part !== '')
      .join('&');
    const said = await ask(visit, approach, house.theirs, at);
    verdicts.expect([200, 422].includes(said.status) && !shows(said), what, [said.line]);
    cursor = cursorOf(said);
    if (cursor === null) return;
  }
}

/** The position in an insider's list is no way into it. */
async function stealPositions(visit: Visit, approach: Approach): Promise<void> {
  const { house, verdicts } = visit;
  const what = `${approach.operation.operationId} gives ${approach.column} no list by somebody else's position`;
  for (const wish of lists[approach.operation.operationId] ?? []) {
    const query = `${wish(house.theirs)}&limit=1`;
    const cursor = cursorOf(await askAs(visit, approach, house.insiders[approach.column], query));
    if (cursor === null) continue;
    const said = await ask(visit, approach, house.theirs, `${query}&cursor=${cursor}`);
    verdicts.expect(said.status === 422 || (said.status === 200 && !shows(said)), what, [said.line]);
  }
}

/** Each filter by each of its values, and each of those in both orders. */
function everyFilter({ query }: Operation, things: Things): string[] {
  const idOf: Readonly<Record<string, string>> = {
    patientId: things.patient,
    doctorId: things.doctor,
    departmentId: things.department,
    recordUuid: things.record,
  };
  const filters = Object.entries(query).flatMap(([name, { enum: choices = [], type }]) => {
    if (name in idOf) return [`${name}=${idOf[name]}`];
    if (type === 'boolean') return [`${name}=true`, `${name}=false`];
    return choices.map((choice) => `${name}=${String(choice)}`);
  });
  const orders = 'order' in query ? ['order=asc', 'order=desc'] : [];
  return [...filters, ...orders.flatMap((order) => filters.map((filter) => `${filter}&${order}`))];
}

/** Numbers about somebody else are no numbers. */
export async function countNothing(visit: Visit): Promise<void> {
  const { house, verdicts } = visit;
  await eachOf(approaches(visit, counted, 'O'), atOnce, async (approach) => {
    const wish = numbers[approach.operation.operationId] ?? (() => '');
    const said = await ask(visit, approach, house.theirs, wish(house.theirs));
    const what = `${approach.operation.operationId} counts nothing for ${approach.column} of what is not hers`;
    verdicts.expect(said.status === 200 && /"rows":\[\]/.test(said.text), what, [said.line]);
  });
}
