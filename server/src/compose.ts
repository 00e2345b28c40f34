import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { AlternativeSlots } from './appointments/alternative-slots.js';
import { AppointmentsController } from './appointments/appointments.controller.js';
import { AppointmentsRepository } from './appointments/appointments.repository.js';
import { AppointmentsService } from './appointments/appointments.service.js';
import { BookingService } from './appointments/booking.service.js';
import { HistoryService } from './appointments/history.service.js';
import { HoldSweeper } from './appointments/hold-sweeper.js';
import { SlotClaimsRepository } from './appointments/slot-claims.repository.js';
import { TimeTaking } from './appointments/time-taking.js';
import { AccessTokens } from './auth/access-tokens.js';
import { AuthController } from './auth/auth.controller.js';
import { AuthService } from './auth/auth.service.js';
import { Passwords } from './auth/passwords.js';
import { SessionGate } from './auth/session-gate.js';
import { SessionsRepository } from './auth/sessions.repository.js';
import { UsersRepository } from './auth/users.repository.js';
import type { Config } from './config.js';
import { DepartmentsController } from './departments/departments.controller.js';
import { DepartmentsRepository } from './departments/departments.repository.js';
import { DepartmentsService } from './departments/departments.service.js';
import { DoctorsController } from './doctors/doctors.controller.js';
import { DoctorsRepository } from './doctors/doctors.repository.js';
import { DoctorsService } from './doctors/doctors.service.js';
import { DeliveryMarks } from './documents/delivery-marks.js';
import { DeliveryRelay } from './documents/delivery-relay.js';
import { DocumentsRepository } from './documents/documents.repository.js';
import { DocumentsService } from './documents/documents.service.js';
import { deliveryTimes } from './documents/documents.types.js';
import { EnsureCollections } from './documents/ensure-collections.js';
import { OutboxRepository } from './documents/outbox.repository.js';
import { Reconciler } from './documents/reconciler.js';
import { RestartWatch } from './documents/restart-watch.js';
import { EventsRepository } from './events/events.repository.js';
import { ImportLedger } from './import/import-ledger.js';
import { ImportedRowsRepository } from './import/imported-rows.repository.js';
import { Writes } from './lib/idempotency.js';
import { IdempotencySweeper } from './lib/idempotency-sweeper.js';
import { Damper } from './lib/locks.js';
import { Metrics } from './lib/metrics.js';
import { DocumentStore } from './lib/mongo.js';
import { Database } from './lib/mysql.js';
import { Cursors } from './lib/paging.js';
import { openRedis } from './lib/redis.js';
import { Vault } from './lib/secrets.js';
import type { Worker } from './lib/worker.js';
import { NoteReadingService } from './notes/note-reading.service.js';
import { NoteSearchRepository } from './notes/note-search.repository.js';
import { NotesController } from './notes/notes.controller.js';
import { NotesRepository } from './notes/notes.repository.js';
import { NotesService } from './notes/notes.service.js';
import { ObservationsController } from './observations/observations.controller.js';
import { ObservationsRepository } from './observations/observations.repository.js';
import { ObservationsService } from './observations/observations.service.js';
import { ApprovalsRepository } from './patients/approvals.repository.js';
import { PatientDeactivationService } from './patients/patient-deactivation.service.js';
import { PatientSearchRepository } from './patients/patient-search.repository.js';
import { PatientSearch } from './patients/patient-search.service.js';
import { PatientsController } from './patients/patients.controller.js';
import { PatientsRepository } from './patients/patients.repository.js';
import { PatientsService } from './patients/patients.service.js';
import { DiagnosesRepository } from './records/diagnoses.repository.js';
import { DiagnosesService } from './records/diagnoses.service.js';
import { RecordsController } from './records/records.controller.js';
import { RecordsRepository } from './records/records.repository.js';
import { RecordsService } from './records/records.service.js';
import { HolidaysController } from './scheduling/holidays.controller.js';
import { HolidaysRepository } from './scheduling/holidays.repository.js';
import { HolidaysService } from './scheduling/holidays.service.js';
import { SchedulesController } from './scheduling/hours.controller.js';
import { HoursRepository } from './scheduling/hours.repository.js';
import { HoursService } from './scheduling/hours.service.js';
import { ScheduleRepository } from './scheduling/schedule.repository.js';
import { ScheduleChanges } from './scheduling/schedule-changes.js';
import { Schedules } from './scheduling/schedules.js';
import { SlotsController } from './scheduling/slots.controller.js';
import { SlotsService } from './scheduling/slots.service.js';
import { StandingVisitsRepository } from './scheduling/standing-visits.repository.js';
import { TimeOffRepository } from './scheduling/time-off.repository.js';
import { TimeOffService } from './scheduling/time-off.service.js';
import { SpecializationsController } from './specializations/specializations.controller.js';
import { SpecializationsRepository } from './specializations/specializations.repository.js';
import { SpecializationsService } from './specializations/specializations.service.js';
import { StaffController } from './staff/staff.controller.js';
import { StaffRepository } from './staff/staff.repository.js';
import { StaffService } from './staff/staff.service.js';

