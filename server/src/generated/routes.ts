/* tslint:disable */
/* eslint-disable */
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import type { TsoaRoute } from '@tsoa/runtime';
import { fetchMiddlewares } from '@tsoa/runtime';
import { ExpressTemplateService } from '../http/template.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { UtilizationController } from './../utilization/utilization.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { StaffController } from './../staff/staff.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SpecializationsController } from './../specializations/specializations.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SlotsController } from './../scheduling/slots.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { SchedulesController } from './../scheduling/hours.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { HolidaysController } from './../scheduling/holidays.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { RecordsController } from './../records/records.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { PatientsController } from './../patients/patients.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { ObservationsController } from './../observations/observations.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { NotesController } from './../notes/notes.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DocumentAnalyticsController } from './../document-analytics/document-analytics.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DoctorsController } from './../doctors/doctors.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { DepartmentsController } from './../departments/departments.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { BookingLimitsController } from './../booking-limits/booking-limits.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AuthController } from './../auth/auth.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AppointmentsController } from './../appointments/appointments.controller.js';
// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
import { AnalyticsController } from './../analytics/analytics.controller.js';
import { expressAuthentication } from './../http/authentication.js';
// @ts-ignore - no great way to install types from subpackage
import { iocContainer } from './../http/ioc.js';
import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request as ExRequest, Response as ExResponse, RequestHandler, Router } from 'express';

const expressAuthenticationRecasted = expressAuthentication as (req: ExRequest, securityName: string, scopes?: string[], res?: ExResponse) => Promise<any>;


// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

