import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { gather, roles, type Senders } from '../../../prove/rubbish/cast.js';
import { Api, type Operation, type Schema } from '../../../prove/rubbish/description.js';
import { type GoodRequest, goodRequest, targetOf } from '../../../prove/rubbish/good-requests.js';
import { type Place, placesOf, withValue } from '../../../prove/rubbish/places.js';
import { lengthOf } from '../../src/lib/text.js';
import { type Clinic, startClinic } from '../support/clinic.js';

/** The columns that a field of a request ends in; several when it is kept with others in one, by a blank between. */
const keptIn: Record<string, string> = {
  'CreateUser.displayName': 'users.display_name',
  'UpdateUser.displayName': 'users.display_name',
  'CreateSpecialization.name': 'specializations.name',
  'UpdateSpecialization.name': 'specializations.name',
  'CreateDepartment.name': 'departments.name',
  'UpdateDepartment.name': 'departments.name',
  'CreateDepartment.location': 'departments.location',
  'UpdateDepartment.location': 'departments.location',
  'CreateHoliday.name': 'holidays.name',
  'AddTimeOff.reason': 'time_off.reason',
  'OpenRecord.chiefComplaint': 'medical_records.chief_complaint',
  'UpdateRecord.chiefComplaint': 'medical_records.chief_complaint',
  'AddDiagnosis.code': 'diagnoses.code',
  'AddDiagnosis.text': 'diagnoses.text',
  'PostalAddress.line': 'patients.address_line',
  'PostalAddress.city': 'patients.address_city',
  'PostalAddress.region': 'patients.address_region',
  'PostalAddress.postalCode': 'patients.address_postal_code',
  'EmergencyContact.name': 'patients.emergency_name',
  'EmergencyContact.phone': 'patients.emergency_phone',
  'EmergencyContact.relation': 'patients.emergency_relation',
  'Insurance.provider': 'patients.insurance_provider',
  'Insurance.number': 'patients.insurance_number',
  'CreatePatient.givenName': 'patients.given_name',
  'CreatePatient.familyName': 'patients.family_name',
  'CreatePatient.phone': 'patients.phone',
  'UpdatePatient.givenName': 'patients.given_name',
  'UpdatePatient.familyName': 'patients.family_name',
  'UpdatePatient.phone': 'patients.phone',
  'RegisterPatient.givenName': 'patients.given_name',
  'RegisterPatient.familyName': 'patients.family_name',
  'RegisterPatient.phone': 'patients.phone',
  'RegisterPatient.givenName RegisterPatient.familyName': 'users.display_name',
  'DeactivatePatient.reason': 'approvals.reason',
  'ActivatePatient.reason': 'approvals.reason',
  'CreateDoctor.givenName': 'doctors.given_name',
  'CreateDoctor.familyName': 'doctors.family_name',
  'CreateDoctor.phone': 'doctors.phone',
  'CreateDoctor.officeAddress': 'doctors.office_address',
  'CreateDoctor.zone': 'doctors.zone',
  'UpdateDoctor.givenName': 'doctors.given_name',
  'UpdateDoctor.familyName': 'doctors.family_name',
  'UpdateDoctor.phone': 'doctors.phone',
  'UpdateDoctor.officeAddress': 'doctors.office_address',
  'UpdateDoctor.zone': 'doctors.zone',
  'WithdrawNote.reason': 'note_refs.withdraw_reason',
  'WithdrawObservation.reason': 'observation_refs.withdraw_reason',
  'BookAppointment.reason': 'appointments.reason',
  'BookAppointment.overbookReason': 'appointments.overbook_reason',
  'CancelAppointment.reason': 'appointments.cancel_reason',
};
/** Kept in MongoDB, whose validators another test holds to the types, as a hash, or nowhere. */
const keptElsewhere = new Set([
  ...['PostNote.text', 'ReviseNote.text', 'AddAddendum.text', 'Symptom.name', 'Vital.name', 'Vital.unit'],
  ...['CreateUser.password', 'RegisterPatient.password', 'Login.password'],
  ...['ChangePassword.currentPassword', 'ChangePassword.newPassword'],
  ...['ResetPassword.newPassword', 'ResetPassword.code', 'EndSignIn.currentPassword'],
  ...['RegisterPatient.deviceToken', 'Login.deviceToken'],
]);

/** How many characters each VARCHAR of the schema takes, by `table.column`. */
function columnSizes(): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const [, table = '', columns = ''] of readFileSync('sql/schema.sql', 'utf8').matchAll(
    /CREATE TABLE `(\w+)` \(([\s\S]*?)\n\) ENGINE/g,
  ))
    for (const [, name = '', size] of columns.matchAll(/^ {2}`(\w+)` (?:var)?char\((\d+)\)/gm))
      sizes.set(`${table}.${name}`, Number(size));
  return sizes;
}