export interface StoreUrls {
  mysqlUrl: string;
  mongoUrl: string;
  redisUrl: string;
}

/** Builds the application: the only place that says `new XService`. Nothing is started yet. */
export function compose(config: Config, urls: StoreUrls, log: Logger) {
  const metrics = new Metrics();
  const db = new Database(urls.mysqlUrl);
  const documentStore = new DocumentStore(urls.mongoUrl);
  const redis: Redis = openRedis(urls.redisUrl);
  db.onContention(() => metrics.contention.inc());

  const writes = new Writes(db);
  const cursors = new Cursors(config.secret);
  const events = new EventsRepository();

  const departments = new DepartmentsService(new DepartmentsRepository(db), writes, events, cursors);
  const specializations = new SpecializationsService(
    new SpecializationsRepository(db),
    writes,
    events,
    cursors,
  );
  const doctorRows = new DoctorsRepository(db);
  const doctors = new DoctorsService(doctorRows, departments, specializations, writes, events, cursors);
  const patientRows = new PatientsRepository(db);
  const patients = new PatientsService(patientRows, writes, events, cursors);
  const patientSearch = new PatientSearch(new PatientSearchRepository(db));
  const patientDeactivation = new PatientDeactivationService(
    patientRows,
    new ApprovalsRepository(),
    writes,
    events,
  );

  const users = new UsersRepository(db);
  const sessions = new SessionsRepository(db);
  const tokens = new AccessTokens(config.secret, config.publicUrl ?? 'medweave');
  const passwords = new Passwords(config.secret, config.bcryptCost);
  const sessionGate = new SessionGate(tokens, sessions);
  const auth = new AuthService(db, users, sessions, patients, events, {
    secret: config.secret,
    tokens,
    passwords,
  });

  const staffRooms = { auth, passwords, doctors, departments };
  const staff = new StaffService(new StaffRepository(db), staffRooms, writes, events, cursors);

  const scheduleRows = new ScheduleRepository(db);
  const schedules = new Schedules(scheduleRows);
  const slots = new SlotsService(scheduleRows, schedules);
  const hourRows = new HoursRepository(db);
  const timeOffRows = new TimeOffRepository(db);
  const standingVisits = new StandingVisitsRepository();
  const scheduleChanges = new ScheduleChanges(hourRows, scheduleRows, standingVisits, events, writes);
  const hours = new HoursService(hourRows, timeOffRows, scheduleRows, scheduleChanges);
  const timeOff = new TimeOffService(timeOffRows, scheduleChanges, writes);
  const holidays = new HolidaysService(
    new HolidaysRepository(db),
    scheduleRows,
    standingVisits,
    writes,
    events,
    cursors,
  );
  const appointmentRows = new AppointmentsRepository(db);
  const taking = new TimeTaking(new SlotClaimsRepository(), appointmentRows, events);
  const appointments = new AppointmentsService(appointmentRows, taking, writes, events, cursors);
  const booking = new BookingService(
    appointmentRows,
    appointments,
    schedules,
    taking,
    new AlternativeSlots(slots),
    events,
    new Damper(redis, metrics),
    writes,
  );
  const history = new HistoryService(appointmentRows, scheduleRows, taking, events);
  const holdSweeper = new HoldSweeper(db, appointmentRows, taking, log);

  const { documents, relay, reconciler } = composeDocuments(config, db, documentStore, metrics, log);
  const diagnosisRows = new DiagnosesRepository(db);
  const records = new RecordsService(
    new RecordsRepository(db),
    diagnosisRows,
    appointments,
    writes,
    events,
    cursors,
  );
  const diagnoses = new DiagnosesService(diagnosisRows, records, writes, events);
  const noteRows = new NotesRepository(db);
  const notes = new NotesService(noteRows, records, documents, writes, events);
  const noteReading = new NoteReadingService(
    noteRows,
    new NoteSearchRepository(db, documentStore),
    documents,
    cursors,
  );
  const observationRows = new ObservationsRepository(db);
  const observations = new ObservationsService(observationRows, records, documents, writes, events, cursors);

  const controllers = new Map<unknown, unknown>([
    [SlotsController, new SlotsController(slots)],
    [SchedulesController, new SchedulesController(hours, timeOff)],
    [HolidaysController, new HolidaysController(holidays)],
    [AppointmentsController, new AppointmentsController(appointments, booking)],
    [RecordsController, new RecordsController(records, diagnoses)],
    [NotesController, new NotesController(notes, noteReading)],
    [ObservationsController, new ObservationsController(observations)],
    [AuthController, new AuthController(auth)],
    [StaffController, new StaffController(staff)],
    [DepartmentsController, new DepartmentsController(departments)],
    [SpecializationsController, new SpecializationsController(specializations)],
    [DoctorsController, new DoctorsController(doctors)],
    [PatientsController, new PatientsController(patients, patientSearch, patientDeactivation)],
  ]);

  const workers: Worker[] = [new IdempotencySweeper(db, log), holdSweeper, relay];

  return {
    config,
    log,
    metrics,
    tokens,
    sessionGate,
    controllers,
    workers,
    lifecycle: { isStopping: false },
    stores: {
      mysql: () => db.ping(),
      mongo: () => documentStore.ping(),
      redis: () => redis.ping(),
    },
    services: {
      appointments,
      booking,
      slots,
      schedules: hours,
      timeOff,
      holidays,
      auth,
      staff,
      departments,
      specializations,
      doctors,
      patients,
      records,
      diagnoses,
      notes,
      observations,
      documents,
      reconciler,
      history,
      importLedger: new ImportLedger(db, new ImportedRowsRepository(db)),
    },
    async close(): Promise<void> {
      redis.disconnect();
      await Promise.all([db.close(), documentStore.close()]);
    },
  };
}

/** The way of documents to MongoDB: what requests use, and the worker behind them. */
function composeDocuments(config: Config, db: Database, store: DocumentStore, metrics: Metrics, log: Logger) {
  const vault = new Vault(config.secret);
  const outbox = new OutboxRepository(db, deliveryTimes);
  const documentRows = new DocumentsRepository(store);
  const marks = new DeliveryMarks(outbox, log);
  const options = { vault, times: deliveryTimes, metrics, log };
  const documents = new DocumentsService(outbox, documentRows, marks, options);
  const reconciler = new Reconciler(outbox, documentRows, metrics, log);
  const [collections, restarts] = [new EnsureCollections(store, log), new RestartWatch(store)];
  const parts = { outbox, documents: documentRows, marks, collections, restarts, reconciler, vault };
  return { documents, reconciler, relay: new DeliveryRelay(parts, deliveryTimes, metrics, log) };
}

export type ComposedApp = ReturnType<typeof compose>;
