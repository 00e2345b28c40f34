import { newId } from '../../server/src/lib/ids.js';
import { adminAccount } from './api-process.js';

/** A patient with her sign-in. */
export interface BenchPatient {
  patientId: string;
  userId: string;
  token: string;
}

export interface BenchDoctor {
  doctorId: string;
  departmentId: string;
}

interface SignedInAnswer {
  accessToken: string;
  user: { id: string; patientId?: string | null };
}

const atOnce = 8;
const workdays = [1, 2, 3, 4, 5, 6, 7];
/** Every day from eight to eighteen: twenty visits of half an hour. */
export const dayStartMinute = 8 * 60;
export const dayEndMinute = 18 * 60;
export const visitMinutes = 30;

/** Makes people and places through the API, as a clinic would. */
export class BenchClinic {
  #department: Promise<string> | null = null;

  private constructor(
    readonly baseUrl: string,
    private readonly adminToken: string,
  ) {}

  static async open(baseUrl: string): Promise<BenchClinic> {
    const { accessToken } = await call<SignedInAnswer>(baseUrl, null, 'POST', '/auth/login', adminAccount);
    const clinic = new BenchClinic(baseUrl, accessToken);
    await clinic.#liftBookingLimits();
    return clinic;
  }

  /** Patients who registered themselves just now: their tokens are good for ten minutes. */
  patients(count: number): Promise<BenchPatient[]> {
    return some(count, async () => {
      const email = `${this.#name('patient')}@bench.example`;
      const { accessToken, user } = await call<SignedInAnswer>(this.baseUrl, null, 'POST', '/auth/register', {
        email,
        password: adminAccount.password,
        givenName: 'Erika',
        familyName: 'Muster',
        birthOn: '1990-02-03',
      });
      return { patientId: user.patientId ?? '', userId: user.id, token: accessToken };
    });
  }

  async specialization(): Promise<{ id: string; name: string }> {
    const name = this.#name('Specialty');
    const { id } = await this.#asAdmin<{ id: string }>('POST', '/specializations', { name });
    return { id, name };
  }

  /** Doctors who work every day from eight to eighteen, UTC. */
  async doctors(count: number, specializationId: string): Promise<BenchDoctor[]> {
    this.#department ??= this.#newDepartment();
    const departmentId = await this.#department;
    return some(count, async () => {
      const email = `${this.#name('doctor')}@bench.example`;
      const { id: doctorId } = await this.#asAdmin<{ id: string }>('POST', '/doctors', {
        givenName: 'Ada',
        familyName: this.#name('Doctor'),
        birthOn: '1975-04-12',
        gender: 'female',
        specializationIds: [specializationId],
        departmentId,
        yearsOfExperience: 12,
        phone: '+49 30 1234',
        email,
        officeAddress: 'Room 12',
        zone: 'UTC',
        visitMinutes,
      });
      const path = `/doctors/${doctorId}`;
      const { version } = await this.#asAdmin<{ version: number }>('GET', `${path}/schedule`);
      const weekly = workdays.map((weekday) => ({
        weekday,
        startMinute: dayStartMinute,
        endMinute: dayEndMinute,
      }));
      await this.#asAdmin('PUT', `${path}/working-hours`, { weekly }, { 'if-match': `"${version}"` });
      return { doctorId, departmentId };
    });
  }

  /** Gives a doctor a sign-in. */
  async signInOf(doctorId: string): Promise<{ userId: string; token: string }> {
    const email = `${this.#name('doctor')}@bench.example`;
    const { password } = adminAccount;
    const account = { email, password, displayName: 'Dr. Ada', role: 'doctor', doctorId };
    await this.#asAdmin('POST', '/users', account);
    const signedIn = await call<SignedInAnswer>(this.baseUrl, null, 'POST', '/auth/login', {
      email,
      password,
    });
    return { userId: signedIn.user.id, token: signedIn.accessToken };
  }

  /** A few patients make all the bookings here. */
  async #liftBookingLimits(): Promise<void> {
    const { id, version } = await this.#asAdmin<{ id: string; version: number }>('GET', '/booking-limits');
    const limits = { horizonDays: 1_826, maxFutureVisits: 10_000, maxHolds: 10_000 };
    await this.#asAdmin('PUT', `/booking-limits/${id}`, limits, { 'if-match': `"${version}"` });
  }

  async #newDepartment(): Promise<string> {
    const department = { name: this.#name('Department'), location: 'First floor' };
    return (await this.#asAdmin<{ id: string }>('POST', '/departments', department)).id;
  }

  #asAdmin<T>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<T> {
    return call(this.baseUrl, this.adminToken, method, path, body, headers);
  }

  #name(kind: string): string {
    return `${kind}-${newId()}`;
  }
}

/** One call of the API that must succeed. */
export async function call<T>(
  baseUrl: string,
  token: string | null,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(`${baseUrl}/api/v1${path}`, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** So many, some of them at a time, in no particular order. */
async function some<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let left = count;
  const maker = async () => {
    while (left-- > 0) made.push(await make());
  };
  await Promise.all(Array.from({ length: atOnce }, maker));
  return made;
}
