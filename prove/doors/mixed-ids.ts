import { newId } from '../../server/src/lib/ids.js';
import { eachOf } from '../rig/at-once.js';
import { type House, thingsOf } from './house.js';
import { isSame, knock } from './knock.js';
import type { Operation } from './operations.js';
import { type Door, doors, nothing, type Things } from './requests.js';
import { approaches, atOnce, secured, type Visit } from './visit.js';

/** Where a request names several things, one that is not hers among her own is as if it did not exist. */
export async function amongTheirOwn(visit: Visit): Promise<void> {
  const { house, verdicts } = visit;
  const own = await strangersOwn(house);
  const behind = secured(visit).filter(({ operationId }) => operationId in doors);
  const several = approaches(visit, behind, 'O').filter(
    ({ operation, column }) => column === 'doctor' && namesIn(operation).length > 1,
  );
  await eachOf(several, atOnce, async ({ operation }) => {
    const request = { operation, who: 'a doctor', caller: house.strangers.doctor };
    const door = doors[operation.operationId] ?? {};
    for (const name of namesIn(operation)) {
      const [foreign, missing] = await Promise.all(
        [house.theirs[name], newId()].map((id) =>
          knock(house, { ...request, door, things: { ...own, [name]: id } }),
        ),
      );
      if (!foreign || !missing) continue;
      verdicts.expect(
        missing.status === 404 && isSame(foreign, missing),
        `${operation.operationId} takes no ${name} of somebody else among a doctor's own`,
        [missing.line, foreign.line],
      );
    }
  });
}

/** From here on there is something of their own in the lists of the strange doctor and the other patient. */
const strangersOwn = ({ on }: House): Promise<Things> =>
  thingsOf({ ...on, doctor: on.stranger, patient: on.otherPatient }, on.stranger.user);

/** Which kinds of things a request at this door names that must be the doctor's own. */
function namesIn({ operationId }: Operation): (keyof Things)[] {
  const door: Door = doors[operationId] ?? {};
  const things = nothing();
  const body = JSON.stringify(door.body?.(things) ?? null);
  const named = new Set(Object.values(door.path ?? {}));
  const names = Object.keys(things) as (keyof Things)[];
  return names.filter((name) => name !== door.anybodys && (named.has(name) || body.includes(things[name])));
}
