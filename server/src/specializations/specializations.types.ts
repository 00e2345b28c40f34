import type { Cursor, Uuid } from '../lib/wire.js';

/** A medical specialization, e.g. cardiology. */
export interface Specialization {
  id: Uuid;
  name: string;
  isActive: boolean;
  /**
   * Rises with every change; send it as `If-Match`.
   * @isInt
   */
  version: number;
}

/** A new specialization. */
export interface CreateSpecialization {
  /**
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
}

/** What a specialization is called from now on. */
export interface UpdateSpecialization {
  /**
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
}

export interface ListSpecializations {
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
