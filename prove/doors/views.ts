import type { SignedIn } from '../../server/src/auth/auth.types.js';
import { must } from '../../server/test/support/calls.js';
import { askAs, shows } from './asking.js';
import type { Said } from './knock.js';
import { listed } from './lists.js';
import { type Column, columnsWith } from './matrix.js';
import { operation } from './operations.js';
import { lists, numbers } from './requests.js';
import { type Approach, approaches, type Visit } from './visit.js';

/** Whom it concerns finds it, and is told how many: else nothing was shown by what others do not find. */
export async function findTheirOwn(visit: Visit): Promise<void> {
  const { house, verdicts } = visit;
  await must(house.clinic.call(house.clinic.admin, 'POST', '/analytics/refresh'));
  for (const approach of approaches(visit, listed, 'O')) {
    const said: Said[] = [];
    for (const wish of lists[approach.operation.operationId] ?? [])
      said.push(await askAs(visit, approach, house.insiders[approach.column], wish(house.theirs)));
    const what = `${approach.operation.operationId} shows ${approach.column} what is hers`;
    verdicts.expect(
      said.some(shows),
      what,
      said.map(({ line }) => line),
    );
  }
  for (const operationId of ['analytics_doctorWorkload', 'analytics_notes']) {
    const approach = { operation: operation(operationId), column: 'doctor' } as const;
    const query = numbers[operationId]?.(house.theirs) ?? '';
    const said = await askAs(visit, approach, house.insiders.doctor, query);
    verdicts.expect(/"rows":\[\{/.test(said.text), `${operationId} counts what is a doctor's own`, [
      said.line,
    ]);
  }
}

/** What a role is not told about what it reaches is absent or null, by id and in lists. */
export async function withhold(visit: Visit): Promise<void> {
  const { house, matrix, verdicts } = visit;
  for (const [operationId, byColumn] of Object.entries(matrix.withheld))
    for (const [column, fields] of Object.entries(byColumn) as [Column, readonly string[]][]) {
      const approach = { operation: operation(operationId), column };
      const seen = [await lookAt(visit, approach, house.insiders[column])].flat();
      const what = `${operationId} withholds ${fields.join(', ')} from ${column}`;
      verdicts.expect(
        seen.some(shows),
        `${what}, and shows the rest`,
        seen.map(({ line }) => line),
      );
      for (const said of seen)
        verdicts.expect(!fields.some((field) => tells(JSON.parse(said.text), field)), what, [said.line]);
      const whole = await lookAt(visit, approach, house.insiders[wholeTo(visit, operationId)]);
      const told = fields.filter((field) => whole.some(({ text }) => tells(JSON.parse(text), field)));
      verdicts.expect(told.length === fields.length, `${operationId} has ${fields.join(', ')} to withhold`, [
        ...whole.map(({ line }) => line),
      ]);
    }
}

/** Somebody whom it is all told to. */
const wholeTo = ({ matrix }: Visit, operationId: string): Column =>
  columnsWith(matrix, operationId, 'A', 'O').find((column) => !matrix.withheld[operationId]?.[column]) ??
  'doctor';

async function lookAt(visit: Visit, approach: Approach, caller: SignedIn): Promise<Said[]> {
  const wishes = lists[approach.operation.operationId]?.map((wish) => wish(visit.house.theirs)) ?? [''];
  const exact = wishes.filter((wish) => wish === '' || wish.includes('=')).reverse();
  const said: Said[] = [];
  for (const query of exact) said.push(await askAs(visit, approach, caller, query));
  return said.filter(({ status }) => status === 200);
}

/** Whether a field of this name says something, at any depth. */
function tells(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inside]) => (key === name && inside !== null) || tells(inside, name),
  );
}