export const models: TsoaRoute.Models = {
    "FieldError": {
        "dataType": "refObject",
        "properties": {
            "field": {"dataType":"string","required":true},
            "message": {"dataType":"string","required":true},
            "code": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Problem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"string","required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Instant": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"value":"^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])[Tt]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Uuid": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"value":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Utilization": {
        "dataType": "refObject",
        "properties": {
            "doctorId": {"ref":"Uuid","required":true},
            "doctorName": {"dataType":"string","required":true},
            "departmentId": {"ref":"Uuid","required":true},
            "departmentName": {"dataType":"string","required":true},
            "year": {"dataType":"integer","required":true},
            "month": {"dataType":"integer","required":true},
            "offeredMinutes": {"dataType":"integer","required":true},
            "bookedMinutes": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "utilization": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Numbers_Utilization_": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"Utilization"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UtilizationFilter": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","validators":{"minimum":{"value":1900},"maximum":{"value":2200}}},
            "month": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":12}}},
            "departmentId": {"ref":"Uuid"},
            "doctorId": {"ref":"Uuid"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Role": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["patient"]},{"dataType":"enum","enums":["doctor"]},{"dataType":"enum","enums":["nurse"]},{"dataType":"enum","enums":["receptionist"]},{"dataType":"enum","enums":["pharmacist"]},{"dataType":"enum","enums":["billing"]},{"dataType":"enum","enums":["admin"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "User": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "email": {"dataType":"string","required":true},
            "displayName": {"dataType":"string","required":true},
            "role": {"ref":"Role","required":true},
            "patientId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "doctorId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "departmentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "isActive": {"dataType":"boolean","required":true},
            "canSignIn": {"dataType":"boolean","required":true},
            "passwordResetAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Email": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"value":"^\\s*[A-Za-z0-9.!#$%&'*+/=?^_|~-]{1,64}@[A-Za-z0-9.-]{1,125}\\.[A-Za-z0-9-]{2,63}\\s*$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "StaffRole": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["doctor"]},{"dataType":"enum","enums":["nurse"]},{"dataType":"enum","enums":["receptionist"]},{"dataType":"enum","enums":["pharmacist"]},{"dataType":"enum","enums":["billing"]},{"dataType":"enum","enums":["admin"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateUser": {
        "dataType": "refObject",
        "properties": {
            "email": {"ref":"Email","required":true},
            "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":10},"maxLength":{"value":200}}},
            "displayName": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":160},"pattern":{"value":"\\S"}}},
            "role": {"ref":"StaffRole","required":true},
            "doctorId": {"ref":"Uuid"},
            "departmentId": {"ref":"Uuid"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_User_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"User"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Cursor": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"value":"^[A-Za-z0-9_-]{20,600}$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListUsers": {
        "dataType": "refObject",
        "properties": {
            "role": {"ref":"StaffRole"},
            "isPatient": {"dataType":"boolean"},
            "doctorId": {"ref":"Uuid"},
            "patientId": {"ref":"Uuid"},
            "isActive": {"dataType":"boolean"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UpdateUser": {
        "dataType": "refObject",
        "properties": {
            "displayName": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":160},"pattern":{"value":"\\S"}}},
            "role": {"ref":"StaffRole"},
            "doctorId": {"ref":"Uuid"},
            "departmentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ResetCode": {
        "dataType": "refObject",
        "properties": {
            "userId": {"ref":"Uuid","required":true},
            "code": {"dataType":"string","required":true},
            "expiresAt": {"ref":"Instant","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Specialization": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
            "isActive": {"dataType":"boolean","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_Specialization_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"Specialization"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListSpecializations": {
        "dataType": "refObject",
        "properties": {
            "isActive": {"dataType":"boolean"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateSpecialization": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":120},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UpdateSpecialization": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":120},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Slot": {
        "dataType": "refObject",
        "properties": {
            "startsAt": {"ref":"Instant","required":true},
            "endsAt": {"ref":"Instant","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SlotsQuery": {
        "dataType": "refObject",
        "properties": {
            "from": {"ref":"Instant","required":true},
            "to": {"ref":"Instant","required":true},
            "durationMinutes": {"dataType":"integer","validators":{"minimum":{"value":5},"maximum":{"value":480}}},
            "stepMinutes": {"dataType":"integer","validators":{"minimum":{"value":5},"maximum":{"value":480}}},
            "beyondHorizon": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DoctorSlot": {
        "dataType": "refObject",
        "properties": {
            "doctorId": {"ref":"Uuid","required":true},
            "startsAt": {"ref":"Instant","required":true},
            "endsAt": {"ref":"Instant","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FirstFreeQuery": {
        "dataType": "refObject",
        "properties": {
            "specialization": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":120}}},
            "specializationId": {"ref":"Uuid"},
            "departmentId": {"ref":"Uuid"},
            "from": {"ref":"Instant"},
            "to": {"ref":"Instant"},
            "durationMinutes": {"dataType":"integer","validators":{"minimum":{"value":5},"maximum":{"value":480}}},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "beyondHorizon": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DateOn": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"value":"^(19|20|21)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WeeklyWindow": {
        "dataType": "refObject",
        "properties": {
            "weekday": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":7}}},
            "startMinute": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":1435}}},
            "endMinute": {"dataType":"integer","required":true,"validators":{"minimum":{"value":5},"maximum":{"value":1440}}},
            "validFromOn": {"ref":"DateOn"},
            "validToOn": {"ref":"DateOn"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DayWindow": {
        "dataType": "refObject",
        "properties": {
            "startMinute": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":1435}}},
            "endMinute": {"dataType":"integer","required":true,"validators":{"minimum":{"value":5},"maximum":{"value":1440}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ScheduleOverride": {
        "dataType": "refObject",
        "properties": {
            "dateOn": {"ref":"DateOn","required":true},
            "windows": {"dataType":"array","array":{"dataType":"refObject","ref":"DayWindow"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TimeOffEntry": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "startsAt": {"ref":"Instant","required":true},
            "endsAt": {"ref":"Instant","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Schedule": {
        "dataType": "refObject",
        "properties": {
            "doctorId": {"ref":"Uuid","required":true},
            "zone": {"dataType":"string","required":true},
            "visitMinutes": {"dataType":"integer","required":true},
            "version": {"dataType":"integer","required":true},
            "weekly": {"dataType":"array","array":{"dataType":"refObject","ref":"WeeklyWindow"},"required":true},
            "overrides": {"dataType":"array","array":{"dataType":"refObject","ref":"ScheduleOverride"},"required":true},
            "timeOff": {"dataType":"array","array":{"dataType":"refObject","ref":"TimeOffEntry"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DisplacedVisit": {
        "dataType": "refObject",
        "properties": {
            "appointmentId": {"ref":"Uuid","required":true},
            "doctorId": {"ref":"Uuid","required":true},
            "startsAt": {"ref":"Instant","required":true},
            "endsAt": {"ref":"Instant","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ScheduleChange": {
        "dataType": "refObject",
        "properties": {
            "version": {"dataType":"integer","required":true},
            "displaced": {"dataType":"array","array":{"dataType":"refObject","ref":"DisplacedVisit"},"required":true},
            "displacedCount": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SetHours": {
        "dataType": "refObject",
        "properties": {
            "weekly": {"dataType":"array","array":{"dataType":"refObject","ref":"WeeklyWindow"},"required":true,"validators":{"maxItems":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SetOverride": {
        "dataType": "refObject",
        "properties": {
            "windows": {"dataType":"array","array":{"dataType":"refObject","ref":"DayWindow"},"required":true,"validators":{"maxItems":{"value":48}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TimeOffAdded": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "startsAt": {"ref":"Instant","required":true},
            "endsAt": {"ref":"Instant","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "version": {"dataType":"integer","required":true},
            "displaced": {"dataType":"array","array":{"dataType":"refObject","ref":"DisplacedVisit"},"required":true},
            "displacedCount": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AddTimeOff": {
        "dataType": "refObject",
        "properties": {
            "startsAt": {"ref":"Instant","required":true},
            "endsAt": {"ref":"Instant","required":true},
            "reason": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":200},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Holiday": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "dateOn": {"ref":"DateOn","required":true},
            "name": {"dataType":"string","required":true},
            "departmentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_Holiday_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"Holiday"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListHolidays": {
        "dataType": "refObject",
        "properties": {
            "from": {"ref":"DateOn"},
            "to": {"ref":"DateOn"},
            "departmentId": {"ref":"Uuid"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "HolidayCreated": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "dateOn": {"ref":"DateOn","required":true},
            "name": {"dataType":"string","required":true},
            "departmentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "displaced": {"dataType":"array","array":{"dataType":"refObject","ref":"DisplacedVisit"},"required":true},
            "displacedCount": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateHoliday": {
        "dataType": "refObject",
        "properties": {
            "dateOn": {"ref":"DateOn","required":true},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":120},"pattern":{"value":"\\S"}}},
            "departmentId": {"ref":"Uuid"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RecordKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["visit"]},{"dataType":"enum","enums":["walk_in"]},{"dataType":"enum","enums":["admission"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RecordStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["open"]},{"dataType":"enum","enums":["closed"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CodeSystem": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["icd-10"]},{"dataType":"enum","enums":["snomed-ct"]},{"dataType":"enum","enums":["local"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DiagnosisStatus": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["active"]},{"dataType":"enum","enums":["resolved"]},{"dataType":"enum","enums":["entered_in_error"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Diagnosis": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "recordUuid": {"ref":"Uuid","required":true},
            "codeSystem": {"ref":"CodeSystem","required":true},
            "code": {"dataType":"string","required":true},
            "text": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "status": {"ref":"DiagnosisStatus","required":true},
            "onsetOn": {"dataType":"union","subSchemas":[{"ref":"DateOn"},{"dataType":"enum","enums":[null]}],"required":true},
            "resolvedOn": {"dataType":"union","subSchemas":[{"ref":"DateOn"},{"dataType":"enum","enums":[null]}],"required":true},
            "recordedAt": {"ref":"Instant","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MedicalRecord": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "patientId": {"ref":"Uuid","required":true},
            "doctorId": {"ref":"Uuid","required":true},
            "departmentId": {"ref":"Uuid","required":true},
            "appointmentId": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "kind": {"ref":"RecordKind","required":true},
            "status": {"ref":"RecordStatus","required":true},
            "chiefComplaint": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "openedAt": {"ref":"Instant","required":true},
            "closedAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "isOpenedAlone": {"dataType":"boolean","required":true},
            "diagnoses": {"dataType":"array","array":{"dataType":"refObject","ref":"Diagnosis"},"required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RecordExistsProblem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"enum","enums":["record_exists"],"required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
            "recordUuid": {"ref":"Uuid","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AppointmentState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["held"]},{"dataType":"enum","enums":["booked"]},{"dataType":"enum","enums":["confirmed"]},{"dataType":"enum","enums":["checked_in"]},{"dataType":"enum","enums":["in_progress"]},{"dataType":"enum","enums":["completed"]},{"dataType":"enum","enums":["cancelled"]},{"dataType":"enum","enums":["no_show"]},{"dataType":"enum","enums":["expired"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "InvalidTransitionProblem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"enum","enums":["invalid_transition"],"required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
            "state": {"ref":"AppointmentState","required":true},
            "allowedFrom": {"dataType":"array","array":{"dataType":"refAlias","ref":"AppointmentState"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "OpenRecord": {
        "dataType": "refObject",
        "properties": {
            "appointmentId": {"ref":"Uuid"},
            "patientId": {"ref":"Uuid"},
            "kind": {"dataType":"enum","enums":["walk_in"]},
            "chiefComplaint": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":500},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_MedicalRecord_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"MedicalRecord"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListRecords": {
        "dataType": "refObject",
        "properties": {
            "patientId": {"ref":"Uuid"},
            "doctorId": {"ref":"Uuid"},
            "status": {"ref":"RecordStatus"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UpdateRecord": {
        "dataType": "refObject",
        "properties": {
            "chiefComplaint": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":500},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AddDiagnosis": {
        "dataType": "refObject",
        "properties": {
            "codeSystem": {"ref":"CodeSystem","required":true},
            "code": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":32},"pattern":{"value":"^\\S+$"}}},
            "text": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":300},"pattern":{"value":"\\S"}}},
            "onsetOn": {"ref":"DateOn"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SetDiagnosisStatus": {
        "dataType": "refObject",
        "properties": {
            "status": {"ref":"DiagnosisStatus","required":true},
            "resolvedOn": {"ref":"DateOn"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Gender": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["female"]},{"dataType":"enum","enums":["male"]},{"dataType":"enum","enums":["other"]},{"dataType":"enum","enums":["unknown"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Country": {
        "dataType": "refAlias",
        "type": {"dataType":"string","validators":{"pattern":{"value":"^[A-Za-z]{2}$"}}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PostalAddress": {
        "dataType": "refObject",
        "properties": {
            "line": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200},"pattern":{"value":"\\S"}}},
            "city": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100},"pattern":{"value":"\\S"}}},
            "region": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "postalCode": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":20}}},
            "country": {"ref":"Country"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EmergencyContact": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":160},"pattern":{"value":"\\S"}}},
            "phone": {"dataType":"string","required":true,"validators":{"minLength":{"value":3},"maxLength":{"value":40},"pattern":{"value":"\\S"}}},
            "relation": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":40}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Insurance": {
        "dataType": "refObject",
        "properties": {
            "provider": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":120},"pattern":{"value":"\\S"}}},
            "number": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":60},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Patient": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "mrn": {"dataType":"string","required":true},
            "givenName": {"dataType":"string","required":true},
            "familyName": {"dataType":"string","required":true},
            "birthYear": {"dataType":"integer","required":true},
            "birthOn": {"ref":"DateOn"},
            "gender": {"ref":"Gender"},
            "phone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "email": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "address": {"dataType":"union","subSchemas":[{"ref":"PostalAddress"},{"dataType":"enum","enums":[null]}]},
            "emergencyContact": {"dataType":"union","subSchemas":[{"ref":"EmergencyContact"},{"dataType":"enum","enums":[null]}]},
            "insurance": {"dataType":"union","subSchemas":[{"ref":"Insurance"},{"dataType":"enum","enums":[null]}]},
            "isActive": {"dataType":"boolean","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreatePatient": {
        "dataType": "refObject",
        "properties": {
            "givenName": {"dataType":"string","validators":{"maxLength":{"value":80}}},
            "familyName": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":80},"pattern":{"value":"\\S"}}},
            "birthOn": {"ref":"DateOn","required":true},
            "gender": {"ref":"Gender"},
            "phone": {"dataType":"string","validators":{"minLength":{"value":3},"maxLength":{"value":40},"pattern":{"value":"\\S"}}},
            "email": {"ref":"Email"},
            "address": {"ref":"PostalAddress"},
            "emergencyContact": {"ref":"EmergencyContact"},
            "insurance": {"ref":"Insurance"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_Patient_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"Patient"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListPatients": {
        "dataType": "refObject",
        "properties": {
            "familyName": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":80}}},
            "birthOn": {"ref":"DateOn"},
            "mrn": {"dataType":"string"},
            "isActive": {"dataType":"boolean"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PatientMatches": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"Patient"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SearchPatients": {
        "dataType": "refObject",
        "properties": {
            "q": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":180},"pattern":{"value":"\\S"}}},
            "mrn": {"dataType":"string"},
            "givenName": {"dataType":"string","validators":{"maxLength":{"value":80}}},
            "familyName": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":80}}},
            "birthOn": {"ref":"DateOn"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":20}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UpdatePatient": {
        "dataType": "refObject",
        "properties": {
            "givenName": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":80}}},
            "familyName": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":80},"pattern":{"value":"\\S"}}},
            "birthOn": {"ref":"DateOn"},
            "gender": {"ref":"Gender"},
            "phone": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"minLength":{"value":3},"maxLength":{"value":40},"pattern":{"value":"\\S"}}},
            "email": {"dataType":"union","subSchemas":[{"ref":"Email"},{"dataType":"enum","enums":[null]}]},
            "address": {"dataType":"union","subSchemas":[{"ref":"PostalAddress"},{"dataType":"enum","enums":[null]}]},
            "emergencyContact": {"dataType":"union","subSchemas":[{"ref":"EmergencyContact"},{"dataType":"enum","enums":[null]}]},
            "insurance": {"dataType":"union","subSchemas":[{"ref":"Insurance"},{"dataType":"enum","enums":[null]}]},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SuggestedAction": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["reassign"]},{"dataType":"enum","enums":["cancel"]},{"dataType":"enum","enums":["complete"]},{"dataType":"enum","enums":["none"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VisitToSettle": {
        "dataType": "refObject",
        "properties": {
            "appointmentId": {"ref":"Uuid","required":true},
            "doctorId": {"ref":"Uuid"},
            "startsAt": {"ref":"Instant","required":true},
            "endsAt": {"ref":"Instant","required":true},
            "state": {"ref":"AppointmentState","required":true},
            "suggestedAction": {"ref":"SuggestedAction","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PatientDeactivation": {
        "dataType": "refObject",
        "properties": {
            "patientId": {"ref":"Uuid","required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["awaiting_second_approver"]},{"dataType":"enum","enums":["deactivated"]}],"required":true},
            "requestedBy": {"ref":"Uuid","required":true},
            "requestedAt": {"ref":"Instant","required":true},
            "visitsToSettle": {"dataType":"union","subSchemas":[{"dataType":"array","array":{"dataType":"refObject","ref":"VisitToSettle"}},{"dataType":"enum","enums":[null]}],"required":true},
            "visitsToSettleCount": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DeactivatePatient": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":10},"maxLength":{"value":300},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PatientActivation": {
        "dataType": "refObject",
        "properties": {
            "patientId": {"ref":"Uuid","required":true},
            "state": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["awaiting_second_approver"]},{"dataType":"enum","enums":["activated"]}],"required":true},
            "requestedBy": {"ref":"Uuid","required":true},
            "requestedAt": {"ref":"Instant","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ActivatePatient": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":10},"maxLength":{"value":300},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VisitsToSettlePage": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"VisitToSettle"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VisitsToSettleQuery": {
        "dataType": "refObject",
        "properties": {
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ObservationKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["vitals"]},{"dataType":"enum","enums":["symptoms"]},{"dataType":"enum","enums":["other"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ObservationState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["final"]},{"dataType":"enum","enums":["entered_in_error"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Vital": {
        "dataType": "refObject",
        "properties": {
            "code": {"dataType":"string","validators":{"pattern":{"value":"^[0-9A-Za-z.-]{1,32}$"}}},
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":80},"pattern":{"value":"\\S"}}},
            "value": {"dataType":"double","required":true,"validators":{"minimum":{"value":-1000000},"maximum":{"value":1000000}}},
            "unit": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":20},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SymptomSeverity": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["mild"]},{"dataType":"enum","enums":["moderate"]},{"dataType":"enum","enums":["severe"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Symptom": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":120},"pattern":{"value":"\\S"}}},
            "severity": {"ref":"SymptomSeverity"},
            "onsetOn": {"ref":"DateOn"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "FreeJson": {
        "dataType": "refAlias",
        "type": {"dataType":"nestedObjectLiteral","nestedProperties":{},"additionalProperties":{"dataType":"any"},"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Observation": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "recordUuid": {"ref":"Uuid","required":true},
            "patientId": {"ref":"Uuid","required":true},
            "authorId": {"ref":"Uuid","required":true},
            "kind": {"ref":"ObservationKind","required":true},
            "state": {"ref":"ObservationState","required":true},
            "observedAt": {"ref":"Instant","required":true},
            "vitals": {"dataType":"array","array":{"dataType":"refObject","ref":"Vital"}},
            "symptoms": {"dataType":"array","array":{"dataType":"refObject","ref":"Symptom"}},
            "data": {"ref":"FreeJson"},
            "sha256": {"dataType":"string","required":true},
            "createdAt": {"ref":"Instant","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PostObservation": {
        "dataType": "refObject",
        "properties": {
            "recordUuid": {"ref":"Uuid","required":true},
            "patientId": {"ref":"Uuid","required":true},
            "kind": {"ref":"ObservationKind","required":true},
            "observedAt": {"ref":"Instant","required":true},
            "vitals": {"dataType":"array","array":{"dataType":"refObject","ref":"Vital"},"validators":{"minItems":{"value":1},"maxItems":{"value":50}}},
            "symptoms": {"dataType":"array","array":{"dataType":"refObject","ref":"Symptom"},"validators":{"minItems":{"value":1},"maxItems":{"value":50}}},
            "data": {"ref":"FreeJson"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_Observation_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"Observation"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListObservations": {
        "dataType": "refObject",
        "properties": {
            "recordUuid": {"ref":"Uuid"},
            "patientId": {"ref":"Uuid"},
            "kind": {"ref":"ObservationKind"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WithdrawObservation": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":3},"maxLength":{"value":500},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NoteKind": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["progress"]},{"dataType":"enum","enums":["nursing"]},{"dataType":"enum","enums":["consultation"]},{"dataType":"enum","enums":["discharge"]},{"dataType":"enum","enums":["procedure"]},{"dataType":"enum","enums":["addendum"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NoteState": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["draft"]},{"dataType":"enum","enums":["signed"]},{"dataType":"enum","enums":["entered_in_error"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ClinicalNote": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "recordUuid": {"ref":"Uuid","required":true},
            "patientId": {"ref":"Uuid","required":true},
            "authorId": {"ref":"Uuid","required":true},
            "kind": {"ref":"NoteKind","required":true},
            "state": {"ref":"NoteState","required":true},
            "text": {"dataType":"string","required":true},
            "isSensitive": {"dataType":"boolean","required":true},
            "addendumTo": {"dataType":"union","subSchemas":[{"ref":"Uuid"},{"dataType":"enum","enums":[null]}],"required":true},
            "sha256": {"dataType":"string","required":true},
            "signedAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "releasedAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "createdAt": {"ref":"Instant","required":true},
            "updatedAt": {"ref":"Instant","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PostNote": {
        "dataType": "refObject",
        "properties": {
            "recordUuid": {"ref":"Uuid","required":true},
            "patientId": {"ref":"Uuid","required":true},
            "kind": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["progress"]},{"dataType":"enum","enums":["nursing"]},{"dataType":"enum","enums":["consultation"]},{"dataType":"enum","enums":["discharge"]},{"dataType":"enum","enums":["procedure"]}],"required":true},
            "text": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100000},"pattern":{"value":"\\S"}}},
            "isSensitive": {"dataType":"boolean"},
            "sign": {"dataType":"boolean"},
            "release": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_ClinicalNote_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"ClinicalNote"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListNotes": {
        "dataType": "refObject",
        "properties": {
            "recordUuid": {"ref":"Uuid"},
            "patientId": {"ref":"Uuid"},
            "kind": {"ref":"NoteKind"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":100}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SearchNotes": {
        "dataType": "refObject",
        "properties": {
            "q": {"dataType":"string","required":true,"validators":{"minLength":{"value":2},"maxLength":{"value":200},"pattern":{"value":"\\S"}}},
            "patientId": {"ref":"Uuid"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":100}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NoteVersion": {
        "dataType": "refObject",
        "properties": {
            "noteId": {"ref":"Uuid","required":true},
            "text": {"dataType":"string","required":true},
            "sha256": {"dataType":"string","required":true},
            "createdAt": {"ref":"Instant","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NoteVersions": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"NoteVersion"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ReviseNote": {
        "dataType": "refObject",
        "properties": {
            "text": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100000},"pattern":{"value":"\\S"}}},
            "isSensitive": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignNote": {
        "dataType": "refObject",
        "properties": {
            "release": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AddAddendum": {
        "dataType": "refObject",
        "properties": {
            "text": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100000},"pattern":{"value":"\\S"}}},
            "sign": {"dataType":"boolean"},
            "release": {"dataType":"boolean"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WithdrawNote": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":3},"maxLength":{"value":500},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SymptomFrequencyRow": {
        "dataType": "refObject",
        "properties": {
            "symptom": {"dataType":"string","required":true},
            "observations": {"dataType":"integer","required":true},
            "people": {"dataType":"integer"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SymptomFrequency": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "isPartial": {"dataType":"boolean","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"SymptomFrequencyRow"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AgeBandName": {
        "dataType": "refAlias",
        "type": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["0-17"]},{"dataType":"enum","enums":["18-34"]},{"dataType":"enum","enums":["35-49"]},{"dataType":"enum","enums":["50-64"]},{"dataType":"enum","enums":["65-79"]},{"dataType":"enum","enums":["80+"]}],"validators":{}},
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SymptomFrequencyQuery": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","validators":{"minimum":{"value":1900},"maximum":{"value":2199}}},
            "month": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":12}}},
            "departmentId": {"ref":"Uuid"},
            "ageBand": {"ref":"AgeBandName"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SymptomsBySpecializationRow": {
        "dataType": "refObject",
        "properties": {
            "specializationId": {"ref":"Uuid","required":true},
            "specialization": {"dataType":"string","required":true},
            "symptom": {"dataType":"string","required":true},
            "count": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SymptomsBySpecialization": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "isPartial": {"dataType":"boolean","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"SymptomsBySpecializationRow"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SymptomsBySpecializationQuery": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","validators":{"minimum":{"value":1900},"maximum":{"value":2199}}},
            "month": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":12}}},
            "departmentId": {"ref":"Uuid"},
            "top": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":50}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VitalTrendRow": {
        "dataType": "refObject",
        "properties": {
            "startsOn": {"ref":"DateOn","required":true},
            "unit": {"dataType":"string","required":true},
            "count": {"dataType":"integer","required":true},
            "mean": {"dataType":"double","required":true},
            "movingMean": {"dataType":"double","required":true},
            "min": {"dataType":"double"},
            "max": {"dataType":"double"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VitalTrends": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "isPartial": {"dataType":"boolean","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"VitalTrendRow"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "VitalTrendsQuery": {
        "dataType": "refObject",
        "properties": {
            "vital": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":80},"pattern":{"value":"\\S"}}},
            "period": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["day"]},{"dataType":"enum","enums":["week"]},{"dataType":"enum","enums":["month"]}]},
            "fromOn": {"ref":"DateOn"},
            "toOn": {"ref":"DateOn"},
            "departmentId": {"ref":"Uuid"},
            "window": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":60}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DirectoryEntry": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Doctor": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "givenName": {"dataType":"string","required":true},
            "familyName": {"dataType":"string","required":true},
            "specializations": {"dataType":"array","array":{"dataType":"refObject","ref":"DirectoryEntry"},"required":true},
            "department": {"ref":"DirectoryEntry","required":true},
            "yearsOfExperience": {"dataType":"integer","required":true},
            "phone": {"dataType":"string","required":true},
            "email": {"dataType":"string","required":true},
            "officeAddress": {"dataType":"string","required":true},
            "zone": {"dataType":"string","required":true},
            "visitMinutes": {"dataType":"integer","required":true},
            "isActive": {"dataType":"boolean","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_Doctor_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"Doctor"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListDoctors": {
        "dataType": "refObject",
        "properties": {
            "departmentId": {"ref":"Uuid"},
            "specializationId": {"ref":"Uuid"},
            "familyName": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":80}}},
            "isActive": {"dataType":"boolean"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DoctorProfile": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "givenName": {"dataType":"string","required":true},
            "familyName": {"dataType":"string","required":true},
            "specializations": {"dataType":"array","array":{"dataType":"refObject","ref":"DirectoryEntry"},"required":true},
            "department": {"ref":"DirectoryEntry","required":true},
            "yearsOfExperience": {"dataType":"integer","required":true},
            "phone": {"dataType":"string","required":true},
            "email": {"dataType":"string","required":true},
            "officeAddress": {"dataType":"string","required":true},
            "zone": {"dataType":"string","required":true},
            "visitMinutes": {"dataType":"integer","required":true},
            "isActive": {"dataType":"boolean","required":true},
            "version": {"dataType":"integer","required":true},
            "birthOn": {"ref":"DateOn","required":true},
            "gender": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["female"]},{"dataType":"enum","enums":["male"]},{"dataType":"enum","enums":["other"]},{"dataType":"enum","enums":["unknown"]}],"required":true},
            "visitsToSettle": {"dataType":"array","array":{"dataType":"refObject","ref":"VisitToSettle"}},
            "visitsToSettleCount": {"dataType":"integer"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateDoctor": {
        "dataType": "refObject",
        "properties": {
            "givenName": {"dataType":"string","validators":{"maxLength":{"value":80}}},
            "familyName": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":80},"pattern":{"value":"\\S"}}},
            "birthOn": {"ref":"DateOn","required":true},
            "gender": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["female"]},{"dataType":"enum","enums":["male"]},{"dataType":"enum","enums":["other"]},{"dataType":"enum","enums":["unknown"]}],"required":true},
            "specializationIds": {"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"},"required":true,"validators":{"minItems":{"value":1},"maxItems":{"value":20},"uniqueItems":{}}},
            "departmentId": {"ref":"Uuid","required":true},
            "yearsOfExperience": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":80}}},
            "phone": {"dataType":"string","required":true,"validators":{"minLength":{"value":3},"maxLength":{"value":40},"pattern":{"value":"\\S"}}},
            "email": {"ref":"Email","required":true},
            "officeAddress": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":300},"pattern":{"value":"\\S"}}},
            "zone": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "visitMinutes": {"dataType":"integer","required":true,"validators":{"minimum":{"value":5},"maximum":{"value":480}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DoctorChanged": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "givenName": {"dataType":"string","required":true},
            "familyName": {"dataType":"string","required":true},
            "specializations": {"dataType":"array","array":{"dataType":"refObject","ref":"DirectoryEntry"},"required":true},
            "department": {"ref":"DirectoryEntry","required":true},
            "yearsOfExperience": {"dataType":"integer","required":true},
            "phone": {"dataType":"string","required":true},
            "email": {"dataType":"string","required":true},
            "officeAddress": {"dataType":"string","required":true},
            "zone": {"dataType":"string","required":true},
            "visitMinutes": {"dataType":"integer","required":true},
            "isActive": {"dataType":"boolean","required":true},
            "version": {"dataType":"integer","required":true},
            "birthOn": {"ref":"DateOn","required":true},
            "gender": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["female"]},{"dataType":"enum","enums":["male"]},{"dataType":"enum","enums":["other"]},{"dataType":"enum","enums":["unknown"]}],"required":true},
            "visitsToSettle": {"dataType":"array","array":{"dataType":"refObject","ref":"VisitToSettle"}},
            "visitsToSettleCount": {"dataType":"integer"},
            "displaced": {"dataType":"array","array":{"dataType":"refObject","ref":"DisplacedVisit"},"required":true},
            "displacedCount": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UpdateDoctor": {
        "dataType": "refObject",
        "properties": {
            "givenName": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"validators":{"maxLength":{"value":80}}},
            "familyName": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":80},"pattern":{"value":"\\S"}}},
            "birthOn": {"ref":"DateOn"},
            "gender": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["female"]},{"dataType":"enum","enums":["male"]},{"dataType":"enum","enums":["other"]},{"dataType":"enum","enums":["unknown"]}]},
            "specializationIds": {"dataType":"array","array":{"dataType":"refAlias","ref":"Uuid"},"validators":{"minItems":{"value":1},"maxItems":{"value":20},"uniqueItems":{}}},
            "departmentId": {"ref":"Uuid"},
            "yearsOfExperience": {"dataType":"integer","validators":{"minimum":{"value":0},"maximum":{"value":80}}},
            "phone": {"dataType":"string","validators":{"minLength":{"value":3},"maxLength":{"value":40},"pattern":{"value":"\\S"}}},
            "email": {"ref":"Email"},
            "officeAddress": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":300},"pattern":{"value":"\\S"}}},
            "zone": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "visitMinutes": {"dataType":"integer","validators":{"minimum":{"value":5},"maximum":{"value":480}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Department": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "name": {"dataType":"string","required":true},
            "location": {"dataType":"string","required":true},
            "isActive": {"dataType":"boolean","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Page_Department_": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"Department"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ListDepartments": {
        "dataType": "refObject",
        "properties": {
            "isActive": {"dataType":"boolean"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CreateDepartment": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":120},"pattern":{"value":"\\S"}}},
            "location": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "UpdateDepartment": {
        "dataType": "refObject",
        "properties": {
            "name": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":120},"pattern":{"value":"\\S"}}},
            "location": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BookingLimits": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "horizonDays": {"dataType":"integer","required":true},
            "maxFutureVisits": {"dataType":"integer","required":true},
            "maxHolds": {"dataType":"integer","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SetBookingLimits": {
        "dataType": "refObject",
        "properties": {
            "horizonDays": {"dataType":"integer","required":true,"validators":{"minimum":{"value":1},"maximum":{"value":1826}}},
            "maxFutureVisits": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":10000}}},
            "maxHolds": {"dataType":"integer","required":true,"validators":{"minimum":{"value":0},"maximum":{"value":10000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SignedIn": {
        "dataType": "refObject",
        "properties": {
            "accessToken": {"dataType":"string","required":true},
            "refreshToken": {"dataType":"string","required":true},
            "expiresInSeconds": {"dataType":"integer","required":true},
            "user": {"ref":"User","required":true},
            "deviceToken": {"dataType":"string"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RegisterPatient": {
        "dataType": "refObject",
        "properties": {
            "email": {"ref":"Email","required":true},
            "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":10},"maxLength":{"value":200}}},
            "givenName": {"dataType":"string","validators":{"maxLength":{"value":80}}},
            "familyName": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":80},"pattern":{"value":"\\S"}}},
            "birthOn": {"ref":"DateOn","required":true},
            "gender": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["female"]},{"dataType":"enum","enums":["male"]},{"dataType":"enum","enums":["other"]},{"dataType":"enum","enums":["unknown"]}]},
            "phone": {"dataType":"string","validators":{"minLength":{"value":3},"maxLength":{"value":40}}},
            "deviceToken": {"dataType":"string","validators":{"maxLength":{"value":2000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Login": {
        "dataType": "refObject",
        "properties": {
            "email": {"ref":"Email","required":true},
            "password": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "deviceToken": {"dataType":"string","validators":{"maxLength":{"value":2000}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RefreshSession": {
        "dataType": "refObject",
        "properties": {
            "refreshToken": {"dataType":"string","required":true,"validators":{"pattern":{"value":"^[A-Za-z0-9_-]{43}$"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ChangePassword": {
        "dataType": "refObject",
        "properties": {
            "currentPassword": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
            "newPassword": {"dataType":"string","required":true,"validators":{"minLength":{"value":10},"maxLength":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "ResetPassword": {
        "dataType": "refObject",
        "properties": {
            "email": {"ref":"Email","required":true},
            "code": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":100}}},
            "newPassword": {"dataType":"string","required":true,"validators":{"minLength":{"value":10},"maxLength":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "EndSignIn": {
        "dataType": "refObject",
        "properties": {
            "currentPassword": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SecurityEvent": {
        "dataType": "refObject",
        "properties": {
            "at": {"ref":"Instant","required":true},
            "kind": {"dataType":"string","required":true},
            "byRole": {"dataType":"string","required":true},
            "isOwn": {"dataType":"boolean","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SecurityEventsPage": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"SecurityEvent"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SecurityEventsQuery": {
        "dataType": "refObject",
        "properties": {
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Appointment": {
        "dataType": "refObject",
        "properties": {
            "id": {"ref":"Uuid","required":true},
            "doctorId": {"ref":"Uuid","required":true},
            "patientId": {"ref":"Uuid","required":true},
            "departmentId": {"ref":"Uuid","required":true},
            "startsAt": {"ref":"Instant","required":true},
            "endsAt": {"ref":"Instant","required":true},
            "state": {"ref":"AppointmentState","required":true},
            "reason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}]},
            "isOverbooked": {"dataType":"boolean","required":true},
            "overbookReason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "holdExpiresAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancelReason": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancelledAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "checkedInAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "startedAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "completedAt": {"dataType":"union","subSchemas":[{"ref":"Instant"},{"dataType":"enum","enums":[null]}],"required":true},
            "createdAt": {"ref":"Instant","required":true},
            "version": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SlotTakenProblem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"enum","enums":["slot_taken"],"required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
            "conflictWith": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["doctor"]},{"dataType":"enum","enums":["patient"]}],"required":true},
            "blockers": {"dataType":"array","array":{"dataType":"refObject","ref":"Slot"},"required":true},
            "nextFree": {"dataType":"array","array":{"dataType":"refObject","ref":"Slot"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SlotNotOfferedProblem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"enum","enums":["slot_not_offered"],"required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
            "nextFree": {"dataType":"array","array":{"dataType":"refObject","ref":"Slot"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BeyondHorizonProblem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"enum","enums":["beyond_horizon"],"required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
            "horizonDays": {"dataType":"integer","required":true},
            "bookableUntil": {"ref":"Instant","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TooManyVisitsProblem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"enum","enums":["too_many_visits"],"required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
            "maxFutureVisits": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "LengthNotOfferedProblem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"enum","enums":["length_not_offered"],"required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
            "visitMinutes": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "BookAppointment": {
        "dataType": "refObject",
        "properties": {
            "doctorId": {"ref":"Uuid","required":true},
            "patientId": {"ref":"Uuid"},
            "startsAt": {"ref":"Instant","required":true},
            "durationMinutes": {"dataType":"integer","validators":{"minimum":{"value":5},"maximum":{"value":480}}},
            "reason": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":500}}},
            "overbookReason": {"dataType":"string","validators":{"minLength":{"value":5},"maxLength":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TooManyHoldsProblem": {
        "dataType": "refObject",
        "properties": {
            "type": {"dataType":"string","required":true},
            "title": {"dataType":"string","required":true},
            "detail": {"dataType":"string"},
            "status": {"dataType":"integer","required":true},
            "code": {"dataType":"enum","enums":["too_many_holds"],"required":true},
            "requestId": {"dataType":"string","required":true},
            "errors": {"dataType":"array","array":{"dataType":"refObject","ref":"FieldError"}},
            "outcome": {"dataType":"enum","enums":["unknown"]},
            "retryAfterSeconds": {"dataType":"integer"},
            "maxHolds": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "HoldAppointment": {
        "dataType": "refObject",
        "properties": {
            "doctorId": {"ref":"Uuid","required":true},
            "patientId": {"ref":"Uuid"},
            "startsAt": {"ref":"Instant","required":true},
            "durationMinutes": {"dataType":"integer","validators":{"minimum":{"value":5},"maximum":{"value":480}}},
            "holdSeconds": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":900}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AppointmentPage": {
        "dataType": "refObject",
        "properties": {
            "items": {"dataType":"array","array":{"dataType":"refObject","ref":"Appointment"},"required":true},
            "nextCursor": {"dataType":"union","subSchemas":[{"dataType":"string"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AppointmentsQuery": {
        "dataType": "refObject",
        "properties": {
            "patientId": {"ref":"Uuid"},
            "doctorId": {"ref":"Uuid"},
            "departmentId": {"ref":"Uuid"},
            "state": {"ref":"AppointmentState"},
            "from": {"ref":"Instant"},
            "to": {"ref":"Instant"},
            "on": {"ref":"DateOn"},
            "zone": {"dataType":"string","validators":{"minLength":{"value":1},"maxLength":{"value":64}}},
            "order": {"dataType":"union","subSchemas":[{"dataType":"enum","enums":["asc"]},{"dataType":"enum","enums":["desc"]}]},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
            "cursor": {"ref":"Cursor"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RescheduleAppointment": {
        "dataType": "refObject",
        "properties": {
            "doctorId": {"ref":"Uuid"},
            "startsAt": {"ref":"Instant","required":true},
            "durationMinutes": {"dataType":"integer","validators":{"minimum":{"value":5},"maximum":{"value":480}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "CancelAppointment": {
        "dataType": "refObject",
        "properties": {
            "reason": {"dataType":"string","required":true,"validators":{"minLength":{"value":1},"maxLength":{"value":500},"pattern":{"value":"\\S"}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "TopDoctor": {
        "dataType": "refObject",
        "properties": {
            "rank": {"dataType":"integer","required":true},
            "doctorId": {"ref":"Uuid","required":true},
            "doctorName": {"dataType":"string","required":true},
            "departmentName": {"dataType":"string","required":true},
            "completed": {"dataType":"integer","required":true},
            "completedMinutes": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Numbers_TopDoctor_": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"TopDoctor"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "RankingFilter": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","validators":{"minimum":{"value":1900},"maximum":{"value":2200}}},
            "month": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":12}}},
            "departmentId": {"ref":"Uuid"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DepartmentLoad": {
        "dataType": "refObject",
        "properties": {
            "appointments": {"dataType":"integer","required":true},
            "standing": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "completed": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancelled": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "noShows": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "noShowRate": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancellationRate": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "bookedMinutes": {"dataType":"integer","required":true},
            "meanLeadDays": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "departmentId": {"ref":"Uuid","required":true},
            "departmentName": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Numbers_DepartmentLoad_": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"DepartmentLoad"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "AppointmentFilter": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","validators":{"minimum":{"value":1900},"maximum":{"value":2200}}},
            "month": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":12}}},
            "departmentId": {"ref":"Uuid"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DoctorWorkload": {
        "dataType": "refObject",
        "properties": {
            "appointments": {"dataType":"integer","required":true},
            "standing": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "completed": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancelled": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "noShows": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "noShowRate": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancellationRate": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "bookedMinutes": {"dataType":"integer","required":true},
            "meanLeadDays": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "doctorId": {"ref":"Uuid","required":true},
            "doctorName": {"dataType":"string","required":true},
            "departmentName": {"dataType":"string","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Numbers_DoctorWorkload_": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"DoctorWorkload"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "WorkFilter": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","validators":{"minimum":{"value":1900},"maximum":{"value":2200}}},
            "month": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":12}}},
            "departmentId": {"ref":"Uuid"},
            "doctorId": {"ref":"Uuid"},
            "limit": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":200}}},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MonthlyAppointments": {
        "dataType": "refObject",
        "properties": {
            "appointments": {"dataType":"integer","required":true},
            "standing": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "completed": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancelled": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "noShows": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "noShowRate": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "cancellationRate": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "bookedMinutes": {"dataType":"integer","required":true},
            "meanLeadDays": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
            "year": {"dataType":"integer","required":true},
            "month": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Numbers_MonthlyAppointments_": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"MonthlyAppointments"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "SeriesFilter": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","validators":{"minimum":{"value":1900},"maximum":{"value":2200}}},
            "departmentId": {"ref":"Uuid"},
            "doctorId": {"ref":"Uuid"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "MonthlyVisits": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","required":true},
            "month": {"dataType":"integer","required":true},
            "visits": {"dataType":"integer","required":true},
            "newPatients": {"dataType":"integer","required":true},
            "returningPatients": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Numbers_MonthlyVisits_": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"MonthlyVisits"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "DiagnosisCount": {
        "dataType": "refObject",
        "properties": {
            "codeSystem": {"dataType":"string","required":true},
            "code": {"dataType":"string","required":true},
            "diagnoses": {"dataType":"integer","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Numbers_DiagnosisCount_": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"DiagnosisCount"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "NoteVolume": {
        "dataType": "refObject",
        "properties": {
            "kind": {"dataType":"string","required":true},
            "notes": {"dataType":"integer","required":true},
            "drafts": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "signed": {"dataType":"union","subSchemas":[{"dataType":"integer"},{"dataType":"enum","enums":[null]}],"required":true},
            "meanSigningHours": {"dataType":"union","subSchemas":[{"dataType":"double"},{"dataType":"enum","enums":[null]}],"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Numbers_NoteVolume_": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
            "smallestGroup": {"dataType":"integer","required":true},
            "rows": {"dataType":"array","array":{"dataType":"refObject","ref":"NoteVolume"},"required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "PlaceFilter": {
        "dataType": "refObject",
        "properties": {
            "year": {"dataType":"integer","validators":{"minimum":{"value":1900},"maximum":{"value":2200}}},
            "month": {"dataType":"integer","validators":{"minimum":{"value":1},"maximum":{"value":12}}},
            "departmentId": {"ref":"Uuid"},
            "doctorId": {"ref":"Uuid"},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
    "Refreshed": {
        "dataType": "refObject",
        "properties": {
            "asOf": {"ref":"Instant","required":true},
        },
        "additionalProperties": false,
    },
    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
};
const templateService = new ExpressTemplateService(models, {"noImplicitAdditionalProperties":"throw-on-extras","bodyCoercion":false});

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa




export function RegisterRoutes(app: Router) {

    // ###########################################################################################################
    //  NOTE: If you do not see routes for all of your controllers in this file, then you might not have informed tsoa of where to look
    //      Please look into the "controllerPathGlobs" config option described in the readme: https://github.com/lukeautry/tsoa
    // ###########################################################################################################


    
        const argsUtilizationController_list: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"UtilizationFilter"},
        };
        app.get('/api/v1/analytics/utilization',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(UtilizationController)),
            ...(fetchMiddlewares<RequestHandler>(UtilizationController.prototype.list)),

            async function UtilizationController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsUtilizationController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<UtilizationController>(UtilizationController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStaffController_create: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateUser"},
        };
        app.post('/api/v1/users',
            authenticateMiddleware([{"bearer":["user.create"]}]),
            ...(fetchMiddlewares<RequestHandler>(StaffController)),
            ...(fetchMiddlewares<RequestHandler>(StaffController.prototype.create)),

            async function StaffController_create(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStaffController_create, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StaffController>(StaffController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'create',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStaffController_list: Record<string, TsoaRoute.ParameterSchema> = {
                query: {"in":"queries","name":"query","required":true,"ref":"ListUsers"},
        };
        app.get('/api/v1/users',
            authenticateMiddleware([{"bearer":["user.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StaffController)),
            ...(fetchMiddlewares<RequestHandler>(StaffController.prototype.list)),

            async function StaffController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStaffController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StaffController>(StaffController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStaffController_get: Record<string, TsoaRoute.ParameterSchema> = {
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/users/:id',
            authenticateMiddleware([{"bearer":["user.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(StaffController)),
            ...(fetchMiddlewares<RequestHandler>(StaffController.prototype.get)),

            async function StaffController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStaffController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StaffController>(StaffController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStaffController_update: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"UpdateUser"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.patch('/api/v1/users/:id',
            authenticateMiddleware([{"bearer":["user.update"]}]),
            ...(fetchMiddlewares<RequestHandler>(StaffController)),
            ...(fetchMiddlewares<RequestHandler>(StaffController.prototype.update)),

            async function StaffController_update(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStaffController_update, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StaffController>(StaffController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'update',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStaffController_deactivate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/users/:id/deactivate',
            authenticateMiddleware([{"bearer":["user.update"]}]),
            ...(fetchMiddlewares<RequestHandler>(StaffController)),
            ...(fetchMiddlewares<RequestHandler>(StaffController.prototype.deactivate)),

            async function StaffController_deactivate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStaffController_deactivate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StaffController>(StaffController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deactivate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStaffController_activate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/users/:id/activate',
            authenticateMiddleware([{"bearer":["user.update"]}]),
            ...(fetchMiddlewares<RequestHandler>(StaffController)),
            ...(fetchMiddlewares<RequestHandler>(StaffController.prototype.activate)),

            async function StaffController_activate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStaffController_activate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StaffController>(StaffController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'activate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsStaffController_issueResetCode: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/users/:id/reset-code',
            authenticateMiddleware([{"bearer":["user.reset_code"]}]),
            ...(fetchMiddlewares<RequestHandler>(StaffController)),
            ...(fetchMiddlewares<RequestHandler>(StaffController.prototype.issueResetCode)),

            async function StaffController_issueResetCode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsStaffController_issueResetCode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<StaffController>(StaffController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'issueResetCode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSpecializationsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                query: {"in":"queries","name":"query","required":true,"ref":"ListSpecializations"},
        };
        app.get('/api/v1/specializations',
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController)),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController.prototype.list)),

            async function SpecializationsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSpecializationsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SpecializationsController>(SpecializationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSpecializationsController_get: Record<string, TsoaRoute.ParameterSchema> = {
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/specializations/:id',
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController)),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController.prototype.get)),

            async function SpecializationsController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSpecializationsController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SpecializationsController>(SpecializationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSpecializationsController_create: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateSpecialization"},
        };
        app.post('/api/v1/specializations',
            authenticateMiddleware([{"bearer":["specialization.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController)),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController.prototype.create)),

            async function SpecializationsController_create(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSpecializationsController_create, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SpecializationsController>(SpecializationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'create',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSpecializationsController_update: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"UpdateSpecialization"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.put('/api/v1/specializations/:id',
            authenticateMiddleware([{"bearer":["specialization.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController)),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController.prototype.update)),

            async function SpecializationsController_update(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSpecializationsController_update, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SpecializationsController>(SpecializationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'update',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSpecializationsController_deactivate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/specializations/:id/deactivate',
            authenticateMiddleware([{"bearer":["specialization.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController)),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController.prototype.deactivate)),

            async function SpecializationsController_deactivate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSpecializationsController_deactivate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SpecializationsController>(SpecializationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deactivate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSpecializationsController_activate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/specializations/:id/activate',
            authenticateMiddleware([{"bearer":["specialization.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController)),
            ...(fetchMiddlewares<RequestHandler>(SpecializationsController.prototype.activate)),

            async function SpecializationsController_activate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSpecializationsController_activate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SpecializationsController>(SpecializationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'activate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSlotsController_ofDoctor: Record<string, TsoaRoute.ParameterSchema> = {
                doctorId: {"in":"path","name":"doctorId","required":true,"ref":"Uuid"},
                query: {"in":"queries","name":"query","required":true,"ref":"SlotsQuery"},
        };
        app.get('/api/v1/doctors/:doctorId/slots',
            ...(fetchMiddlewares<RequestHandler>(SlotsController)),
            ...(fetchMiddlewares<RequestHandler>(SlotsController.prototype.ofDoctor)),

            async function SlotsController_ofDoctor(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSlotsController_ofDoctor, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SlotsController>(SlotsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'ofDoctor',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSlotsController_firstFree: Record<string, TsoaRoute.ParameterSchema> = {
                query: {"in":"queries","name":"query","required":true,"ref":"FirstFreeQuery"},
        };
        app.get('/api/v1/slots',
            ...(fetchMiddlewares<RequestHandler>(SlotsController)),
            ...(fetchMiddlewares<RequestHandler>(SlotsController.prototype.firstFree)),

            async function SlotsController_firstFree(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSlotsController_firstFree, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SlotsController>(SlotsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'firstFree',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSchedulesController_get: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                doctorId: {"in":"path","name":"doctorId","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/doctors/:doctorId/schedule',
            authenticateMiddleware([{"bearer":["schedule.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController)),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController.prototype.get)),

            async function SchedulesController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSchedulesController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SchedulesController>(SchedulesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSchedulesController_setHours: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                doctorId: {"in":"path","name":"doctorId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"SetHours"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.put('/api/v1/doctors/:doctorId/working-hours',
            authenticateMiddleware([{"bearer":["schedule.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController)),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController.prototype.setHours)),

            async function SchedulesController_setHours(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSchedulesController_setHours, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SchedulesController>(SchedulesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'setHours',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSchedulesController_setOverride: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                doctorId: {"in":"path","name":"doctorId","required":true,"ref":"Uuid"},
                dateOn: {"in":"path","name":"dateOn","required":true,"ref":"DateOn"},
                body: {"in":"body","name":"body","required":true,"ref":"SetOverride"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.put('/api/v1/doctors/:doctorId/overrides/:dateOn',
            authenticateMiddleware([{"bearer":["schedule.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController)),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController.prototype.setOverride)),

            async function SchedulesController_setOverride(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSchedulesController_setOverride, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SchedulesController>(SchedulesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'setOverride',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSchedulesController_removeOverride: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                doctorId: {"in":"path","name":"doctorId","required":true,"ref":"Uuid"},
                dateOn: {"in":"path","name":"dateOn","required":true,"ref":"DateOn"},
        };
        app.delete('/api/v1/doctors/:doctorId/overrides/:dateOn',
            authenticateMiddleware([{"bearer":["schedule.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController)),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController.prototype.removeOverride)),

            async function SchedulesController_removeOverride(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSchedulesController_removeOverride, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SchedulesController>(SchedulesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'removeOverride',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSchedulesController_addTimeOff: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                doctorId: {"in":"path","name":"doctorId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"AddTimeOff"},
        };
        app.post('/api/v1/doctors/:doctorId/time-off',
            authenticateMiddleware([{"bearer":["schedule.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController)),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController.prototype.addTimeOff)),

            async function SchedulesController_addTimeOff(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSchedulesController_addTimeOff, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SchedulesController>(SchedulesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addTimeOff',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsSchedulesController_removeTimeOff: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                doctorId: {"in":"path","name":"doctorId","required":true,"ref":"Uuid"},
                timeOffId: {"in":"path","name":"timeOffId","required":true,"ref":"Uuid"},
        };
        app.delete('/api/v1/doctors/:doctorId/time-off/:timeOffId',
            authenticateMiddleware([{"bearer":["schedule.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController)),
            ...(fetchMiddlewares<RequestHandler>(SchedulesController.prototype.removeTimeOff)),

            async function SchedulesController_removeTimeOff(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsSchedulesController_removeTimeOff, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<SchedulesController>(SchedulesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'removeTimeOff',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsHolidaysController_list: Record<string, TsoaRoute.ParameterSchema> = {
                query: {"in":"queries","name":"query","required":true,"ref":"ListHolidays"},
        };
        app.get('/api/v1/holidays',
            ...(fetchMiddlewares<RequestHandler>(HolidaysController)),
            ...(fetchMiddlewares<RequestHandler>(HolidaysController.prototype.list)),

            async function HolidaysController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsHolidaysController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<HolidaysController>(HolidaysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsHolidaysController_create: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateHoliday"},
        };
        app.post('/api/v1/holidays',
            authenticateMiddleware([{"bearer":["holiday.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(HolidaysController)),
            ...(fetchMiddlewares<RequestHandler>(HolidaysController.prototype.create)),

            async function HolidaysController_create(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsHolidaysController_create, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<HolidaysController>(HolidaysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'create',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsHolidaysController_remove: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.delete('/api/v1/holidays/:id',
            authenticateMiddleware([{"bearer":["holiday.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(HolidaysController)),
            ...(fetchMiddlewares<RequestHandler>(HolidaysController.prototype.remove)),

            async function HolidaysController_remove(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsHolidaysController_remove, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<HolidaysController>(HolidaysController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'remove',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRecordsController_open: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"OpenRecord"},
        };
        app.post('/api/v1/medical-records',
            authenticateMiddleware([{"bearer":["record.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(RecordsController)),
            ...(fetchMiddlewares<RequestHandler>(RecordsController.prototype.open)),

            async function RecordsController_open(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRecordsController_open, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RecordsController>(RecordsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'open',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRecordsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"ListRecords"},
        };
        app.get('/api/v1/medical-records',
            authenticateMiddleware([{"bearer":["record.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(RecordsController)),
            ...(fetchMiddlewares<RequestHandler>(RecordsController.prototype.list)),

            async function RecordsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRecordsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RecordsController>(RecordsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRecordsController_get: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/medical-records/:id',
            authenticateMiddleware([{"bearer":["record.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(RecordsController)),
            ...(fetchMiddlewares<RequestHandler>(RecordsController.prototype.get)),

            async function RecordsController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRecordsController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RecordsController>(RecordsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRecordsController_update: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"UpdateRecord"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.put('/api/v1/medical-records/:id',
            authenticateMiddleware([{"bearer":["record.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(RecordsController)),
            ...(fetchMiddlewares<RequestHandler>(RecordsController.prototype.update)),

            async function RecordsController_update(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRecordsController_update, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RecordsController>(RecordsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'update',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRecordsController_close: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/medical-records/:id/close',
            authenticateMiddleware([{"bearer":["record.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(RecordsController)),
            ...(fetchMiddlewares<RequestHandler>(RecordsController.prototype.close)),

            async function RecordsController_close(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRecordsController_close, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RecordsController>(RecordsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'close',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRecordsController_checkIn: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/medical-records/:id/check-in',
            authenticateMiddleware([{"bearer":["record.check_in"]}]),
            ...(fetchMiddlewares<RequestHandler>(RecordsController)),
            ...(fetchMiddlewares<RequestHandler>(RecordsController.prototype.checkIn)),

            async function RecordsController_checkIn(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRecordsController_checkIn, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RecordsController>(RecordsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'checkIn',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRecordsController_addDiagnosis: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"AddDiagnosis"},
        };
        app.post('/api/v1/medical-records/:id/diagnoses',
            authenticateMiddleware([{"bearer":["record.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(RecordsController)),
            ...(fetchMiddlewares<RequestHandler>(RecordsController.prototype.addDiagnosis)),

            async function RecordsController_addDiagnosis(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRecordsController_addDiagnosis, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RecordsController>(RecordsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addDiagnosis',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsRecordsController_setDiagnosisStatus: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                diagnosisId: {"in":"path","name":"diagnosisId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"SetDiagnosisStatus"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.put('/api/v1/medical-records/:id/diagnoses/:diagnosisId/status',
            authenticateMiddleware([{"bearer":["record.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(RecordsController)),
            ...(fetchMiddlewares<RequestHandler>(RecordsController.prototype.setDiagnosisStatus)),

            async function RecordsController_setDiagnosisStatus(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsRecordsController_setDiagnosisStatus, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<RecordsController>(RecordsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'setDiagnosisStatus',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_create: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreatePatient"},
        };
        app.post('/api/v1/patients',
            authenticateMiddleware([{"bearer":["patient.create"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.create)),

            async function PatientsController_create(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_create, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'create',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"ListPatients"},
        };
        app.get('/api/v1/patients',
            authenticateMiddleware([{"bearer":["patient.search"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.list)),

            async function PatientsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_search: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"SearchPatients"},
        };
        app.get('/api/v1/patients/search',
            authenticateMiddleware([{"bearer":["patient.search"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.search)),

            async function PatientsController_search(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_search, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'search',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_get: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/patients/:id',
            authenticateMiddleware([{"bearer":["patient.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.get)),

            async function PatientsController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_update: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"UpdatePatient"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.patch('/api/v1/patients/:id',
            authenticateMiddleware([{"bearer":["patient.update"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.update)),

            async function PatientsController_update(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_update, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'update',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_deactivate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"DeactivatePatient"},
        };
        app.post('/api/v1/patients/:id/deactivate',
            authenticateMiddleware([{"bearer":["patient.deactivate"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.deactivate)),

            async function PatientsController_deactivate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_deactivate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deactivate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_activate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ActivatePatient"},
        };
        app.post('/api/v1/patients/:id/activate',
            authenticateMiddleware([{"bearer":["patient.deactivate"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.activate)),

            async function PatientsController_activate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_activate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'activate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_visitsToSettle: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                query: {"in":"queries","name":"query","required":true,"ref":"VisitsToSettleQuery"},
        };
        app.get('/api/v1/patients/:id/visits-to-settle',
            authenticateMiddleware([{"bearer":["visit.to_settle"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.visitsToSettle)),

            async function PatientsController_visitsToSettle(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_visitsToSettle, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'visitsToSettle',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsPatientsController_issueResetCode: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/patients/:id/reset-code',
            authenticateMiddleware([{"bearer":["patient.reset_code"]}]),
            ...(fetchMiddlewares<RequestHandler>(PatientsController)),
            ...(fetchMiddlewares<RequestHandler>(PatientsController.prototype.issueResetCode)),

            async function PatientsController_issueResetCode(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsPatientsController_issueResetCode, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<PatientsController>(PatientsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'issueResetCode',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsObservationsController_post: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PostObservation"},
        };
        app.post('/api/v1/observations',
            authenticateMiddleware([{"bearer":["observation.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ObservationsController)),
            ...(fetchMiddlewares<RequestHandler>(ObservationsController.prototype.post)),

            async function ObservationsController_post(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsObservationsController_post, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ObservationsController>(ObservationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'post',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsObservationsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"ListObservations"},
        };
        app.get('/api/v1/observations',
            authenticateMiddleware([{"bearer":["observation.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ObservationsController)),
            ...(fetchMiddlewares<RequestHandler>(ObservationsController.prototype.list)),

            async function ObservationsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsObservationsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ObservationsController>(ObservationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsObservationsController_get: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/observations/:id',
            authenticateMiddleware([{"bearer":["observation.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(ObservationsController)),
            ...(fetchMiddlewares<RequestHandler>(ObservationsController.prototype.get)),

            async function ObservationsController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsObservationsController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ObservationsController>(ObservationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsObservationsController_withdraw: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"WithdrawObservation"},
        };
        app.post('/api/v1/observations/:id/withdraw',
            authenticateMiddleware([{"bearer":["observation.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(ObservationsController)),
            ...(fetchMiddlewares<RequestHandler>(ObservationsController.prototype.withdraw)),

            async function ObservationsController_withdraw(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsObservationsController_withdraw, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<ObservationsController>(ObservationsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'withdraw',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_post: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"PostNote"},
        };
        app.post('/api/v1/clinical-notes',
            authenticateMiddleware([{"bearer":["note.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.post)),

            async function NotesController_post(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_post, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'post',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_list: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"ListNotes"},
        };
        app.get('/api/v1/clinical-notes',
            authenticateMiddleware([{"bearer":["note.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.list)),

            async function NotesController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_search: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"SearchNotes"},
        };
        app.get('/api/v1/clinical-notes/search',
            authenticateMiddleware([{"bearer":["note.search"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.search)),

            async function NotesController_search(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_search, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'search',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_get: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/clinical-notes/:id',
            authenticateMiddleware([{"bearer":["note.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.get)),

            async function NotesController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_versions: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/clinical-notes/:id/versions',
            authenticateMiddleware([{"bearer":["note.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.versions)),

            async function NotesController_versions(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_versions, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'versions',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_revise: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"ReviseNote"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.put('/api/v1/clinical-notes/:id',
            authenticateMiddleware([{"bearer":["note.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.revise)),

            async function NotesController_revise(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_revise, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'revise',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_sign: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","ref":"SignNote"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.post('/api/v1/clinical-notes/:id/sign',
            authenticateMiddleware([{"bearer":["note.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.sign)),

            async function NotesController_sign(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_sign, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'sign',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_addAddendum: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"AddAddendum"},
        };
        app.post('/api/v1/clinical-notes/:id/addenda',
            authenticateMiddleware([{"bearer":["note.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.addAddendum)),

            async function NotesController_addAddendum(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_addAddendum, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'addAddendum',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsNotesController_withdraw: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"WithdrawNote"},
        };
        app.post('/api/v1/clinical-notes/:id/withdraw',
            authenticateMiddleware([{"bearer":["note.withdraw"]}]),
            ...(fetchMiddlewares<RequestHandler>(NotesController)),
            ...(fetchMiddlewares<RequestHandler>(NotesController.prototype.withdraw)),

            async function NotesController_withdraw(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsNotesController_withdraw, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<NotesController>(NotesController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'withdraw',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDocumentAnalyticsController_symptomFrequency: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"SymptomFrequencyQuery"},
        };
        app.get('/api/v1/analytics/symptom-frequency',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DocumentAnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(DocumentAnalyticsController.prototype.symptomFrequency)),

            async function DocumentAnalyticsController_symptomFrequency(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDocumentAnalyticsController_symptomFrequency, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DocumentAnalyticsController>(DocumentAnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'symptomFrequency',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDocumentAnalyticsController_symptomsBySpecialization: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"SymptomsBySpecializationQuery"},
        };
        app.get('/api/v1/analytics/symptoms-by-specialization',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DocumentAnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(DocumentAnalyticsController.prototype.symptomsBySpecialization)),

            async function DocumentAnalyticsController_symptomsBySpecialization(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDocumentAnalyticsController_symptomsBySpecialization, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DocumentAnalyticsController>(DocumentAnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'symptomsBySpecialization',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDocumentAnalyticsController_vitalTrends: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"VitalTrendsQuery"},
        };
        app.get('/api/v1/analytics/vital-trends',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(DocumentAnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(DocumentAnalyticsController.prototype.vitalTrends)),

            async function DocumentAnalyticsController_vitalTrends(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDocumentAnalyticsController_vitalTrends, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DocumentAnalyticsController>(DocumentAnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'vitalTrends',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDoctorsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                query: {"in":"queries","name":"query","required":true,"ref":"ListDoctors"},
        };
        app.get('/api/v1/doctors',
            ...(fetchMiddlewares<RequestHandler>(DoctorsController)),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController.prototype.list)),

            async function DoctorsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDoctorsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DoctorsController>(DoctorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDoctorsController_get: Record<string, TsoaRoute.ParameterSchema> = {
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/doctors/:id',
            ...(fetchMiddlewares<RequestHandler>(DoctorsController)),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController.prototype.get)),

            async function DoctorsController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDoctorsController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DoctorsController>(DoctorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDoctorsController_profile: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/doctors/:id/profile',
            authenticateMiddleware([{"bearer":["doctor.update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController)),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController.prototype.profile)),

            async function DoctorsController_profile(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDoctorsController_profile, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DoctorsController>(DoctorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'profile',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDoctorsController_create: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateDoctor"},
        };
        app.post('/api/v1/doctors',
            authenticateMiddleware([{"bearer":["doctor.create"]}]),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController)),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController.prototype.create)),

            async function DoctorsController_create(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDoctorsController_create, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DoctorsController>(DoctorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'create',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDoctorsController_update: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"UpdateDoctor"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.patch('/api/v1/doctors/:id',
            authenticateMiddleware([{"bearer":["doctor.update"]}]),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController)),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController.prototype.update)),

            async function DoctorsController_update(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDoctorsController_update, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DoctorsController>(DoctorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'update',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDoctorsController_deactivate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/doctors/:id/deactivate',
            authenticateMiddleware([{"bearer":["doctor.deactivate"]}]),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController)),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController.prototype.deactivate)),

            async function DoctorsController_deactivate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDoctorsController_deactivate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DoctorsController>(DoctorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deactivate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDoctorsController_activate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/doctors/:id/activate',
            authenticateMiddleware([{"bearer":["doctor.deactivate"]}]),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController)),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController.prototype.activate)),

            async function DoctorsController_activate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDoctorsController_activate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DoctorsController>(DoctorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'activate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDoctorsController_visitsToSettle: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                query: {"in":"queries","name":"query","required":true,"ref":"VisitsToSettleQuery"},
        };
        app.get('/api/v1/doctors/:id/visits-to-settle',
            authenticateMiddleware([{"bearer":["visit.to_settle"]}]),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController)),
            ...(fetchMiddlewares<RequestHandler>(DoctorsController.prototype.visitsToSettle)),

            async function DoctorsController_visitsToSettle(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDoctorsController_visitsToSettle, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DoctorsController>(DoctorsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'visitsToSettle',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepartmentsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                query: {"in":"queries","name":"query","required":true,"ref":"ListDepartments"},
        };
        app.get('/api/v1/departments',
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController)),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController.prototype.list)),

            async function DepartmentsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepartmentsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepartmentsController>(DepartmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepartmentsController_get: Record<string, TsoaRoute.ParameterSchema> = {
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/departments/:id',
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController)),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController.prototype.get)),

            async function DepartmentsController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepartmentsController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepartmentsController>(DepartmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepartmentsController_create: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"CreateDepartment"},
        };
        app.post('/api/v1/departments',
            authenticateMiddleware([{"bearer":["department.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController)),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController.prototype.create)),

            async function DepartmentsController_create(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepartmentsController_create, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepartmentsController>(DepartmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'create',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepartmentsController_update: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"UpdateDepartment"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.put('/api/v1/departments/:id',
            authenticateMiddleware([{"bearer":["department.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController)),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController.prototype.update)),

            async function DepartmentsController_update(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepartmentsController_update, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepartmentsController>(DepartmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'update',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepartmentsController_deactivate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/departments/:id/deactivate',
            authenticateMiddleware([{"bearer":["department.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController)),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController.prototype.deactivate)),

            async function DepartmentsController_deactivate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepartmentsController_deactivate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepartmentsController>(DepartmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'deactivate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsDepartmentsController_activate: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/departments/:id/activate',
            authenticateMiddleware([{"bearer":["department.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController)),
            ...(fetchMiddlewares<RequestHandler>(DepartmentsController.prototype.activate)),

            async function DepartmentsController_activate(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsDepartmentsController_activate, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<DepartmentsController>(DepartmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'activate',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBookingLimitsController_get: Record<string, TsoaRoute.ParameterSchema> = {
        };
        app.get('/api/v1/booking-limits',
            ...(fetchMiddlewares<RequestHandler>(BookingLimitsController)),
            ...(fetchMiddlewares<RequestHandler>(BookingLimitsController.prototype.get)),

            async function BookingLimitsController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBookingLimitsController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<BookingLimitsController>(BookingLimitsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsBookingLimitsController_set: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                id: {"in":"path","name":"id","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"SetBookingLimits"},
                ifMatch: {"in":"header","name":"If-Match","dataType":"string"},
        };
        app.put('/api/v1/booking-limits/:id',
            authenticateMiddleware([{"bearer":["booking_limits.write"]}]),
            ...(fetchMiddlewares<RequestHandler>(BookingLimitsController)),
            ...(fetchMiddlewares<RequestHandler>(BookingLimitsController.prototype.set)),

            async function BookingLimitsController_set(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsBookingLimitsController_set, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<BookingLimitsController>(BookingLimitsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'set',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_register: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"RegisterPatient"},
        };
        app.post('/api/v1/auth/register',
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.register)),

            async function AuthController_register(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_register, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'register',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_login: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"Login"},
        };
        app.post('/api/v1/auth/login',
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.login)),

            async function AuthController_login(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_login, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'login',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_refresh: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"RefreshSession"},
        };
        app.post('/api/v1/auth/refresh',
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.refresh)),

            async function AuthController_refresh(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_refresh, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'refresh',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_logout: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/api/v1/auth/logout',
            authenticateMiddleware([{"bearer":["account.own"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.logout)),

            async function AuthController_logout(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_logout, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'logout',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_changePassword: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"ChangePassword"},
        };
        app.post('/api/v1/auth/change-password',
            authenticateMiddleware([{"bearer":["account.own"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.changePassword)),

            async function AuthController_changePassword(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_changePassword, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'changePassword',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_resetPassword: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"ResetPassword"},
        };
        app.post('/api/v1/auth/reset-password',
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.resetPassword)),

            async function AuthController_resetPassword(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_resetPassword, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'resetPassword',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_endSignIn: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"EndSignIn"},
        };
        app.post('/api/v1/auth/end-sign-in',
            authenticateMiddleware([{"bearer":["account.end"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.endSignIn)),

            async function AuthController_endSignIn(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_endSignIn, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'endSignIn',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 204,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_securityEvents: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"SecurityEventsQuery"},
        };
        app.get('/api/v1/auth/security-events',
            authenticateMiddleware([{"bearer":["account.own"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.securityEvents)),

            async function AuthController_securityEvents(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_securityEvents, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'securityEvents',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAuthController_me: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.get('/api/v1/auth/me',
            authenticateMiddleware([{"bearer":["account.own"]}]),
            ...(fetchMiddlewares<RequestHandler>(AuthController)),
            ...(fetchMiddlewares<RequestHandler>(AuthController.prototype.me)),

            async function AuthController_me(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAuthController_me, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AuthController>(AuthController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'me',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_book: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"BookAppointment"},
        };
        app.post('/api/v1/appointments',
            authenticateMiddleware([{"bearer":["appointment.create"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.book)),

            async function AppointmentsController_book(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_book, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'book',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_hold: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                body: {"in":"body","name":"body","required":true,"ref":"HoldAppointment"},
        };
        app.post('/api/v1/appointments/holds',
            authenticateMiddleware([{"bearer":["appointment.create"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.hold)),

            async function AppointmentsController_hold(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_hold, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'hold',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 201,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_list: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"AppointmentsQuery"},
        };
        app.get('/api/v1/appointments',
            authenticateMiddleware([{"bearer":["appointment.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.list)),

            async function AppointmentsController_list(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_list, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'list',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_get: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                appointmentId: {"in":"path","name":"appointmentId","required":true,"ref":"Uuid"},
        };
        app.get('/api/v1/appointments/:appointmentId',
            authenticateMiddleware([{"bearer":["appointment.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.get)),

            async function AppointmentsController_get(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_get, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'get',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_confirm: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                appointmentId: {"in":"path","name":"appointmentId","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/appointments/:appointmentId/confirm',
            authenticateMiddleware([{"bearer":["appointment.confirm"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.confirm)),

            async function AppointmentsController_confirm(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_confirm, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'confirm',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_reschedule: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                appointmentId: {"in":"path","name":"appointmentId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"RescheduleAppointment"},
        };
        app.post('/api/v1/appointments/:appointmentId/reschedule',
            authenticateMiddleware([{"bearer":["appointment.reschedule"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.reschedule)),

            async function AppointmentsController_reschedule(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_reschedule, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'reschedule',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_cancel: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                appointmentId: {"in":"path","name":"appointmentId","required":true,"ref":"Uuid"},
                body: {"in":"body","name":"body","required":true,"ref":"CancelAppointment"},
        };
        app.post('/api/v1/appointments/:appointmentId/cancel',
            authenticateMiddleware([{"bearer":["appointment.cancel"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.cancel)),

            async function AppointmentsController_cancel(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_cancel, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'cancel',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_checkIn: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                appointmentId: {"in":"path","name":"appointmentId","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/appointments/:appointmentId/check-in',
            authenticateMiddleware([{"bearer":["appointment.check_in"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.checkIn)),

            async function AppointmentsController_checkIn(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_checkIn, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'checkIn',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_start: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                appointmentId: {"in":"path","name":"appointmentId","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/appointments/:appointmentId/start',
            authenticateMiddleware([{"bearer":["appointment.start"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.start)),

            async function AppointmentsController_start(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_start, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'start',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_complete: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                appointmentId: {"in":"path","name":"appointmentId","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/appointments/:appointmentId/complete',
            authenticateMiddleware([{"bearer":["appointment.complete"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.complete)),

            async function AppointmentsController_complete(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_complete, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'complete',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAppointmentsController_noShow: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                appointmentId: {"in":"path","name":"appointmentId","required":true,"ref":"Uuid"},
        };
        app.post('/api/v1/appointments/:appointmentId/no-show',
            authenticateMiddleware([{"bearer":["appointment.no_show"]}]),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController)),
            ...(fetchMiddlewares<RequestHandler>(AppointmentsController.prototype.noShow)),

            async function AppointmentsController_noShow(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAppointmentsController_noShow, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AppointmentsController>(AppointmentsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'noShow',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAnalyticsController_topDoctors: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"RankingFilter"},
        };
        app.get('/api/v1/analytics/top-doctors',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController.prototype.topDoctors)),

            async function AnalyticsController_topDoctors(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAnalyticsController_topDoctors, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AnalyticsController>(AnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'topDoctors',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAnalyticsController_departmentLoad: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"AppointmentFilter"},
        };
        app.get('/api/v1/analytics/department-load',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController.prototype.departmentLoad)),

            async function AnalyticsController_departmentLoad(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAnalyticsController_departmentLoad, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AnalyticsController>(AnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'departmentLoad',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAnalyticsController_doctorWorkload: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"WorkFilter"},
        };
        app.get('/api/v1/analytics/doctor-workload',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController.prototype.doctorWorkload)),

            async function AnalyticsController_doctorWorkload(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAnalyticsController_doctorWorkload, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AnalyticsController>(AnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'doctorWorkload',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAnalyticsController_monthlyAppointments: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"SeriesFilter"},
        };
        app.get('/api/v1/analytics/monthly-appointments',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController.prototype.monthlyAppointments)),

            async function AnalyticsController_monthlyAppointments(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAnalyticsController_monthlyAppointments, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AnalyticsController>(AnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'monthlyAppointments',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAnalyticsController_monthlyVisits: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"SeriesFilter"},
        };
        app.get('/api/v1/analytics/monthly-visits',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController.prototype.monthlyVisits)),

            async function AnalyticsController_monthlyVisits(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAnalyticsController_monthlyVisits, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AnalyticsController>(AnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'monthlyVisits',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAnalyticsController_diagnoses: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"WorkFilter"},
        };
        app.get('/api/v1/analytics/diagnoses',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController.prototype.diagnoses)),

            async function AnalyticsController_diagnoses(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAnalyticsController_diagnoses, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AnalyticsController>(AnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'diagnoses',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAnalyticsController_notes: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
                query: {"in":"queries","name":"query","required":true,"ref":"PlaceFilter"},
        };
        app.get('/api/v1/analytics/notes',
            authenticateMiddleware([{"bearer":["analytics.read"]}]),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController.prototype.notes)),

            async function AnalyticsController_notes(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAnalyticsController_notes, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AnalyticsController>(AnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'notes',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: undefined,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        const argsAnalyticsController_refresh: Record<string, TsoaRoute.ParameterSchema> = {
                request: {"in":"request","name":"request","required":true,"dataType":"object"},
        };
        app.post('/api/v1/analytics/refresh',
            authenticateMiddleware([{"bearer":["analytics.refresh"]}]),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController)),
            ...(fetchMiddlewares<RequestHandler>(AnalyticsController.prototype.refresh)),

            async function AnalyticsController_refresh(request: ExRequest, response: ExResponse, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            let validatedArgs: any[] = [];
            try {
                validatedArgs = templateService.getValidatedArgs({ args: argsAnalyticsController_refresh, request, response });

                const container: IocContainer = typeof iocContainer === 'function' ? (iocContainer as IocContainerFactory)(request) : iocContainer;

                const controller: any = await container.get<AnalyticsController>(AnalyticsController);
                if (typeof controller['setStatus'] === 'function') {
                controller.setStatus(undefined);
                }

              await templateService.apiHandler({
                methodName: 'refresh',
                controller,
                response,
                next,
                validatedArgs,
                successStatus: 200,
              });
            } catch (err) {
                return next(err);
            }
        });
        // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa


    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

    function authenticateMiddleware(security: TsoaRoute.Security[] = []) {
        return async function runAuthenticationMiddleware(request: any, response: any, next: any) {

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            // keep track of failed auth attempts so we can hand back the most
            // recent one.  This behavior was previously existing so preserving it
            // here
            const failedAttempts: any[] = [];
            const pushAndRethrow = (error: any) => {
                failedAttempts.push(error);
                throw error;
            };

            const secMethodOrPromises: Promise<any>[] = [];
            for (const secMethod of security) {
                if (Object.keys(secMethod).length > 1) {
                    const secMethodAndPromises: Promise<any>[] = [];

                    for (const name in secMethod) {
                        secMethodAndPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }

                    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

                    secMethodOrPromises.push(Promise.all(secMethodAndPromises)
                        .then(users => { return users[0]; }));
                } else {
                    for (const name in secMethod) {
                        secMethodOrPromises.push(
                            expressAuthenticationRecasted(request, name, secMethod[name], response)
                                .catch(pushAndRethrow)
                        );
                    }
                }
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa

            try {
                request['user'] = await Promise.any(secMethodOrPromises);

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }

                next();
            }
            catch(err) {
                // Show most recent error as response
                const error = failedAttempts.pop();
                error.status = error.status || 401;

                // Response was sent in middleware, abort
                if (response.writableEnded) {
                    return;
                }
                next(error);
            }

            // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
        }
    }

    // WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
}

// WARNING: This file was auto-generated with tsoa. Please do not modify it. Re-run tsoa to re-generate this file: https://github.com/lukeautry/tsoa
