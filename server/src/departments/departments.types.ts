import type { Cursor, Uuid } from '../lib/wire.js';

/** A department of the clinic. */
export interface Department {
  id: Uuid;
  name: string;
  /** Where it is, e.g. building and floor. */
  location: string;
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
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
  /**
   * @minLength 1
   * @maxLength 200
   * @pattern \S
   */
  location: string;
}

/** What a department is called and where it is from now on. */
export interface UpdateDepartment {
  /**
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
  /**
   * @minLength 1
   * @maxLength 200
   * @pattern \S
   */
  location: string;
}

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
