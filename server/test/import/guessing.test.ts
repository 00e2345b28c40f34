import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CsvRow } from '../../src/import/csv-rows.js';
import { maxLengths, maxSpecializations } from '../../src/import/synthea/bounds.js';
import { placeOf, postalAddress, zoneOf } from '../../src/import/synthea/places.js';
import { requireInstant } from '../../src/import/synthea/source-text.js';
import { stateZones } from '../../src/import/synthea/us-zones.js';
import { isDateOn } from '../../src/lib/time.js';
import { isIanaZone } from '../../src/lib/zone.js';
import { rootDir } from '../../src/paths.js';

const rowOf = (values: Record<string, string>): CsvRow =>
  Object.assign((column: string) => values[column] ?? '', { line: 7 });

describe('What an import concludes from a place', () => {
  const zones: [state: string, latitude: string, longitude: string, zone: string][] = [
    ['NE', '42.68', '-103.41', 'America/Denver'],
    ['NE', '41.26', '-95.94', 'America/Chicago'],
    ['Florida', '30.42', '-87.22', 'America/Chicago'],
    ['FL', '25.76', '-80.19', 'America/New_York'],
    ['KY', '37.08', '-88.6', 'America/Chicago'],
    ['KY', '38.25', '-85.76', 'America/New_York'],
    ['TN', '35.04', '-85.31', 'America/New_York'],
    ['TN', '36.16', '-86.78', 'America/Chicago'],
    ['IN', '41.59', '-87.35', 'America/Chicago'],
    ['IN', '39.77', '-86.16', 'America/Indiana/Indianapolis'],
    ['IN', '37.97', '-87.57', 'America/Chicago'],
    ['ID', '47.68', '-116.78', 'America/Los_Angeles'],
    ['ID', '43.61', '-116.2', 'America/Boise'],
    ['OR', '44.03', '-116.96', 'America/Boise'],
    ['OR', '45.52', '-122.68', 'America/Los_Angeles'],
    ['SD', '44.08', '-103.23', 'America/Denver'],
    ['ND', '46.88', '-102.79', 'America/Denver'],
    ['ND', '48.23', '-101.3', 'America/Chicago'],
    ['KS', '39.35', '-101.71', 'America/Denver'],
    ['MI', '45.82', '-88.06', 'America/Chicago'],
    ['AK', '61.22', '-149.9', 'America/Anchorage'],
    ['AZ', '33.45', '-112.07', 'America/Phoenix'],
    ['Hawaii', '', '', 'Pacific/Honolulu'],
    ['  new   york ', '', '', 'America/New_York'],
    ['Québec', '', '', 'America/Toronto'],
    ['BC', '', '', 'America/Vancouver'],
    ['SK', '', '', 'America/Regina'],
    ['England', '', '', 'Europe/London'],
    ['Scotland', '', '', 'Europe/London'],
    ['NSW', '', '', 'Australia/Sydney'],
    ['Thüringen', '', '', 'Europe/Berlin'],
    ['', '51.5', '-0.12', 'Europe/London'],
    ['', '', '', 'UTC'],
  ];
  for (const [STATE, LAT, LON, zone] of zones)
    it(`${STATE || 'nothing'} ${LAT} ${LON}: ${zone}`, () => {
      expect(zoneOf(placeOf(rowOf({ STATE, LAT, LON }))).zone).to.equal(zone);
    });

  it('names time zones only that there are, and each state of the US', () => {
    expect(Object.keys(stateZones)).to.have.length(50 + 1 + 5);
    for (const { zone, part } of Object.values(stateZones))
      for (const name of [zone, ...(part ? [part.zone] : [])]) expect(isIanaZone(name), name).to.equal(true);
  });

  const addresses: [Record<string, string>, string | undefined, string | undefined][] = [
    [{ STATE: 'Massachusetts', ZIP: '2150' }, 'US', '02150'],
    [{ STATE: 'NE', ZIP: '685021234' }, 'US', '68502-1234'],
    [{ STATE: 'MA', ZIP: '01851-3100' }, 'US', '01851-3100'],
    [{ STATE: 'NE', ZIP: '00000' }, 'US', undefined],
    [{ STATE: 'West Yorkshire', ZIP: 'LS1 4AP' }, 'GB', 'LS1 4AP'],
    [{ STATE: 'ON', ZIP: 'K1A 0B1' }, 'CA', 'K1A 0B1'],
    [{ STATE: 'CA', ZIP: '90804' }, 'US', '90804'],
    [{ STATE: 'DE', ZIP: '19901' }, 'US', '19901'],
    [{ STATE: 'Bayern', ZIP: '80331' }, 'DE', '80331'],
    [{ STATE: 'Utopia', ZIP: '12345' }, undefined, '12345'],
  ];
  for (const [values, country, postalCode] of addresses)
    it(`${values.STATE} ${values.ZIP} is in ${country}`, () => {
      const address = postalAddress(placeOf(rowOf({ ADDRESS: '1 Road', CITY: 'Town', ...values })));
      expect([address?.country, address?.postalCode]).to.deep.equal([country, postalCode]);
    });
});

