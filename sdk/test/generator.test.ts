import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Spec } from '../../scripts/generate-sdk/spec.js';
import { generateSdk } from '../../scripts/generate-sdk.js';

const sampleText = readFileSync(new URL('./fixtures/openapi.sample.json', import.meta.url), 'utf8');

/** The sample, changed where a test wants it to be wrong. */
function sample(change: (spec: MutableSpec) => void = () => {}): Spec {
  const spec: MutableSpec = JSON.parse(sampleText);
  change(spec);
  return spec as Spec;
}

interface MutableSpec {
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, unknown> };
}

/** One line, single blanks: what is tested is the meaning, not the layout. */
function generated(
  name: 'types.ts' | 'resources.ts' | 'error-codes.ts' | 'errors.ts' | 'operation-errors.ts' | 'fixtures.ts',
  spec = sample(),
): string {
  return (generateSdk(spec)[name] ?? '').replace(/\s+/g, ' ');
}

function book(spec: MutableSpec): Record<string, unknown> {
  return spec.paths['/appointments']?.post ?? {};
}

describe('The SDK’s generator', () => {
  it('writes the same text for the same spec', () => {
    expect(generateSdk(sample())).to.deep.equal(generateSdk(sample()));
  });

  describe('methods', () => {
    const resources = generated('resources.ts');

    it('take path parameters first, then the body or the query, then options', () => {
      expect(resources).to.contain(
        'cancel(id: Uuid, body: CancelAppointment, options?: RequestOptions): Call<Appointment, AppointmentsCancelError>',
      );
      expect(resources).to.contain(
        'slots(doctorId: Uuid, query: DoctorsSlotsQuery, options?: RequestOptions): Call<FreeSlot[], DoctorsSlotsError>',
      );
      expect(resources).to.match(/path`\/doctors\/\$\{doctorId\}\/slots`/);
    });

    it('may go without a query in which nothing is required', () => {
      expect(resources).to.contain('list(query: AppointmentsListQuery = {}, options?: RequestOptions)');
    });

    it('answer pages where the answer is items and nextCursor', () => {
      expect(resources).to.contain('PagePromise<Appointment, AppointmentsListError>');
      expect(generated('types.ts')).to.not.contain('PageAppointment');
    });

    const byId = 'change(id: Uuid, body: ChangeDoctor, options: VersionedOptions): Call';

    it('take what was read where the spec requires If-Match, or its id and the version', () => {
      expect(resources).to.contain(
        'change(id: Versioned, body: ChangeDoctor, options?: RequestOptions): Call',
      );
      expect(resources).to.contain(byId);
      expect(resources).to.match(/path`\/doctors\/\$\{idOf\(id, 'id'\)\}`/);
      expect(resources).to.contain('options: replacing(id, options)');
    });

    it('take it by the name of its id, where what was read has a field of that name', () => {
      const spec = sample(({ paths, components }) => {
        paths['/doctors/{doctorId}'] = JSON.parse(
          JSON.stringify(paths['/doctors/{id}']).replaceAll('"id"', '"doctorId"'),
        );
        delete paths['/doctors/{id}'];
        const doctor = components.schemas.Doctor as { properties: Record<string, unknown> };
        doctor.properties.doctorId = doctor.properties.id;
      });
      const text = generated('resources.ts', spec);
      expect(text).to.contain("change(doctorId: Versioned<'doctorId'>, body");
      expect(text).to.contain("idOf(doctorId, 'doctorId')");
    });

    it('want a version too where its absence is answered with 428', () => {
      const optional = { in: 'header', name: 'If-Match', required: false, schema: { type: 'string' } };
      const changed = (answers: object) =>
        sample(({ paths }) => {
          const change = paths['/doctors/{id}']?.patch ?? {};
          const [id] = change.parameters as object[];
          Object.assign(change, {
            parameters: [id, optional],
            responses: { 200: { description: 'Ok' }, ...answers },
          });
        });
      expect(generated('resources.ts', changed({ 428: { description: 'if_match_required' } }))).to.contain(
        byId.slice(0, -6),
      );
      expect(generated('resources.ts', changed({}))).to.contain(
        'body: ChangeDoctor = {}, options?: RequestOptions',
      );
    });

    it('fill the refresh token in where it is all that is asked for', () => {
      expect(resources).to.contain(
        'refresh(body?: Refresh, options?: RequestOptions): Call<SignedIn, AuthRefreshError>',
      );
      expect(resources).to.contain("session: 'renews', takesRefreshToken: true");
      expect(resources).to.contain(
        'login(body: SignIn, options?: RequestOptions): Call<SignedIn, AuthLoginError>',
      );
      expect(resources).to.contain(
        'logout(body?: Refresh, options?: RequestOptions): Call<void, AuthLogoutError>',
      );
    });

    it('say in their docstrings what they do and throw', () => {
      expect(resources).to.contain('* Books a visit. Two visits of one doctor never overlap.');
      expect(resources).to.contain('* @throws {@link SlotTaken} 409 `slot_taken`');
    });

    it('leave what nearly all may throw to the docstring of them all', () => {
      const spec = sample(({ paths }) => {
        for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
          Object.assign(operation.responses as object, { 503: { description: 'busy' } });
        }
      });
      const text = generated('resources.ts', spec);
      expect(text.match(/@throws \{@link Busy\}/g)).to.have.length(1);
      expect(text).to.match(/@throws \{@link Busy\} `busy` \*\/ export class Resources/);
    });
  });

  describe('types', () => {
    const types = generated('types.ts');

    it('keep enums, null, arrays, unions, maps and optional fields apart', () => {
      expect(types).to.contain('export type AppointmentStatus = "held" | "booked" | "cancelled";');
      expect(types).to.contain('reason: string | null;');
      expect(types).to.contain('department: Department | null;');
      expect(types).to.contain('specializations: string[];');
      expect(types).to.contain('extra?: Record<string, string | null>;');
      expect(types).to.contain('note?: string | { code: string; };');
      expect(types).to.contain('status?: AppointmentStatus[] | undefined;');
    });

    it('put a union into brackets where it is an array’s item', () => {
      const spec = sample(({ components }) => {
        components.schemas.Role = { type: 'array', items: { type: 'string', enum: ['a', 'b'] } };
      });
      expect(generated('types.ts', spec)).to.contain('export type Role = ("a" | "b")[];');
    });

    it('carry the prose and the defaults of the spec', () => {
      expect(types).to.contain('/** A visit in the calendar. */ export interface Appointment {');
      expect(types).to.contain('* Minutes of a usual visit. * Default: `20`.');
    });

    it('leave out what no operation gives or takes', () => {
      expect(types).to.not.contain('interface Problem');
    });
  });

  describe('errors', () => {
    const errors = generated('errors.ts');

    it('are one class for each code, under its status', () => {
      expect(errors).to.contain('export class SlotTaken extends Conflict');
      expect(errors).to.contain('export class AppointmentNotFound extends NotFound');
      expect(errors).to.contain('slot_taken: SlotTaken,');
    });

    it('have one type for all their codes, and for those of no operation', () => {
      const codes = generated('error-codes.ts');
      for (const code of ['slot_taken', 'appointment_not_found', 'route_not_found', 'timeout_error'])
        expect(codes).to.contain(`'${code}'`);
    });

    it('have the fields of their own code only', () => {
      const classOf = (name: string) =>
        new RegExp(`class ${name} extends \\w+ \\{(.*?)\\}`).exec(errors)?.[1];
      expect(classOf('SlotTaken')).to.contain('declare readonly nextFree: FreeSlot[];');
      expect(classOf('PatientBusy')).to.not.contain('nextFree');
      expect(classOf('TooManyAttempts')).to.contain('declare readonly attemptsLeft: number;');
    });

    it('share fields where the answer is named after the beginning of their codes', () => {
      const spec = sample((changed) => {
        changed.components.schemas.SlotProblem = {
          type: 'object',
          properties: { code: { type: 'string' }, nextFree: { type: 'array', items: { type: 'string' } } },
        };
        const content = { 'application/json': { schema: { $ref: '#/components/schemas/SlotProblem' } } };
        const responses = {
          200: { description: 'Ok' },
          409: { description: 'slot_gone, slot_not_offered, busy_elsewhere', content },
        };
        Object.assign(book(changed), { responses });
      });
      const classOf = (name: string) =>
        new RegExp(`class ${name} extends \\w+ \\{(.*?)\\}`).exec(generated('errors.ts', spec))?.[1];
      expect(classOf('SlotGone')).to.contain('nextFree?: string[]');
      expect(classOf('SlotNotOffered')).to.contain('nextFree?: string[]');
      expect(classOf('BusyElsewhere')).to.not.contain('nextFree');
    });

    it('are gathered for each operation, those of every operation once', () => {
      const unions = generated('operation-errors.ts');
      expect(unions).to.match(/export type AppointmentsBookError = CommonError \|[^;]*\bSlotTaken\b[^;]*;/);
      expect(unions).to.contain('export type AppointmentsListError = CommonError | ForbiddenError;');
      expect(unions).to.contain('export type CommonError = ConnectionError | TimeoutError;');
      const spec = sample(({ paths }) => {
        for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
          Object.assign(operation.responses as object, { 503: { description: 'busy' } });
        }
      });
      expect(generated('operation-errors.ts', spec)).to.contain(
        'export type CommonError = ConnectionError | TimeoutError | Busy;',
      );
    });

    it('do not take the name of a status class', () => {
      expect(errors).to.contain('export class ForbiddenError extends Forbidden');
    });
  });

  describe('fixtures', () => {
    const recorded = { type: 'urn:medweave:problem:slot_taken', title: 'Taken.', nextFree: [] };
    const fixtures = generated(
      'fixtures.ts',
      sample((spec) => {
        const { responses } = book(spec) as { responses: Record<string, { content: unknown }> };
        responses['201'] = {
          ...responses['201'],
          content: { 'application/json': { schema: { type: 'object' }, example: { id: 7 } } },
        };
        const examples = { slot_taken: { value: recorded } };
        responses['409'] = { ...responses['409'], content: { 'application/problem+json': { examples } } };
      }),
    );

    it('type what an operation takes and answers, and what it may end with', () => {
      expect(fixtures).to.contain(
        "'appointments.cancel': { ids: 'id'; body: CancelAppointment; answer: Appointment; error: AppointmentsCancelError }",
      );
      expect(fixtures).to.contain(
        "'appointments.list': { ids: never; body: undefined; answer: Page<Appointment>; error: AppointmentsListError }",
      );
    });

    it('are the examples of the spec, and say where no sign-in is needed', () => {
      expect(fixtures).to.contain(
        `'appointments.book': {"method":"POST","path":"/api/v1/appointments","status":201,"body":{"id":7}},`,
      );
      expect(fixtures).to.match(/'auth.login': \{"method":"POST",[^}]*"isPublic":true\}/);
    });

    it('have a problem for every code, recorded or plain', () => {
      expect(fixtures).to.contain(
        `slot_taken: ${JSON.stringify({ ...recorded, status: 409, code: 'slot_taken' })},`,
      );
      expect(fixtures).to.contain('doctor_not_found: {"type":"urn:medweave:problem:doctor_not_found",');
    });
  });

  describe('refuses, by name,', () => {
    const refusal = (change: (spec: MutableSpec) => void) => () => generateSdk(sample(change));

    it('an operation without a proper operationId', () => {
      expect(refusal((spec) => delete book(spec).operationId)).to.throw('POST /appointments');
      expect(refusal((spec) => Object.assign(book(spec), { operationId: 'Book' }))).to.throw(
        'Book (POST /appointments)',
      );
    });

    it('an operation without a tag or without prose', () => {
      expect(refusal((spec) => Object.assign(book(spec), { tags: [] }))).to.throw('appointments_book', 'tag');
      expect(refusal((spec) => Object.assign(book(spec), { description: ' ' }))).to.throw(
        /appointments_book.*prose/,
      );
    });

    it('an operationId that is given twice', () => {
      expect(refusal((spec) => Object.assign(book(spec), { operationId: 'appointments_list' }))).to.throw(
        'appointments_list is given twice',
      );
    });

    it('an error answer that names no code', () => {
      const responses = { 200: { description: 'Ok' }, 409: { description: 'It is taken' } };
      expect(refusal((spec) => Object.assign(book(spec), { responses }))).to.throw(
        /appointments_book.*It is taken/,
      );
    });

    it('a code that has two statuses', () => {
      const responses = { 200: { description: 'Ok' }, 422: { description: 'doctor_not_found' } };
      expect(refusal((spec) => Object.assign(book(spec), { responses }))).to.throw(
        /doctor_not_found.*one status/,
      );
    });

    it('a header that the core does not send, and a reference to nothing', () => {
      const parameters = [{ in: 'header', name: 'X-Strange', schema: { type: 'string' } }];
      expect(refusal((spec) => Object.assign(book(spec), { parameters }))).to.throw(
        /appointments_book.*X-Strange/,
      );
      expect(refusal(({ components }) => delete components.schemas.FreeSlot)).to.throw('FreeSlot');
    });
  });
});
