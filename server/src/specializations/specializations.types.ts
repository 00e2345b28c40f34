import type { Cursor, Uuid } from '../lib/wire.js';

/** A medical specialization, e.g. cardiology. */
export interface Specialization {
  /** Names it elsewhere, e.g. as `specializationId` when doctors or slots are looked for. */
  id: Uuid;
  /** Unique among specializations, withdrawn ones included, whatever its case or accents. */
  name: string;
  /** `false` once it is withdrawn: doctors are not given it any more. */
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
   * Refused when a specialization, withdrawn or not, is called so in any case. Blanks around it are dropped.
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
}

/** What a specialization is called from now on. */
export interface UpdateSpecialization {
  /**
   * Refused when another specialization, withdrawn or not, is called so in any case. Blanks around it are dropped.
   * @minLength 1
   * @maxLength 120
   * @pattern \S
   */
  name: string;
}

/** Which specializations to list. */
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
