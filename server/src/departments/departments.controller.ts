import {
  Body,
  Get,
  Header,
  NoSecurity,
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
import type { AuthenticatedRequest } from '../http/request.js';
import type { Page } from '../lib/paging.js';
import type { Problem } from '../lib/problem.js';
import type { Uuid } from '../lib/wire.js';
import type { DepartmentsService } from './departments.service.js';
import type { CreateDepartment, Department, ListDepartments, UpdateDepartment } from './departments.types.js';

@Route('departments')
@Tags('departments')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  /**
   * The clinic's departments by name. Open to everyone.
   * @summary List departments
   */
  @Get()
  @OperationId('departments_list')
  @NoSecurity()
  list(@Queries() query: ListDepartments): Promise<Page<Department>> {
    return this.departments.list(query);
  }

  /**
   * One department, open or closed. Everyone may read it.
   * @summary Get a department
   */
  @Get('{id}')
  @OperationId('departments_get')
  @NoSecurity()
  @Response<Problem>(404, 'department_not_found')
  get(@Path() id: Uuid): Promise<Department> {
    return this.departments.get(id);
  }

  /**
   * Opens a department. Names are unique, whatever their case.
   * @summary Create a department
   */
  @Post()
  @OperationId('departments_create')
  @Security('bearer', ['department.write'])
  @SuccessResponse(201)
  @Response<Problem>(409, 'name_taken')
  create(@Request() request: AuthenticatedRequest, @Body() body: CreateDepartment): Promise<Department> {
    return this.departments.create(request.actor, body);
  }

  /**
   * Renames or moves a department.
   * @summary Update a department
   */
  @Put('{id}')
  @OperationId('departments_update')
  @Security('bearer', ['department.write'])
  @Response<Problem>(404, 'department_not_found')
  @Response<Problem>(409, 'name_taken')
  @Response<Problem>(412, 'version_stale')
  @Response<Problem>(428, 'if_match_required')
  update(
    @Request() request: AuthenticatedRequest,
    @Path() id: Uuid,
    @Body() body: UpdateDepartment,
    @Header('If-Match') ifMatch?: string,
  ): Promise<Department> {
    return this.departments.update(request.actor, id, body, ifMatch);
  }

  /**
   * Closes a department that no active doctor belongs to. What it was stays on record.
   * @summary Deactivate a department
   */
  @Post('{id}/deactivate')
  @OperationId('departments_deactivate')
  @Security('bearer', ['department.write'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'department_not_found')
  @Response<Problem>(409, 'department_in_use')
  deactivate(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<Department> {
    return this.departments.deactivate(request.actor, id);
  }

  /**
   * Opens a closed department again.
   * @summary Activate a department
   */
  @Post('{id}/activate')
  @OperationId('departments_activate')
  @Security('bearer', ['department.write'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'department_not_found')
  activate(@Request() request: AuthenticatedRequest, @Path() id: Uuid): Promise<Department> {
    return this.departments.activate(request.actor, id);
  }
}
