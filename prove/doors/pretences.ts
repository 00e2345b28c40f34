import type { House } from './house.js';

/** Values to try, by the name of the field. */
export type Values = Readonly<Record<string, readonly unknown[]>>;

/** What a request may pretend in its body or query: rights, other people, and states that only verbs lead to. */
export function pretences({ theirs, insiders }: House): Values {
  const people = Object.fromEntries(
    (
      [
        ['patientId', theirs.patient],
        ['doctorId', theirs.doctor],
        ['userId', insiders.admin.user.id],
        ['authorId', insiders.doctor.user.id],
        ['id', theirs.note],
      ] as const
    ).map(([name, id]) => [name, [id]]),
  );
  return {
    ...people,
    role: ['admin', 'doctor'],
    isActive: [true, false],
    state: ['completed', 'signed', 'final'],
    status: ['closed', 'resolved'],
    version: [7],
    tenantId: [theirs.department, 'another'],
  };
}

/** More of the same, for who has time. */
export function morePretences(house: House): Values {
  const { theirs, insiders } = house;
  const me = insiders.doctor.user;
  return {
    ...pretences(house),
    ...each(
      ['departmentId', 'clinicId', 'organizationId', 'orgId', 'tenant', 'accountId'],
      theirs.department,
    ),
    ...each(['ownerId', 'createdBy', 'updatedBy', 'recordedBy', 'signedBy', 'cancelledBy', 'sub'], me.id),
    ...each(['appointmentId', 'appointment_id'], theirs.appointment),
    ...each(['recordUuid', 'recordId', 'record_id'], theirs.record),
    ...each(['patient_id', 'patient'], theirs.patient),
    ...each(['doctor_id', 'doctor'], theirs.doctor),
    ...each(['user_id', 'user', 'uuid', '_id', 'sid', 'sessionId'], me.id),
    ...each(
      ['isAdmin', 'admin', 'isSystem', 'isAcknowledged', 'isOverbooked', 'isReleased', 'isSigned'],
      true,
    ),
    ...each(['roles', 'permissions', 'scopes', 'grants', 'privileges'], ['admin']),
    ...each(['scope', 'grant', 'action'], 'all'),
    ...each(['createdAt', 'updatedAt', 'signedAt', 'releasedAt', 'openedAt'], '2020-01-01T00:00:00Z'),
    ...each(['mrn', 'passwordHash', 'password_hash', 'iss', 'aud'], 'MW000000018'),
    ...each(['__proto__', 'constructor', 'prototype', '$set'], { role: 'admin', isActive: true }),
  };
}

const each = (names: readonly string[], value: unknown): Values =>
  Object.fromEntries(names.map((name) => [name, [value]]));

/** Headers by which a careless gateway or framework would take somebody for somebody else. */
export function borrowedHeaders({ theirs, insiders }: House): Readonly<Record<string, string>> {
  const adminId = insiders.admin.user.id;
  return {
    'x-role': 'admin',
    'x-user-role': 'admin',
    'x-user-id': adminId,
    'x-user': adminId,
    'x-actor': adminId,
    'x-authenticated-user': adminId,
    'x-forwarded-user': insiders.admin.user.email,
    'remote-user': insiders.admin.user.email,
    'x-patient-id': theirs.patient,
    'x-doctor-id': theirs.doctor,
    'x-department-id': theirs.department,
    'x-tenant-id': theirs.department,
    'x-scope': 'all',
    'x-admin': 'true',
    'x-internal': 'true',
    'x-forwarded-for': '127.0.0.1',
    'x-real-ip': '127.0.0.1',
    forwarded: 'for=127.0.0.1;proto=https',
    'x-original-url': '/api/v1/users',
    'x-rewrite-url': '/api/v1/users',
    'x-http-method-override': 'GET',
    'x-method-override': 'GET',
    cookie: 'role=admin; isAdmin=true',
  };
}
