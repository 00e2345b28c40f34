import { PersonSignIns } from '../auth/person-sign-ins.js';
import { ResetCodeService } from '../auth/reset-code.service.js';
import { ResetCodes } from '../auth/reset-codes.js';
import { ResetCodesRepository } from '../auth/reset-codes.repository.js';
import { SessionsRepository } from '../auth/sessions.repository.js';
import { UsersRepository } from '../auth/users.repository.js';
import { DepartmentsController } from '../departments/departments.controller.js';
import { DepartmentsRepository } from '../departments/departments.repository.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { DoctorActivityService } from '../doctors/doctor-activity.service.js';
import { DoctorsController } from '../doctors/doctors.controller.js';
import { DoctorsRepository } from '../doctors/doctors.repository.js';
import { DoctorsService } from '../doctors/doctors.service.js';
import { ApprovalsRepository } from '../patients/approvals.repository.js';
import { PatientActivityService } from '../patients/patient-activity.service.js';
import { PatientSearchRepository } from '../patients/patient-search.repository.js';
import { PatientSearch } from '../patients/patient-search.service.js';
import { PatientsController } from '../patients/patients.controller.js';
import { PatientsRepository } from '../patients/patients.repository.js';
import { PatientsService } from '../patients/patients.service.js';
import { SearchKeyRenewal } from '../patients/search-key-renewal.js';
import { SearchKeysRepository } from '../patients/search-keys.repository.js';
import { VisitsToSettle } from '../scheduling/visits-to-settle.js';
import { VisitsToSettleRepository } from '../scheduling/visits-to-settle.repository.js';
import { SpecializationsController } from '../specializations/specializations.controller.js';
import { SpecializationsRepository } from '../specializations/specializations.repository.js';
import { SpecializationsService } from '../specializations/specializations.service.js';
import type { ControllerEntries, Foundation } from './foundation.js';
import type { Scheduling } from './scheduling.js';

/** Departments, specializations, doctors and patients. */
export function composeDirectory(
  { config, db, log, writes, events, cursors }: Foundation,
  { doctorDisplacement }: Scheduling,
) {
  const departments = new DepartmentsService(new DepartmentsRepository(db), writes, events, cursors);
  const specializations = new SpecializationsService(
    new SpecializationsRepository(db),
    writes,
    events,
    cursors,
  );
  const users = new UsersRepository(db);
  const sessions = new SessionsRepository(db);
  const signIns = new PersonSignIns(users, sessions, events);
  const codes = new ResetCodes(config.secret);
  const codeRows = new ResetCodesRepository(db);
  const resetCodes = new ResetCodeService(users, sessions, codeRows, codes, writes, events);
  const visitsToSettle = new VisitsToSettle(new VisitsToSettleRepository(db), cursors);
  const doctorRows = new DoctorsRepository(db);
  const doctors = new DoctorsService(
    doctorRows,
    departments,
    specializations,
    writes,
    events,
    cursors,
    doctorDisplacement,
  );
  const searchKeys = new SearchKeysRepository(db);
  const patientRows = new PatientsRepository(db, searchKeys);
  const doctorActivity = new DoctorActivityService(
    doctorRows,
    departments,
    signIns,
    visitsToSettle,
    writes,
    events,
  );
  const patients = new PatientsService(patientRows, writes, events, cursors);
  const patientSearch = new PatientSearch(new PatientSearchRepository(db));
  const patientActivity = new PatientActivityService(
    patientRows,
    new ApprovalsRepository(),
    signIns,
    visitsToSettle,
    writes,
    events,
  );
  return {
    resetCodes,
    services: { departments, specializations, doctors, doctorActivity, patients },
    controllers: [
      [DepartmentsController, new DepartmentsController(departments)],
      [SpecializationsController, new SpecializationsController(specializations)],
      [DoctorsController, new DoctorsController(doctors, doctorActivity)],
      [PatientsController, new PatientsController(patients, patientSearch, patientActivity, resetCodes)],
    ] satisfies ControllerEntries,
    workers: [new SearchKeyRenewal(db, searchKeys, log)],
  };
}

export type Directory = ReturnType<typeof composeDirectory>;
