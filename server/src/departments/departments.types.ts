import type { Cursor, Uuid } from '../lib/wire.js';

/** A department of the clinic. */
export interface Department {
  /** Names it elsewhere, as `departmentId` of doctors, appointments, records and holidays. */
  id: Uuid;
  /** Unique among departments, closed ones included, whatever its case or accents. */
  name: string;
  /** Where it is, e.g. building and floor. */
  location: string;
  /** `false` once it is closed: it gets no doctors, staff or holidays any more. */
  isActive: boolean;
  /**
   * Rises with every change; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** A new department. */
export interface CreateDepartment {
  /**
   * Refused when a department, closed or not, is called so in any case. Blanks around it are dropped.
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
  /**
   * Where to find it, e.g. building and floor. Everyone sees it.
   * @minLength 1
   * @maxLength 200
   * @pattern \S
   */
  location: string;
}

/** What a department is called and where it is from now on. */
export interface UpdateDepartment {
  /**
   * Refused when another department, closed or not, is called so in any case. Send the present one to keep it.
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
  /**
   * Where to find it, e.g. building and floor. Send the present one to keep it.
   * @minLength 1
   * @maxLength 200
   * @pattern \S
   */
  location: string;
}

/** Which departments to list. */
export interface ListDepartments {
  /** Active ones when absent. */
  isActive?: boolean;
  /**
   * At most this many; 50 when absent.
   * @isInt
   * @minimum 1
   * @maximum 200
   */
  limit?: number;
  cursor?: Cursor;
}