describe('What an import takes for an instant', () => {
  const instants: [string, string | null, string | null][] = [
    ['2019-05-01T10:00:00Z', '2019-05-01T10:00:00.000Z', null],
    ['2019-05-01T10:00:00.123456+02:00', '2019-05-01T08:00:00.123Z', null],
    ['2019-05-01T10:00:00', '2019-05-01T10:00:00.000Z', 'START has no time zone: read as UTC'],
    ['2019-05-01 10:00', '2019-05-01T10:00:00.000Z', 'START has no time zone: read as UTC'],
    ['2019-05-01 10:00:00 +0200', '2019-05-01T08:00:00.000Z', 'START has a blank for the T of ISO 8601'],
    ['2019-05-01', '2019-05-01T12:00:00.000Z', 'START has no time of day: read as noon UTC'],
    ['1556704800', '2019-05-01T10:00:00.000Z', 'START is a number: read as seconds since 1970'],
    ['1556704800000', '2019-05-01T10:00:00.000Z', 'START is a number: read as milliseconds since 1970'],
    ['05/01/2019', null, null],
    ['2019-02-30', null, null],
    ['2019', null, null],
  ];
  for (const [text, expected, guess] of instants)
    it(`${text}: ${expected ?? 'none'}`, () => {
      const guesses: string[] = [];
      const read = () =>
        requireInstant(rowOf({ START: text }), 'START', {
          guess: (what) => guesses.push(what),
        }).toISOString();
      if (expected === null) expect(read).to.throw('has no usable START');
      else expect(read()).to.equal(expected);
      expect(guesses).to.deep.equal(guess === null ? [] : [guess]);
    });
});

interface Schema {
  maxLength?: number;
  maxItems?: number;
  pattern?: string;
  properties?: Record<string, Schema>;
}

describe('What an import lets in', () => {
  const { schemas } = (
    JSON.parse(readFileSync(join(rootDir, 'sdk', 'openapi.json'), 'utf8')) as {
      components: { schemas: Record<string, Schema> };
    }
  ).components;
  const field = (schema: string, name: string): Schema => schemas[schema]?.properties?.[name] ?? {};

  const bounds: [keyof typeof maxLengths, string, string][] = [
    ['name', 'CreatePatient', 'givenName'],
    ['name', 'CreatePatient', 'familyName'],
    ['name', 'CreateDoctor', 'familyName'],
    ['displayName', 'CreateUser', 'displayName'],
    ['departmentName', 'CreateDepartment', 'name'],
    ['location', 'CreateDepartment', 'location'],
    ['specialization', 'CreateSpecialization', 'name'],
    ['addressLine', 'PostalAddress', 'line'],
    ['city', 'PostalAddress', 'city'],
    ['region', 'PostalAddress', 'region'],
    ['postalCode', 'PostalAddress', 'postalCode'],
    ['phone', 'CreateDoctor', 'phone'],
    ['officeAddress', 'CreateDoctor', 'officeAddress'],
    ['visitReason', 'OpenRecord', 'chiefComplaint'],
    ['code', 'AddDiagnosis', 'code'],
    ['diagnosis', 'AddDiagnosis', 'text'],
  ];
  for (const [bound, schema, name] of bounds)
    it(`is as long as the API’s ${schema}.${name}`, () => {
      expect(maxLengths[bound]).to.equal(field(schema, name).maxLength);
    });

  it('has as many specializations, and dates of the same years', () => {
    expect(maxSpecializations).to.equal(field('CreateDoctor', 'specializationIds').maxItems);
    const pattern = new RegExp(schemas.DateOn?.pattern ?? '^$');
    for (const date of ['1899-12-31', '1900-01-01', '1999-12-31', '2199-12-31', '2200-01-01', '0999-01-01'])
      expect(isDateOn(date), date).to.equal(pattern.test(date));
  });
});
