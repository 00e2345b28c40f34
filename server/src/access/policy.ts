import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { type Action, grantOf } from './access-table.js';

/** Whose rows an actor may reach with an action. Compiled into SQL by `scope-filter.ts`. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'own'; patientId: string }
  | { kind: 'calendar'; doctorId: string }
  | { kind: 'treating'; doctorId: string }
  | { kind: 'ward'; departmentId: string }
  | { kind: 'department'; departmentId: string }
  | { kind: 'self'; userId: string };

/**
 * The one decision: (actor, action) → the rows it reaches.
 * @throws AppError `forbidden` when the role lacks the function altogether. Rows out of scope are not refused here:
 *   they are simply not found, byte for byte like missing ones.
 */
export function scopeOf(actor: Actor, action: Action): Scope {
  const grant = grantOf(actor.role, action);
  switch (grant) {
    case 'all':
      return { kind: 'all' };
    case 'self':
      return { kind: 'self', userId: actor.userId };
    case 'own':
      return { kind: 'own', patientId: required(actor.patientId) };
    case 'calendar':
      return { kind: 'calendar', doctorId: required(actor.doctorId) };
    case 'treating':
      return { kind: 'treating', doctorId: required(actor.doctorId) };
    case 'ward':
      return { kind: 'ward', departmentId: required(actor.departmentId) };
    case 'department':
      return { kind: 'department', departmentId: required(actor.departmentId) };
    case null:
      throw forbidden();
  }
}

/** @throws AppError `forbidden` when the actor's role lacks the function. */
export function requireFunction(actor: Actor, action: Action): void {
  if (grantOf(actor.role, action) === null) throw forbidden();
}

function required(id: string | null): string {
  if (id === null) throw forbidden();
  return id;
}

const forbidden = (): AppError => new AppError('forbidden');
