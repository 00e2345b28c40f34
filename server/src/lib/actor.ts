export const roles = [
  'patient',
  'doctor',
  'nurse',
  'receptionist',
  'pharmacist',
  'billing',
  'admin',
] as const;
/**
 * What somebody is here. Patients reach their own things, doctors their calendar and whom they treat, nurses the
 * patients of their department, receptionists every booking, pharmacists and billing what their work needs, admins
 * the directory, sign-ins and numbers, but nothing clinical.
 */
export type Role = (typeof roles)[number];

/** One Idempotency-Key as it came with a request. */
export interface OnceKey {
  key: string;
  operation: string;
  /** Of path, version and body, keyed: the same key with another request is refused. */
  bodyHash: Buffer;
  /** Set when the stored answer was given instead of a new effect. */
  isReplayed: boolean;
}

/** Who asks, made from a verified token for the span of one request. */
export interface Actor {
  userId: string;
  sessionId: string;
  /** `system` is the clinic itself: workers, imports, the demo. No sign-in can have it. */
  role: Role | 'system';
  patientId: string | null;
  doctorId: string | null;
  departmentId: string | null;
  requestId: string;
  once: OnceKey | null;
}

/** An actor as their session tells it, before a request adds its own. */
export type Identity = Omit<Actor, 'requestId' | 'once'>;

/** Where a request comes from, whoever sends it. */
export interface Caller {
  requestId: string;
  /** An IPv4 address or an IPv6 /64, as limits count it; empty for the clinic itself. */
  network: string;
  once: OnceKey | null;
}

/** Stands where there is no user: of nobody who can sign in. */
export const nobodysId = '00000000-0000-0000-0000-000000000000';

/** Acts for the clinic itself: workers, imports. */
export const systemActor = (requestId: string): Actor => ({
  userId: nobodysId,
  sessionId: '',
  role: 'system',
  patientId: null,
  doctorId: null,
  departmentId: null,
  requestId,
  once: null,
});
