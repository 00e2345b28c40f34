import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import { uuidBytes } from '../../src/lib/ids.js';
import { type Cast, cast, openRecord, openStores, type Stores, visit } from '../clinical/clinical-cast.js';
import { type Clinic, freshEmail, must, password, signIn, startClinic } from '../support/clinic.js';
import { doctorAtWork, patient, ward } from '../support/people.js';

describe('The small print of who may do what', () => {
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    stores = await openStores(clinic);
    await visit(on, on.doctor, on.patient.patientId);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  const values: Record<string, unknown> = {
    givenName: 'Other',
    familyName: 'Name',
    birthOn: '1990-02-04',
    gender: 'other',
    phone: '+49 30 1',
    email: 'other@patients.example',
    address: { line: 'Elsewhere 1', city: 'Bonn' },
    emergencyContact: { name: 'Somebody', phone: '+49 30 2' },
    insurance: { provider: 'Another', number: '1' },
  };
  const contact = ['phone', 'email', 'address', 'emergencyContact'];
  const writers: [string, () => SignedIn, string[]][] = [
    ['the patient', () => on.patient.user, contact],
    ['a nurse of the ward', () => on.nurse, contact],
    ['billing', () => on.billing, ['insurance']],
    ['the front desk', () => on.reception, Object.keys(values)],
  ];
  for (const [name, who, writable] of writers)
    it(`lets ${name} change of a patient ${writable.length < 9 ? writable.join(', ') : 'everything'}, one by one`, async () => {
      const path = `/patients/${on.patient.patientId}`;
      for (const [field, value] of Object.entries(values)) {
        const { version } = await must<{ version: number }>(clinic.call(on.reception, 'GET', path));
        const headers = { 'if-match': `"${version}"` };
        const { status, body } = await clinic.call(who(), 'PATCH', path, {
          body: { [field]: value },
          headers,
        });
        const answer = status === 200 ? 200 : body.code;
        expect(answer, field).to.equal(writable.includes(field) ? 200 : 'field_forbidden');
      }
    });

  it('forgets after a week that an admin asked for a deactivation', async () => {
    const { patientId } = await patient(clinic);
    const email = freshEmail('admin');
    const another = { email, password, displayName: 'Another admin', role: 'admin' };
    await must(clinic.call(clinic.admin, 'POST', '/users', { body: another }));
    const second = await signIn(clinic.call, email);
    const body = { reason: 'Registered twice by mistake.' };
    const ask = (who: SignedIn) =>
      must<{ state: string }>(clinic.call(who, 'POST', `/patients/${patientId}/deactivate`, { body }));
    await ask(clinic.admin);
    await stores.rows('UPDATE approvals SET requested_at = NOW(3) - INTERVAL 8 DAY');
    expect((await ask(second)).state).to.equal('awaiting_second_approver');
    expect((await ask(clinic.admin)).state).to.equal('deactivated');
  });

  it('lets nobody book for a patient who was deactivated', async () => {
    const { patientId, user } = await patient(clinic);
    await stores.rows('UPDATE patients SET is_active = 0 WHERE id = ?', [uuidBytes(patientId)]);
    const startsAt = new Date(Math.ceil(Date.now() / 300_000) * 300_000 + 5 * 86_400_000).toISOString();
    const wish = { doctorId: on.doctor.doctor.id, startsAt };
    for (const [who, body, code] of [
      [user, wish, 'session_ended'],
      [on.reception, { ...wish, patientId }, 'patient_not_found'],
      [on.reception, { ...wish, patientId, overbookReason: 'Please let him in' }, 'patient_not_found'],
    ] as const)
      expect((await clinic.call(who, 'POST', '/appointments', { body })).body.code).to.equal(code);
  });

  it('lets nobody book with a doctor who was deactivated, nor hold or move to her time', async () => {
    const here = {
      departmentId: on.doctor.doctor.department.id,
      specializationId: on.doctor.doctor.specializations[0]?.id ?? '',
    };
    const { doctor, user } = await doctorAtWork(clinic, here);
    const startsAt = new Date(Math.ceil(Date.now() / 300_000) * 300_000 + 6 * 86_400_000).toISOString();
    const wish = { doctorId: doctor.id, startsAt };
    const own = on.otherPatient.user;
    const { id } = await must(clinic.call(own, 'POST', '/appointments', { body: wish }));
    await must(clinic.call(clinic.admin, 'POST', `/doctors/${doctor.id}/deactivate`));
    const overbooked = { ...wish, patientId: on.patient.patientId, overbookReason: 'She will come in' };
    for (const [who, path, body] of [
      [own, '/appointments', wish],
      [own, '/appointments/holds', wish],
      [own, `/appointments/${id}/reschedule`, { startsAt }],
      [on.reception, '/appointments', overbooked],
    ] as const)
      expect((await clinic.call(who, 'POST', path, { body })).body.code, path).to.equal('doctor_not_found');
    const herself = { body: { ...wish, patientId: on.patient.patientId } };
    expect((await clinic.call(user, 'POST', '/appointments', herself)).body.code).to.equal('session_ended');
  });

  it('finds by birth date nobody whose visit was called off', async () => {
    const { patientId } = await patient(clinic, { familyName: 'Gone' });
    await stores.rows("UPDATE patients SET birth_on = '1931-07-08' WHERE id = ?", [uuidBytes(patientId)]);
    const id = await visit(on, on.doctor, patientId);
    const found = (who: SignedIn) =>
      must<{ items: unknown[] }>(clinic.call(who, 'GET', '/patients/search?q=1931-07-08'));
    for (const who of [on.doctor.user, on.nurse]) expect((await found(who)).items).to.have.length(1);
    await must(
      clinic.call(on.reception, 'POST', `/appointments/${id}/cancel`, { body: { reason: 'Called off' } }),
    );
    for (const who of [on.doctor.user, on.nurse]) expect((await found(who)).items).to.have.length(0);
  });

  it('shows whom a doctor attends by an open record to nobody who does not, and not once the visit is called off', async () => {
    const { patientId, user } = await patient(clinic);
    const record = await openRecord(on, on.doctor, { patientId, user });
    const statusFor = async (who: SignedIn) =>
      (await clinic.call(who, 'GET', `/medical-records/${record.id}`)).status;
    // The visit was with a colleague; the record is this doctor's.
    await stores.rows('UPDATE appointments SET doctor_id = ? WHERE patient_id = ?', [
      uuidBytes(on.stranger.doctor.id),
      uuidBytes(patientId),
    ]);
    const outsider = (await doctorAtWork(clinic, await ward(clinic))).user;
    expect(await statusFor(on.doctor.user)).to.equal(200);
    expect(await statusFor(outsider)).to.equal(404);
    await stores.rows("UPDATE appointments SET state = 'cancelled' WHERE patient_id = ?", [
      uuidBytes(patientId),
    ]);
    expect(await statusFor(on.doctor.user)).to.equal(404);
  });

  it('writes for every change one event and one audit row, of the same thing; signing in changes nothing', async () => {
    const events = await stores.rows('SELECT kind, HEX(subject_id) AS subject FROM events');
    const audit = await stores.rows(
      "SELECT action AS kind, HEX(subject_id) AS subject FROM audit_log WHERE action <> 'user.signed_in'",
    );
    const sorted = (rows: Record<string, unknown>[]) =>
      rows.map(({ kind, subject }) => `${kind} ${subject}`).sort();
    expect(sorted(events)).to.deep.equal(sorted(audit));
    const kinds = new Set(events.map(({ kind }) => kind));
    for (const kind of [
      'user.registered',
      'patient.updated',
      'appointment.booked',
      'record.opened',
      'patient.deactivated',
    ])
      expect([...kinds]).to.include(kind);
  });
});
