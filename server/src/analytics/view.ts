import type { Scope } from '../access/policy.js';
import { invalid } from '../lib/errors.js';
import { peopleAtLeast } from './suppression.js';

/** What is asked for. */
export interface Wish {
  year?: number | undefined;
  month?: number | undefined;
  departmentId?: string | undefined;
  doctorId?: string | undefined;
}

/** What of it the asker gets. */
export interface View {
  /** Only what may be shown to people who do not see the patients. */
  isPublished: boolean;
  smallestGroup: number;
  /** 0: ever. */
  year: number;
  /** 0: the whole year. */
  month: number;
  departmentId: string | null;
  doctorId: string | null;
  /** Somebody else's numbers were asked for: there are none. */
  isNothing: boolean;
}

/**
 * Doctors get their own numbers as they are, nurses what is published of their department, admins what is published.
 * @throws AppError `validation_failed` for a month without a year
 */
export function viewOf(scope: Scope, wish: Wish): View {
  const { year = 0, month = 0, departmentId = null, doctorId = null } = wish;
  if (month !== 0 && year === 0) throw invalid('query.year', 'is required with a month');
  const asked = { year, month, departmentId, doctorId, isNothing: false };
  const published = { ...asked, isPublished: true, smallestGroup: peopleAtLeast };
  switch (scope.kind) {
    case 'all':
      return published;
    case 'department':
      return {
        ...published,
        departmentId: scope.departmentId,
        isNothing: departmentId !== null && departmentId !== scope.departmentId,
      };
    case 'calendar':
      return {
        ...asked,
        isPublished: false,
        smallestGroup: 1,
        doctorId: scope.doctorId,
        isNothing: doctorId !== null && doctorId !== scope.doctorId,
      };
    default:
      return { ...published, isNothing: true };
  }
}
