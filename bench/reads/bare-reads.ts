import { uuidBytes } from '../../server/src/lib/ids.js';
import { barePool } from '../load/bare-pool.js';
import type { LoadDriver } from '../load/load.types.js';

export interface BareReads {
  mysqlUrl: string;
  /** One appointment by its id, or a page of a patient's. */
  what: 'byId' | 'list';
  rows: { id: string; patientId: string }[];
}

/** Each of the reads in turn with the statement that the API sends for a patient who reads her own. */
export async function open({ mysqlUrl, what, rows }: BareReads): Promise<LoadDriver> {
  const pool = barePool(mysqlUrl);
  const keys = rows.map(({ id, patientId }) =>
    what === 'byId' ? [uuidBytes(id), uuidBytes(patientId)] : [uuidBytes(patientId), 51],
  );
  const statement = what === 'byId' ? byId : list;
  let number = 0;
  return {
    async next() {
      const [found] = await pool.query(statement, keys[number++ % keys.length]);
      return Array.isArray(found) && found.length === (what === 'byId' ? 1 : 51) ? 'read' : 'missing';
    },
    close: () => pool.end(),
  };
}

const columns = [
  'id',
  'doctor_id',
  'patient_id',
  'department_id',
  'starts_at',
  'ends_at',
  'state',
  'reason',
  'doctor_seat',
  'patient_seat',
  'overbook_reason',
  'is_acknowledged',
  'hold_expires_at',
  'cancel_reason',
  'cancelled_at',
  'checked_in_at',
  'started_at',
  'completed_at',
  'created_at',
  'version',
]
  .map((name) => `appointments.${name}`)
  .join(', ');
const byId = `select ${columns} from appointments where appointments.id = ? and appointments.patient_id = ?`;
const list = `select ${columns} from appointments where appointments.patient_id = ?
  order by appointments.starts_at asc, appointments.id asc limit ?`;
