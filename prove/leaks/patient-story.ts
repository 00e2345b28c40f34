import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { MedicalRecord } from '../../server/src/records/records.types.js';
import type { Cast } from '../../server/test/clinical/clinical-cast.js';
import type { CanariesOf } from './canaries.js';
import { RecordStory } from './record-story.js';
import type { Teller } from './teller.js';

const kept = 'idempotency_keys';
const tickMs = 5 * 60_000;
let ticks = 0;

/** The next five minutes in which nobody has a visit yet, that many days ahead. */
const freeIn = (days: number): string =>
  new Date((Math.floor(Date.now() / tickMs) + 2 + 3 * ticks++) * tickMs + days * 86_400_000).toISOString();

/** One patient's way through everything that handles her data; each text on it is a canary. */
export class PatientStory {
  constructor(
    private readonly on: Cast,
    private readonly teller: Teller,
    private readonly canaries: CanariesOf,
  ) {}

  async tell(): Promise<MedicalRecord> {
    const user = await this.#registers();
    await this.#isRegisteredAtTheDesk();
    const patientId = user.user.patientId ?? '';
    await this.#isAsked(patientId, user);
    const record = await this.#visits(patientId, user);
    await new RecordStory(this.on, this.teller, this.canaries).tell(record);
    return record;
  }

  #details = () => ({
    address: {
      line: this.canaries.word('street', 'patients', kept),
      city: this.canaries.word('city', 'patients', kept),
      region: this.canaries.word('region', 'patients', kept),
      postalCode: this.canaries.phone('postal code', 'patients', kept),
    },
    emergencyContact: {
      name: this.canaries.word('emergency contact', 'patients', kept),
      phone: this.canaries.phone('emergency phone', 'patients', kept),
      relation: this.canaries.word('relation', 'patients', kept),
    },
    insurance: {
      provider: this.canaries.word('insurer', 'patients', kept),
      number: this.canaries.word('insurance number', 'patients', kept),
    },
  });

  async #registers(): Promise<SignedIn> {
    const password = this.canaries.phrase('password');
    const email = this.canaries.email('sign-in', 'users', 'patients', kept);
    const register = {
      ...{ email, password, birthOn: '1984-05-17' },
      givenName: this.canaries.word('given name', 'patients', 'users', kept),
      familyName: this.canaries.word('family name', 'patients', 'users', kept),
      phone: this.canaries.phone('phone', 'patients', kept),
    };
    await this.teller.signIn('/auth/register', register);
    const { refreshToken } = await this.teller.signIn('/auth/login', { email, password });
    await this.teller.say(null, 'POST', '/auth/register', {
      ...register,
      password: this.canaries.phrase('other password'),
    });
    await this.teller.say(null, 'POST', '/auth/login', {
      email,
      password: this.canaries.phrase('wrong password'),
    });
    return this.teller.signIn('/auth/refresh', { refreshToken });
  }

  async #isRegisteredAtTheDesk(): Promise<void> {
    const person = {
      givenName: this.canaries.word('given name at the desk', 'patients', kept),
      familyName: this.canaries.word('family name at the desk', 'patients', kept),
      email: this.canaries.email('address at the desk', 'patients', kept),
      phone: this.canaries.phone('phone at the desk', 'patients', kept),
      birthOn: '1984-05-17',
    };
    const { reception, clinic } = this.on;
    const created = await this.teller.tell<{ id: string; mrn: string }>(reception, 'POST', '/patients', {
      ...person,
      ...this.#details(),
    });
    this.canaries.adopt('MRN', created.mrn, 'patients', kept);
    const asked = { reason: this.canaries.phrase('reason of a deactivation', 'approvals', kept) };
    await this.teller.tell(clinic.admin, 'POST', `/patients/${created.id}/deactivate`, asked);
  }

  async #isAsked(patientId: string, user: SignedIn): Promise<void> {
    const { reception } = this.on;
    const path = `/patients/${patientId}`;
    await this.teller.tell(reception, 'PATCH', path, this.#details(), { 'if-match': '"1"' });
    const contact = { email: this.canaries.email('new address', 'patients', kept) };
    await this.teller.tell(user, 'PATCH', path, contact, { 'if-match': '"2"' });
    const { familyName } = await this.teller.tell<{ familyName: string }>(reception, 'GET', path);
    await this.teller.tell(reception, 'GET', `/patients/search?q=${familyName}`);
    await this.teller.tell(reception, 'GET', `/patients/search?q=${this.canaries.word('searched name')}`);
    await this.teller.tell(reception, 'GET', `/patients?familyName=${familyName.slice(0, 6)}&limit=1`);
    const exact = `givenName=${this.canaries.word('searched exactly')}&familyName=${familyName}&birthOn=1984-05-17`;
    await this.teller.tell(this.on.stranger.user, 'GET', `/patients/search?${exact}`);
  }

  async #visits(patientId: string, user: SignedIn): Promise<MedicalRecord> {
    const { doctor, reception, otherPatient } = this.on;
    const doctorId = doctor.doctor.id;
    const wish = { doctorId, startsAt: freeIn(3) };
    const booked = await this.teller.tell(user, 'POST', '/appointments', {
      ...wish,
      reason: this.canaries.word('reason of a visit', 'appointments', kept),
    });
    // The second is refused, and marks the doctor's day: the third asks Redis.
    for (const name of ['refused reason', 'reason refused again'])
      await this.teller.say(otherPatient.user, 'POST', '/appointments', {
        ...wish,
        reason: this.canaries.word(name),
      });
    const overbookReason = this.canaries.word('reason of an overbooking', 'appointments', kept);
    const overbooked = { ...wish, patientId: otherPatient.patientId, overbookReason };
    await this.teller.tell(reception, 'POST', '/appointments', overbooked);
    await this.teller.tell(user, 'POST', `/appointments/${booked.id}/reschedule`, {
      startsAt: freeIn(3),
    });
    const cancelled = { reason: this.canaries.word('reason of a cancellation', 'appointments', kept) };
    await this.teller.tell(user, 'POST', `/appointments/${booked.id}/cancel`, cancelled);
    const next = await this.teller.tell(reception, 'POST', '/appointments', {
      ...wish,
      ...{ patientId, startsAt: freeIn(0) },
    });
    await this.teller.tell(reception, 'POST', `/appointments/${next.id}/check-in`);
    await this.teller.tell(user, 'GET', '/appointments?limit=1');
    const chiefComplaint = this.canaries.word('complaint', kept);
    const opening = { appointmentId: next.id, chiefComplaint };
    return this.teller.tell<MedicalRecord>(doctor.user, 'POST', '/medical-records', opening);
  }
}
