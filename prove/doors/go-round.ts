import { toStrangers, withoutFunction, withoutToken } from './closed-doors.js';
import { changedTables, fingerprint } from './fingerprint.js';
import { countNothing, findNothing } from './lists.js';
import { type Cell, cellsOf } from './matrix.js';
import { amongTheirOwn } from './mixed-ids.js';
import { toEverybodys, toInsiders, withFunction } from './opened-doors.js';
import { operations } from './operations.js';
import { creations, doors, lists, numbers } from './requests.js';
import { intoBodies, intoForbiddenFields, intoFreeForm } from './smuggling.js';
import { findTheirOwn, withhold } from './views.js';
import type { Visit } from './visit.js';

export type Part = (visit: Visit) => Promise<void>;

/** What is tried, in this order, by the fact that it shows. */
export const parts: Readonly<Record<string, Part>> = {
  'Every operation is in the table, and the table has no other': everyOperation,
  'Without a token a door is closed with 401, or open to all': inVain(withoutToken),
  'A role without the function gets 403, whatever it asks for or pretends': inVain(withoutFunction),
  'Somebody else’s thing is answered like none, byte for byte': inVain(toStrangers),
  'Numbers count nothing of somebody else': inVain(countNothing),
  'An id of somebody else among one’s own is as if it did not exist': amongTheirOwn,
  'Lists and searches find nothing of somebody else': inVain(findNothing),
  'Whom it concerns finds it in them': findTheirOwn,
  'A role is not told the fields that are not for it': inVain(withhold),
  'A role with the function gets as far as the rules': inVain(withFunction),
  'A role that reaches everybody’s things finds them': inVain(toEverybodys),
  'Ids, states and rights slipped into bodies are refused': inVain(intoBodies),
  'Fields that are not a role’s to write are refused': inVain(intoForbiddenFields),
  'In free data they are data': intoFreeForm,
  'Whom it concerns gets past the door': toInsiders,
};

/** Tries everything. What does not hold is in the visit's verdicts. */
export async function goRound(visit: Visit, signal?: AbortSignal): Promise<void> {
  for (const part of Object.values(parts)) {
    signal?.throwIfAborted();
    await part(visit);
  }
}

/** A part that must have had no effect on anything stored. */
function inVain(part: Part): Part {
  return async (visit) => {
    const before = await fingerprint(visit.house);
    await part(visit);
    const changed = changedTables(before, await fingerprint(visit.house));
    visit.verdicts.expect(changed.length === 0, 'What was refused, or only read, changed nothing', changed);
  };
}

const withRequestOfTheirOwn = ['auth_me', 'auth_logout', 'auth_securityEvents', 'analytics_refresh'];

/** What is described, what is in the table and what is asked for are the same operations. */
export async function everyOperation({ matrix, verdicts }: Visit): Promise<void> {
  const known = [...Object.keys(matrix.cells), ...matrix.open];
  const described = operations.map(({ operationId }) => operationId);
  const asked = [doors, lists, numbers].flatMap((each) => Object.keys(each));
  asked.push(...creations, ...withRequestOfTheirOwn, ...matrix.open);
  const add = 'add it to prove/doors/matrix.ts, and how to ask for it to prove/doors/requests.ts';
  for (const each of described) {
    verdicts.expect(known.includes(each), `${each} is an operation without a line in the table`, [add]);
    verdicts.expect(asked.includes(each), `${each} is an operation that nobody asks for`, [add]);
  }
  for (const each of known)
    verdicts.expect(described.includes(each), `${each} is in the table and is no operation`, [
      'remove it from prove/doors/matrix.ts',
    ]);
  const cells: readonly Cell[] = ['A', 'O', '–'];
  for (const each of Object.keys(matrix.cells))
    for (const [column, cell] of cellsOf(matrix, each))
      verdicts.expect(cells.includes(cell), `${each} says of ${column} who may`, [`it says “${cell}”`]);
}
