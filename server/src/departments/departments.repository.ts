import { sql } from 'kysely';
import { uuidBytes, uuidText } from '../lib/ids.js';
import type { Database, Tx } from '../lib/mysql.js';
import { afterPosition, type Position } from '../lib/paging.js';
import type { CreateDepartment, Department } from './departments.types.js';

const departmentColumns = ['id', 'name', 'location', 'is_active', 'version'] as const;

interface DepartmentRow {
  id: Buffer;
  name: string;
  location: string;
  is_active: number;
  version: number;
}

export class DepartmentsRepository {
  constructor(private readonly db: Database) {}

  async maybeDepartment(id: string): Promise<Department | null> {
    const row = await this.db.read
      .selectFrom('departments')
      .select(departmentColumns)
      .where('id', '=', uuidBytes(id))
      .executeTakeFirst();
    return row ? departmentOf(row) : null;
  }

  /** Locks the department until the transaction ends: `share` keeps it from being deactivated meanwhile. */
  async lock(tx: Tx, id: string, mode: 'share' | 'update'): Promise<Department | null> {
    const query = tx.selectFrom('departments').select(departmentColumns).where('id', '=', uuidBytes(id));
    const row = await (mode === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst();
    return row ? departmentOf(row) : null;
  }

  /** By name; `limit + 1` rows, so that the caller sees whether there are more. */
  async list(isActive: boolean, limit: number, after: Position | null): Promise<Department[]> {
    const rows = await this.db.read
      .selectFrom('departments')
      .select(departmentColumns)
      .where('is_active', '=', isActive ? 1 : 0)
      .$if(after !== null, (query) =>
        query.where(afterPosition('departments.name', 'departments.id', 'asc', after as Position)),
      )
      .orderBy('name')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return rows.map(departmentOf);
  }

  /** @throws a duplicate-key error on `departments.departments_name` */
  async insert(tx: Tx, id: string, department: CreateDepartment): Promise<void> {
    const now = new Date();
    await tx
      .insertInto('departments')
      .values({ id: uuidBytes(id), ...department, created_at: now, updated_at: now })
      .execute();
  }

  /** @throws a duplicate-key error on `departments.departments_name` */
  async update(tx: Tx, department: Department): Promise<void> {
    await tx
      .updateTable('departments')
      .set({
        name: department.name,
        location: department.location,
        is_active: department.isActive ? 1 : 0,
        version: department.version,
        updated_at: new Date(),
      })
      .where('id', '=', uuidBytes(department.id))
      .execute();
  }

  /** The caller holds the department's lock, so no doctor can join it meanwhile. */
  async hasActiveDoctors(tx: Tx, id: string): Promise<boolean> {
    const row = await tx
      .selectFrom('doctors')
      .select(sql<number>`1`.as('one'))
      .where('department_id', '=', uuidBytes(id))
      .where('is_active', '=', 1)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }
}

const departmentOf = (row: DepartmentRow): Department => ({
  id: uuidText(row.id),
  name: row.name,
  location: row.location,
  isActive: row.is_active === 1,
  version: row.version,
});
