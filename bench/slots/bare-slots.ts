import { uuidBytes } from '../../server/src/lib/ids.js';
import { barePool } from '../load/bare-pool.js';
import type { LoadDriver } from '../load/load.types.js';

export interface BareSlots {
  mysqlUrl: string;
  doctorIds: string[];
  fromTick: number;
  toTick: number;
}

/** What the API asks MySQL for one doctor's free times, when it knows her working hours already. */
export async function open({ mysqlUrl, doctorIds, fromTick, toTick }: BareSlots): Promise<LoadDriver> {
  const pool = barePool(mysqlUrl);
  const ids = doctorIds.map(uuidBytes);
  let number = 0;
  return {
    async next() {
      const id = ids[number++ % ids.length];
      await pool.query(head, [id, 1]);
      await pool.query(claims, [1, id, fromTick, toTick]);
      return 'read';
    },
    close: () => pool.end(),
  };
}

const head = `select doctors.id, doctors.department_id, doctors.zone, doctors.visit_minutes, doctors.schedule_version
  from doctors where doctors.id = ? and doctors.is_active = ?`;
const claims = `select resource_id, tick div 48 as block, bit_or(1 << (tick mod 48)) as mask from slot_claims
  where resource_kind = ? and resource_id in (?) and tick >= ? and tick < ?
  and (expires_at is null or expires_at > now(3)) group by resource_id, block`;
