import {
  Body,
  Get,
  Header,
  OperationId,
  Path,
  Post,
  Put,
  Queries,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { InvalidTransitionProblem } from '../appointments/appointments.types.js';
import type { AuthenticatedRequest } from '../http/request.js';
import type { Page } from '../lib/paging.js';
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { DiagnosesService } from './diagnoses.service.js';
import type { RecordsService } from './records.service.js';
import type {
  AddDiagnosis,
  Diagnosis,
  ListRecords,
  MedicalRecord,
  OpenRecord,
  RecordExistsProblem,
  SetDiagnosisStatus,
  UpdateRecord,
} from './records.types.js';

@Route('medical-records')
@Tags('medicalRecords')
export class RecordsController {
  constructor(
    private readonly records: RecordsService,
    private readonly diagnoses: DiagnosesService,
  ) {}

  /**
   * Opens the medical record of a visit on one's own calendar, or of a walk-in whom one treats. A visit has one record.
   * A walk-in is told to the patient, and counts like a visit once the front desk or a nurse has checked the patient in.
   * @summary Open a record
   */
  @Post()
  @OperationId('medicalRecords_open')
  @Security('bearer', ['record.write'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'appointment_not_found, patient_not_found')
  @Response<RecordExistsProblem | InvalidTransitionProblem>(409, 'record_exists, invalid_transition')
  open(@Request() request: AuthenticatedRequest, @Body() body: OpenRecord): Promise<MedicalRecord> {
    return this.records.open(request.actor, body);
  }

  /**
   * Medical records, newest first. Patients see theirs once they are closed or a note of them was released, and of a
   * walk-in at once that it is there.
   * @summary List records
   */
  @Get()
  @OperationId('medicalRecords_list')
  @Security('bearer', ['record.read'])
  list(
    @Request() request: AuthenticatedRequest,
    @Queries() query: ListRecords,
  ): Promise<Page<MedicalRecord>> {
    return this.records.list(request.actor, query);
  }

  /**
   * One medical record with its diagnoses. Billing gets codes without words.
   * @summary Read a record
   */
  @Get('{id}')
  @OperationId('medicalRecords_get')
  @Security('bearer', ['record.read'])
  @Response<Problem>(404, 'record_not_found')
  get(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<MedicalRecord> {
    return this.records.get(request.actor, id);
  }

  /**
   * Rewrites why the patient came. Only the attending doctor, only while the record is open.
   * @summary Update a record
   */
  @Put('{id}')
  @OperationId('medicalRecords_update')
  @Security('bearer', ['record.write'])
  @Response<Problem>(404, 'record_not_found')
  @Response<Problem>(409, 'record_closed')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  update(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: UpdateRecord,
    @Header('If-Match') ifMatch?: string,
  ): Promise<MedicalRecord> {
    return this.records.update(request.actor, id, ifMatch, body);
  }

  /**
   * Closes a record: it takes no more notes and observations, and the patient reads it. Only the attending doctor.
   * @summary Close a record
   */
  @Post('{id}/close')
  @OperationId('medicalRecords_close')
  @Security('bearer', ['record.write'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'record_not_found')
  @Response<Problem>(409, 'invalid_transition')
  close(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<MedicalRecord> {
    return this.records.close(request.actor, id);
  }

  /**
   * Says that the front desk or a nurse has seen a walk-in whose record the doctor opened alone. From then on it counts
   * like a visit.
   * @summary Check a walk-in in
   */
  @Post('{id}/check-in')
  @OperationId('medicalRecords_checkIn')
  @Security('bearer', ['record.check_in'])
  @SuccessResponse(204)
  @Response<Problem>(404, 'record_not_found')
  @Response<Problem>(409, 'invalid_transition')
  checkIn(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<void> {
    return this.records.checkIn(request.actor, id);
  }

  /**
   * Adds a coded diagnosis to an open record. Only the attending doctor.
   * @summary Add a diagnosis
   */
  @Post('{id}/diagnoses')
  @OperationId('medicalRecords_addDiagnosis')
  @Security('bearer', ['record.write'])
  @SuccessResponse(201)
  @Response<Problem>(404, 'record_not_found')
  @Response<Problem>(409, 'record_closed')
  addDiagnosis(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: AddDiagnosis,
  ): Promise<Diagnosis> {
    return this.diagnoses.add(request.actor, id, body);
  }

  /**
   * Says that a diagnosis is active, resolved, or was entered in error; the last hides it for good. Works on closed
   * records too: diseases resolve later. Only the attending doctor.
   * @summary Set a diagnosis's status
   */
  @Put('{id}/diagnoses/{diagnosisId}/status')
  @OperationId('medicalRecords_setDiagnosisStatus')
  @Security('bearer', ['record.write'])
  @Response<Problem>(404, 'diagnosis_not_found')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  setDiagnosisStatus(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Path() diagnosisId: Uuid,
    @Body() body: SetDiagnosisStatus,
    @Header('If-Match') ifMatch?: string,
  ): Promise<Diagnosis> {
    return this.diagnoses.setStatus(request.actor, id, diagnosisId, ifMatch, body);
  }
}