describe('The bounds that the API states', () => {
  const api = new Api();
  const named = (name: string): Schema => api.resolved({ $ref: `#/components/schemas/${name}` });

  it('are known for each text of a request, and fit where it is kept', () => {
    const sizes = columnSizes();
    const requestTypes = api.operations.flatMap(({ bodySchema }) =>
      bodySchema ? typesIn(api, bodySchema) : [],
    );
    const bounded = new Set(
      requestTypes.flatMap((type) =>
        Object.entries(named(type).properties ?? {}).flatMap(([name, schema]) =>
          api.resolved(schema).maxLength === undefined ? [] : [`${type}.${name}`],
        ),
      ),
    );
    const unknown = [...bounded].filter((field) => !(field in keptIn) && !keptElsewhere.has(field));
    expect(unknown, 'say where these are kept').to.deep.equal([]);
    for (const [fields, column] of Object.entries(keptIn)) {
      const parts = fields.split(' ').map((field) => {
        const [type = '', name = ''] = field.split('.');
        return api.resolved(named(type).properties?.[name] ?? {}).maxLength;
      });
      const longest = parts.reduce<number>((sum, part) => sum + (part ?? Number.NaN), parts.length - 1);
      expect(sizes.get(column) ?? 0, `${column} for ${fields}`).to.be.at.least(longest);
    }
  });
});

/** Everything at its longest, in letters that are long in one way or another. */
const letters = {
  'of four bytes, which JavaScript counts twice': '\u{20bb7}',
  'that double in capitals': 'ß',
  'that are longer when lower-cased': 'İ',
  'whose composed form is longer': '\u0958',
  'with a mark of their own': 'a\u0308',
};

describe('A request with everything at its bound', () => {
  const api = new Api();
  let clinic: Clinic;
  let senders: Senders;

  before(async function () {
    this.timeout(240_000);
    clinic = await startClinic();
    senders = await gather(clinic);
  });
  after(() => clinic.close());

  const ask = async ({ operation, ...good }: GoodRequest, role: (typeof roles)[number], version: number) => {
    const token = senders.tokenToLose(role) ?? senders.tokenOf(role);
    const answer = await fetch(`${clinic.baseUrl}${targetOf({ operation, ...good })}`, {
      method: operation.method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(good.body !== undefined && { 'content-type': 'application/json' }),
        'if-match': `"${version}"`,
      },
      body: good.body === undefined ? undefined : JSON.stringify(good.body),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  };
  /** As whoever may, against whichever version there is. */
  const answered = async (good: GoodRequest) => {
    let last = { status: 0, body: {} as Record<string, unknown> };
    for (const role of roles)
      for (let version = 1; version <= 4; version++) {
        last = await ask(good, role, version);
        if (last.status !== 412) break;
      }
    return last;
  };

  const isBounded = (schema: Schema): boolean => {
    const { type, maxLength, pattern } = api.resolved(schema);
    return type === 'string' && maxLength !== undefined && (pattern === undefined || pattern === '\\S');
  };
  const boundedPlaces = (operation: Operation) =>
    placesOf(api, operation).filter(
      (place): place is Exclude<Place, { in: 'path' }> => place.in !== 'path' && isBounded(place.schema),
    );
  const longest = (schema: Schema, letter: string): string => {
    const { maxLength = 0 } = api.resolved(schema);
    return letter.repeat(Math.floor(maxLength / lengthOf(letter)));
  };
  const withTexts = (good: GoodRequest, places: readonly Place[], letter: string): GoodRequest => {
    let { body, query } = good;
    for (const place of places) {
      if (place.in === 'path') continue;
      const text = longest(place.schema, letter);
      if (place.in === 'body') body = withValue(body, place.path, text);
      else query = [...query.filter(([name]) => name !== place.name), [place.name, encodeURIComponent(text)]];
    }
    return { ...good, body, query };
  };

  for (const operation of api.operations.filter((each) => boundedPlaces(each).length > 0))
    it(`is no trouble for ${operation.operationId}`, async function () {
      this.timeout(240_000);
      for (const [what, letter] of Object.entries(letters)) {
        const places = boundedPlaces(operation);
        for (const chosen of [places, ...places.map((place) => [place])]) {
          const good = withTexts(goodRequest(api, senders.things, operation), chosen, letter);
          const { status, body } = await answered(good);
          expect(status, `${what}: ${JSON.stringify(body).slice(0, 300)}`).to.be.lessThan(500);
          if (status >= 400) {
            expect(JSON.stringify(body), what).not.to.match(/characters/);
            continue;
          }
          for (const place of chosen)
            if (
              place.in === 'body' &&
              place.path.length === 1 &&
              String(place.path[0]) in body &&
              place.path[0] !== 'zone'
            )
              expect(String(body[String(place.path[0])]).normalize('NFC'), what).to.equal(
                longest(place.schema, letter).normalize('NFC'),
              );
        }
      }
    });
});

/** The named types that a body is made of. */
function typesIn(api: Api, schema: Schema, found = new Set<string>()): string[] {
  for (const part of [schema, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])]) {
    const name = part.$ref?.split('/').at(-1);
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      const { properties = {} } = api.resolved(part);
      for (const property of Object.values(properties)) typesIn(api, property, found);
    }
    if (part.items) typesIn(api, part.items, found);
  }
  return [...found];
}
