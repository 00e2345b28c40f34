import type { Appointment } from '../../server/src/appointments/appointments.types.js';
import type { SignedIn, User } from '../../server/src/auth/auth.types.js';
import type { Draws } from '../../server/src/generate/draws.js';
import { type Answer, must, type OpenClinic, password, signIn } from '../../server/test/support/calls.js';
import { book, doctorAtWork, patient, staff, type Ward, ward } from '../../server/test/support/people.js';

/** What somebody does with her right, again and again. */
export interface Look {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Somebody who has a right, and what takes it from her. */
export interface Subject {
  /** Whose access tokens must be good for none of the looks once it is taken. */
  readonly losing: readonly SignedIn[];
  readonly looks: readonly [Look, ...Look[]];
  /** Sessions that must go on. */
  readonly spared: readonly SignedIn[];
  /** Whether the sessions themselves end, and their refresh tokens with them. */
  readonly endsSessions: boolean;
  /** @throws Error when that is not done */
  withdraw(): Promise<void>;
}

export interface Place {
  readonly clinic: OpenClinic;
  readonly here: Ward;
  readonly elsewhere: Ward;
  readonly reception: SignedIn;
  readonly secondAdmin: SignedIn;
}

export async function openPlace(clinic: OpenClinic): Promise<Place> {
  const [here, elsewhere] = [await ward(clinic), await ward(clinic)];
  const reception = await staff(clinic, 'receptionist');
  return { clinic, here, elsewhere, reception, secondAdmin: await staff(clinic, 'admin') };
}

const me: Look = { method: 'GET', path: '/auth/me' };
const ofPatients: Subject['looks'] = [me, { method: 'GET', path: '/appointments?limit=1' }];
const ofDesk: Subject['looks'] = [
  me,
  { method: 'GET', path: '/patients?limit=1' },
  { method: 'GET', path: '/appointments?limit=1' },
  {
    method: 'POST',
    path: '/patients',
    body: { givenName: 'A', familyName: 'Latecomer', birthOn: '1990-01-01' },
  },
];

type Make = (place: Place, draws: Draws) => Promise<Subject>;

/** Every way in which a right ends. */
export const withdrawals: Readonly<Record<string, Make>> = {
  async logout({ clinic }, draws) {
    const { first, looks } = await patientOrDesk(clinic, draws);
    return {
      losing: [first],
      looks,
      spared: await moreSessions(clinic, first, 2),
      endsSessions: true,
      withdraw: () => done(clinic.call(first, 'POST', '/auth/logout')),
    };
  },

  async 'password changed'({ clinic }, draws) {
    const { first, looks } = await patientOrDesk(clinic, draws);
    const body = { currentPassword: password, newPassword: `${password}, and another` };
    return {
      losing: await moreSessions(clinic, first, 2),
      looks,
      spared: [first],
      endsSessions: true,
      withdraw: () => done(clinic.call(first, 'POST', '/auth/change-password', { body })),
    };
  },

  async 'stolen refresh token'({ clinic }) {
    const first = (await patient(clinic)).user;
    const refresh = ({ refreshToken }: SignedIn) =>
      clinic.call<SignedIn>(null, 'POST', '/auth/refresh', { body: { refreshToken } });
    const next = await must(refresh(first));
    const last = await must(refresh(next)); // until the next one was used, the first one may come twice
    return {
      losing: [first, next, last],
      looks: ofPatients,
      spared: await moreSessions(clinic, first, 1),
      endsSessions: true,
      withdraw: async () => {
        const { status } = await refresh(first);
        if (status !== 401) throw new Error(`A refresh token that was used was answered ${status}.`);
      },
    };
  },

  async 'user disabled'({ clinic }) {
    const first = await staff(clinic, 'receptionist');
    return {
      losing: [first, ...(await moreSessions(clinic, first, 2))],
      looks: ofDesk,
      spared: [],
      endsSessions: true,
      withdraw: () => done(clinic.call(clinic.admin, 'POST', `/users/${first.user.id}/deactivate`)),
    };
  },

  async 'doctor deactivated'({ clinic, here }) {
    const { doctor, user } = await doctorAtWork(clinic, here);
    return {
      losing: [user, ...(await moreSessions(clinic, user, 1))],
      looks: [
        me,
        { method: 'GET', path: '/appointments?limit=1' },
        { method: 'GET', path: '/patients?limit=1' },
      ],
      spared: [],
      endsSessions: true,
      withdraw: () => done(clinic.call(clinic.admin, 'POST', `/doctors/${doctor.id}/deactivate`)),
    };
  },

  async 'patient deactivated'({ clinic, secondAdmin }) {
    const { patientId, user } = await patient(clinic);
    const deactivate = (admin: SignedIn) =>
      done(
        clinic.call(admin, 'POST', `/patients/${patientId}/deactivate`, {
          body: { reason: 'Registered twice by mistake.' },
        }),
      );
    await deactivate(clinic.admin);
    return {
      losing: [user, ...(await moreSessions(clinic, user, 1))],
      looks: ofPatients,
      spared: [],
      endsSessions: true,
      withdraw: () => deactivate(secondAdmin),
    };
  },

  async 'patient’s user disabled'({ clinic }) {
    const { user } = await patient(clinic);
    return {
      losing: [user, ...(await moreSessions(clinic, user, 1))],
      looks: ofPatients,
      spared: [],
      endsSessions: true,
      withdraw: () => done(clinic.call(clinic.admin, 'POST', `/users/${user.user.id}/deactivate`)),
    };
  },

  async 'own sign-in ended'({ clinic }) {
    const { user } = await patient(clinic);
    const body = { currentPassword: password };
    return {
      losing: [user, ...(await moreSessions(clinic, user, 1))],
      looks: ofPatients,
      spared: [],
      endsSessions: true,
      withdraw: () => done(clinic.call(user, 'POST', '/auth/end-sign-in', { body })),
    };
  },

  async 'password reset'({ clinic, reception }, draws) {
    const { first, looks } = await patientOrDesk(clinic, draws);
    const { id, email, patientId } = first.user;
    const [by, path] = patientId
      ? ([reception, `/patients/${patientId}/reset-code`] as const)
      : ([clinic.admin, `/users/${id}/reset-code`] as const);
    const { code } = await must<{ code: string }>(clinic.call(by, 'POST', path));
    const body = { email, code, newPassword: `${password}, and another` };
    return {
      losing: [first, ...(await moreSessions(clinic, first, 1))],
      looks,
      spared: [],
      endsSessions: true,
      withdraw: () => done(clinic.call(null, 'POST', '/auth/reset-password', { body })),
    };
  },

  async 'role changed'({ clinic }, draws) {
    const first = await staff(clinic, 'receptionist');
    const role = draws.one(['pharmacist', 'billing', 'admin']);
    return {
      losing: [first, ...(await moreSessions(clinic, first, 1))],
      looks: ofDesk,
      spared: [],
      endsSessions: true,
      withdraw: () => updateUser(clinic, first.user, { role }),
    };
  },

  async 'relationship ended'(place) {
    const { clinic, here } = place;
    const { doctor, user } = await doctorAtWork(clinic, here);
    const { patientId, visit } = await visitSoon(place, doctor.id);
    return {
      losing: [user, ...(await moreSessions(clinic, user, 1))],
      looks: [{ method: 'GET', path: `/patients/${patientId}` }],
      spared: [user],
      endsSessions: false,
      withdraw: () => cancel(place, visit),
    };
  },

  async 'visit on the ward cancelled'(place) {
    const { clinic, here } = place;
    const { doctor } = await doctorAtWork(clinic, here);
    const { patientId, visit } = await visitSoon(place, doctor.id);
    const nurse = await staff(clinic, 'nurse', { departmentId: here.departmentId });
    return {
      losing: [nurse, ...(await moreSessions(clinic, nurse, 1))],
      looks: [{ method: 'GET', path: `/patients/${patientId}` }],
      spared: [nurse],
      endsSessions: false,
      withdraw: () => cancel(place, visit),
    };
  },

  async 'moved to another ward'(place) {
    const { clinic, here, elsewhere } = place;
    const { doctor } = await doctorAtWork(clinic, here);
    const { patientId } = await visitSoon(place, doctor.id);
    const nurse = await staff(clinic, 'nurse', { departmentId: here.departmentId });
    return {
      losing: [nurse, ...(await moreSessions(clinic, nurse, 1))],
      looks: [{ method: 'GET', path: `/patients/${patientId}` }],
      spared: [nurse],
      endsSessions: false,
      withdraw: () => updateUser(clinic, nurse.user, { departmentId: elsewhere.departmentId }),
    };
  },
};

async function patientOrDesk(
  clinic: OpenClinic,
  draws: Draws,
): Promise<{ first: SignedIn } & Pick<Subject, 'looks'>> {
  return draws.chance(0.5)
    ? { first: (await patient(clinic)).user, looks: ofPatients }
    : { first: await staff(clinic, 'receptionist'), looks: ofDesk };
}

const moreSessions = (clinic: OpenClinic, { user }: SignedIn, count: number): Promise<SignedIn[]> =>
  Promise.all(Array.from({ length: count }, () => signIn(clinic.call, user.email)));

function updateUser(clinic: OpenClinic, { id, version }: User, body: object): Promise<void> {
  const headers = { 'if-match': `"${version}"` };
  return done(clinic.call(clinic.admin, 'PATCH', `/users/${id}`, { body, headers }));
}

function cancel({ clinic, reception }: Place, { id }: Appointment): Promise<void> {
  const body = { reason: 'The patient called.' };
  return done(clinic.call(reception, 'POST', `/appointments/${id}/cancel`, { body }));
}

const done = async (answer: Promise<Answer<unknown>>): Promise<void> => void (await must(answer));

const hourMs = 3_600_000;

/** Within the twelve hours that make a patient one of the ward. */
async function visitSoon({ clinic, reception }: Place, doctorId: string) {
  const { patientId } = await patient(clinic);
  const startsAt = new Date(Math.ceil(Date.now() / hourMs) * hourMs + 3 * hourMs).toISOString();
  const visit = await must<Appointment>(book(clinic, reception, { doctorId, patientId, startsAt }));
  return { patientId, visit };
}
