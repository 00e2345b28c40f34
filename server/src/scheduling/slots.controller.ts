import { Get, NoSecurity, OperationId, Path, Queries, Response, Route, Tags } from '@tsoa/runtime';
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { SlotsService } from './slots.service.js';
import type { DoctorSlot, FirstFreeQuery, Slot, SlotsQuery } from './slots.types.js';

@Route('')
export class SlotsController {
  constructor(private readonly slots: SlotsService) {}

  /**
   * The free times of one doctor, in order. What is listed here, booking accepts, unless somebody was faster.
   * @summary Free times of a doctor
   */
  @Get('doctors/{doctorId}/slots')
  @Tags('doctors')
  @OperationId('doctors_slots')
  @NoSecurity()
  @Response<Problem>(404, 'doctor_not_found')
  ofDoctor(@Path() doctorId: Uuid, @Queries() query: SlotsQuery): Promise<Slot[]> {
    return this.slots.ofDoctor(doctorId, query);
  }

  /**
   * The first free time of each doctor of a specialization or department, earliest first.
   * @summary First free times over many doctors
   */
  @Get('slots')
  @Tags('slots')
  @OperationId('slots_firstFree')
  @NoSecurity()
  firstFree(@Queries() query: FirstFreeQuery): Promise<DoctorSlot[]> {
    return this.slots.firstFree(query);
  }
}
