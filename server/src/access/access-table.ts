import type { Actor, Role } from '../lib/actor.js';

/**
 * Over whose things a role may carry out an action.
 * - `all`: everyone's.
 * - `own`: the patient's own.
 * - `calendar`: appointments and schedule of the doctor herself.
 * - `treating`: patients whom the doctor has an active treating relationship with.
 * - `ward`: patients with a current visit in the nurse's department.
 * - `department`: numbers of the nurse's department.
 * - `self`: the caller's own account.
 */
export type Grant = 'all' | 'own' | 'calendar' | 'treating' | 'ward' | 'department' | 'self';

type Row = Readonly<Partial<Record<Role, Grant>>>;

const everybody: Row = {
  patient: 'self',
  doctor: 'self',
  nurse: 'self',
  receptionist: 'self',
  pharmacist: 'self',
  billing: 'self',
  admin: 'self',
};

/**
 * Who may do what. What is not listed is denied. One row per action; every operation of the API names its action,
 * and the server does not start when one is missing here.
 */
export const accessTable = {
  'account.own': everybody,
  'account.end': { patient: 'self' },

  'user.read': { admin: 'all' },
  'user.create': { admin: 'all' },
  'user.update': { admin: 'all' },
  'user.reset_code': { admin: 'all' },

  'patient.read': { patient: 'own', doctor: 'treating', nurse: 'ward', receptionist: 'all', billing: 'all' },
  'patient.search': {
    doctor: 'treating',
    nurse: 'ward',
    receptionist: 'all',
    pharmacist: 'all',
    billing: 'all',
  },
  'patient.create': { receptionist: 'all' },
  'patient.update': { patient: 'own', nurse: 'ward', receptionist: 'all', billing: 'all' },
  'patient.deactivate': { admin: 'all' },
  'patient.reset_code': { receptionist: 'all' },

  'visit.to_settle': { receptionist: 'all', admin: 'all' },

  'department.write': { admin: 'all' },
  'specialization.write': { admin: 'all' },
  'doctor.create': { admin: 'all' },
  'doctor.update': { doctor: 'calendar', admin: 'all' },
  'doctor.deactivate': { admin: 'all' },

  'schedule.read': { doctor: 'calendar', receptionist: 'all', admin: 'all' },
  'schedule.write': { doctor: 'calendar', receptionist: 'all', admin: 'all' },
  'holiday.write': { admin: 'all' },
  'booking_limits.write': { admin: 'all' },

  'appointment.create': { patient: 'own', doctor: 'calendar', nurse: 'ward', receptionist: 'all' },
  'appointment.overbook': { doctor: 'calendar', nurse: 'ward', receptionist: 'all' },
  'appointment.read': { patient: 'own', doctor: 'calendar', nurse: 'ward', receptionist: 'all' },
  'appointment.confirm': { patient: 'own', nurse: 'ward', receptionist: 'all' },
  'appointment.cancel': { patient: 'own', doctor: 'calendar', nurse: 'ward', receptionist: 'all' },
  'appointment.reschedule': { patient: 'own', doctor: 'calendar', nurse: 'ward', receptionist: 'all' },
  'appointment.reassign': { receptionist: 'all' },
  'appointment.check_in': { nurse: 'ward', receptionist: 'all' },
  'appointment.start': { doctor: 'calendar' },
  'appointment.complete': { doctor: 'calendar' },
  'appointment.no_show': { doctor: 'calendar', receptionist: 'all' },

  'record.read': { patient: 'own', doctor: 'treating', nurse: 'ward', billing: 'all' },
  'record.write': { doctor: 'treating' },
  'record.check_in': { nurse: 'ward', receptionist: 'all' },

  'note.read': { patient: 'own', doctor: 'treating', nurse: 'ward' },
  'note.search': { doctor: 'treating', nurse: 'ward' },
  'note.write': { doctor: 'treating', nurse: 'ward' },
  'note.withdraw': { doctor: 'treating', nurse: 'ward' },

  'observation.read': { patient: 'own', doctor: 'treating', nurse: 'ward' },
  'observation.write': { doctor: 'treating', nurse: 'ward' },

  'analytics.read': { doctor: 'calendar', nurse: 'department', admin: 'all' },
  'analytics.refresh': { admin: 'all' },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof accessTable;

/** Operations that need no token, by operationId: sign-in itself, and what the clinic shows to everyone. */
export const publicOperations: ReadonlySet<string> = new Set([
  'auth_register',
  'auth_login',
  'auth_refresh',
  'auth_resetPassword',
  'departments_list',
  'departments_get',
  'specializations_list',
  'specializations_get',
  'doctors_list',
  'doctors_get',
  'doctors_slots',
  'slots_firstFree',
  'holidays_list',
  'bookingLimits_get',
]);

export const isAction = (name: string): name is Action => Object.hasOwn(accessTable, name);

/** The clinic itself reaches everything: workers, imports, the demo. No sign-in can have that role. */
export const grantOf = (role: Actor['role'], action: Action): Grant | null =>
  role === 'system' ? 'all' : ((accessTable[action] as Row)[role] ?? null);
