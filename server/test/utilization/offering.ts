import { sql } from 'kysely';
import { pino } from 'pino';
import { composeDirectory } from '../../src/compose/directory.js';
import { composeFoundation } from '../../src/compose/foundation.js';
import { composeScheduling } from '../../src/compose/scheduling.js';
import { composeUtilization } from '../../src/compose/utilization.js';
import { readConfig } from '../../src/config.js';
import type { AnalyticsConsumer } from '../../src/events/analytics-consumer.js';
import { systemActor } from '../../src/lib/actor.js';
import { newId, uuidBytes } from '../../src/lib/ids.js';
import type { Db } from '../../src/lib/mysql.js';
import { migrate } from '../../src/migrate/migrate.js';
import { migrationsDir } from '../../src/paths.js';
import type { WeeklyHours } from '../../src/scheduling/weekly-hours.js';
import { emptyDatabase } from '../support/clinic.js';

type Services = ReturnType<typeof composeDirectory>['services'] &
  ReturnType<typeof composeScheduling>['services'] &
  ReturnType<typeof composeUtilization>['services'];

/** A clinic without workers, whose offered time is kept only when a test says so, by a clock of the test's own. */
export interface Office {
  clock: { nowMs: number };
  db: Db;
  services: Services;
  consumer: AnalyticsConsumer;
  /** What another process has. */
  otherConsumer: AnalyticsConsumer;
  department(): Promise<string>;
  doctor(wish: DoctorWish): Promise<string>;
  setHours(doctorId: string, weekly: WeeklyHours[]): Promise<void>;
  /** An appointment that was there before anybody counted. */
  appointment(doctorId: string, startsAt: string): Promise<void>;
  changeDoctor(
    doctorId: string,
    change: { departmentId: string } | { zone: string } | { isActive: boolean },
  ): Promise<void>;
  close(): Promise<void>;
}

export interface DoctorWish {
  departmentId: string;
  zone?: string;
  weekly?: WeeklyHours[];
}

export const actor = systemActor('test');

let count = 0;
const nextName = (kind: string): string => `${kind} ${++count}`;

/** @param nowOn the date on which it opens, at noon UTC */
export async function openOffice(nowOn: string): Promise<Office> {
  const { urls, drop } = await emptyDatabase();
  await migrate(urls.mysqlUrl, migrationsDir, () => {});
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const foundation = composeFoundation(config, urls, pino({ level: 'silent' }));
  const scheduling = composeScheduling(foundation);
  const directory = composeDirectory(foundation, scheduling);
  const clock = { nowMs: Date.parse(`${nowOn}T12:00:00Z`) };
  const now = () => clock.nowMs;
  const { consumers, services: numbers } = composeUtilization(foundation, scheduling, now);
  const [consumer] = consumers;
  const [otherConsumer] = composeUtilization(foundation, scheduling, now).consumers;
  if (!consumer || !otherConsumer) throw new Error('There is no consumer.');
  const services = { ...directory.services, ...scheduling.services, ...numbers };
  const specialization = await services.specializations.create(actor, { name: 'Everything' });
  const db = foundation.db.read;

  const setHours = async (doctorId: string, weekly: WeeklyHours[]): Promise<void> => {
    const windows = weekly.map(({ weekday, startMinute, endMinute }) => ({
      weekday,
      startMinute,
      endMinute,
    }));
    await services.schedules.setHours(actor, doctorId, { weekly: windows }, null);
  };
  const department = async (): Promise<string> =>
    (await services.departments.create(actor, { name: nextName('Department'), location: 'Here' })).id;
  return {
    clock,
    db,
    services,
    consumer,
    otherConsumer,
    setHours,
    department,
    async doctor({ departmentId, zone = 'UTC', weekly = [] }) {
      const { id } = await services.doctors.create(actor, {
        givenName: 'Ada',
        familyName: nextName('Doctor'),
        birthOn: '1975-04-12',
        gender: 'female',
        specializationIds: [specialization.id],
        departmentId,
        yearsOfExperience: 12,
        phone: '+49 30 1234',
        email: `${count}@test.example`,
        officeAddress: 'Room 12',
        zone,
        visitMinutes: 15,
      });
      if (weekly.length > 0) await setHours(id, weekly);
      return id;
    },
    async appointment(doctorId, startsAt) {
      const patient = await services.patients.create(actor, {
        givenName: 'Erika',
        familyName: 'Muster',
        birthOn: '1990-02-03',
        gender: 'female',
      });
      const at = new Date(startsAt);
      await sql`insert into appointments (id, doctor_id, patient_id, department_id, starts_at, ends_at, state,
          is_acknowledged, booked_by, created_at, updated_at)
        select ${uuidBytes(newId())}, id, ${uuidBytes(patient.id)}, department_id, ${at},
          ${new Date(at.getTime() + 900_000)}, 'completed', true, id, ${at}, ${at}
        from doctors where id = ${uuidBytes(doctorId)}`.execute(db);
    },
    async changeDoctor(doctorId, change) {
      if ('isActive' in change) {
        if (change.isActive) await services.doctorActivity.activate(actor, doctorId);
        else await services.doctorActivity.deactivate(actor, doctorId);
      } else {
        const { version } = await services.doctors.profile(actor, doctorId);
        await services.doctors.update(actor, doctorId, change, `"${version}"`);
      }
    },
    async close() {
      foundation.redis.disconnect();
      await foundation.db.close();
      await foundation.documentStore.close();
      await drop();
    },
  };
}
