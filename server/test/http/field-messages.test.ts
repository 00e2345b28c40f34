import { type FieldErrors, type TsoaRoute, ValidateError } from '@tsoa/runtime';
import { expect } from 'chai';
import { models } from '../../src/generated/routes.js';
import { StrictValidation } from '../../src/http/strict-validation.js';
import { fieldErrorsOf } from '../../src/lib/field-errors.js';
import { textForms } from '../../src/lib/text-forms.js';

const validation = new StrictValidation(models, {
  noImplicitAdditionalProperties: 'throw-on-extras',
  bodyCoercion: false,
});

/** What is said of a value in the place of this model. */
function told(model: string, value: unknown): { field: string; message: string }[] {
  const fields: FieldErrors = {};
  validation.ValidateParam({ ref: model, required: true }, value, 'body', fields, true, undefined);
  return fieldErrorsOf(new ValidateError(fields, ''));
}

const toldOf = (model: string, value: unknown): Record<string, string> =>
  Object.fromEntries(told(model, value).map(({ field, message }) => [field, message]));

/** Signs of regular expressions, and the words of those who write schemas. */
const jargon =
  /[\\^$|{}[\]]|\b(pattern|regex|regular expression|schema|union|enum|excess|min|max|minLength|maxLength|minItems|maxItems|undefined|NaN|integer number|not valid|invalid|\$\d)\b/i;

const wrongValues = [
  ...[null, true, 0, -1e9, 1e9, 0.5, '', ' ', 'x', '\u0000', 'x'.repeat(100_000), '2026-02-30', '2026-2-3'],
  ...[[], [null], [[]], [1, 'x'], {}, { a: 1 }],
];

const objects = Object.entries(models).flatMap(([name, model]) =>
  model.dataType === 'refObject' ? [{ name, properties: Object.keys(model.properties ?? {}) }] : [],
);

const patterns = new Set(
  [...JSON.stringify(models).matchAll(/"pattern":\{"value":("(?:[^"\\]|\\.)*")/g)].map(([, text = '']) =>
    String(JSON.parse(text)),
  ),
);

describe('What is said of a wrong field', () => {
  it('is in words, for every field that the API has and every wrong value', function () {
    this.timeout(240_000);
    const places = new Map<string, string>();
    for (const { name, properties } of objects)
      for (const property of properties)
        for (const value of wrongValues)
          for (const { field, message } of told(name, { [property]: value }))
            places.set(message, `${name} ${field}`);
    expect(places.size).to.be.above(50);
    for (const [message, place] of places)
      expect(message, place)
        .to.match(/^(must|is|has) /)
        .and.not.to.match(jargon);
  });

  it('has words for each pattern of the API, and for no other', () => {
    expect([...patterns].filter((pattern) => !textForms.has(pattern))).to.deep.equal([]);
    expect([...textForms.keys()].filter((pattern) => !patterns.has(pattern))).to.deep.equal([]);
    for (const { words } of textForms.values())
      expect(words)
        .to.match(/^must /)
        .and.not.to.match(jargon);
  });

  it('says what is wanted', () => {
    const uuid = 'must be a UUID, such as 0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11';
    const booking = { doctorId: '{0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11}', startsAt: 'tomorrow', reason: 7 };
    expect(toldOf('BookAppointment', booking)).to.include({
      'body.doctorId': uuid,
      'body.reason': 'must be a string',
    });
    expect(toldOf('BookAppointment', booking)['body.startsAt']).to.match(
      /^must be an instant with Z or an offset/,
    );
    expect(toldOf('BookAppointment', {})['body.startsAt']).to.equal('is required');
    expect(toldOf('UpdateUser', { departmentId: 'ward 3', role: 'boss' })).to.include({
      'body.departmentId': uuid,
    });
    expect(toldOf('UpdateUser', { role: 'boss' })['body.role']).to.match(/^must be one of doctor, nurse, /);
    expect(toldOf('UpdateUser', { departmentId: null })).to.deep.equal({});
  });

  it('names the place in a list by its whole path, however deep', () => {
    const weekly = [
      { weekday: 1, startMinute: 0, endMinute: 60 },
      { weekday: 8, startMinute: -1, endMinute: 'x' },
    ];
    expect(Object.keys(toldOf('SetHours', { weekly })).sort()).to.deep.equal([
      'body.weekly.1.endMinute',
      'body.weekly.1.startMinute',
      'body.weekly.1.weekday',
    ]);
  });

  it('ends after a hundred fields, and says how many more there are', () => {
    const weekly = Array.from({ length: 200 }, () => ({ weekday: 9, startMinute: 0, endMinute: 60 }));
    const errors = told('SetHours', { weekly });
    expect(errors).to.have.length(101);
    expect(errors.at(-1)).to.deep.equal({ field: 'request', message: 'has 100 more errors' });
  });
});

describe('What is said of an unknown field', () => {
  const department = { name: 'Cardiology', location: 'Here' };

  it('names it, and what was probably meant', () => {
    const cases: [string, string][] = [
      ['locaton', 'is not known here; did you mean location?'],
      ['Location', 'is not known here; did you mean location?'],
      ['loc_ation', 'is not known here; did you mean location?'],
      ['nme', 'is not known here; did you mean name?'],
      ['colour', 'is not known here'],
      ['x', 'is not known here'],
      ['__proto__', 'is not known here'],
      ['constructor', 'is not known here'],
      ['a'.repeat(60), 'is not known here'],
    ];
    for (const [name, message] of cases) {
      const value = JSON.parse(JSON.stringify(department).replace('{', `{"${name}":1,`));
      expect(toldOf('CreateDepartment', value), name).to.deep.equal({ [`body.${name}`]: message });
    }
  });

  it('names it where it stands, beside what else is wrong', () => {
    const address = { line: 'Main Street 1', city: 'X', contry: 'DE', country: 'Germany' };
    expect(toldOf('UpdatePatient', { address })).to.deep.equal({
      'body.address.contry': 'is not known here; did you mean country?',
      'body.address.country': 'must be the two letters of a country (ISO 3166-1), such as DE',
    });
  });

  it('repeats nothing that is no name', () => {
    const strange = [
      'Mrs Canary',
      'a'.repeat(61),
      'né',
      '$where',
      'a.b',
      'a\nb',
      '',
      '1st',
      '<b>',
      'x@y.example',
      '+4930123',
    ];
    for (const name of strange)
      expect(toldOf('CreateDepartment', { ...department, [name]: 1 }), name).to.deep.equal({
        body: 'has one name that is not known here',
      });
    const all = Object.fromEntries(strange.map((name) => [name, 1]));
    expect(toldOf('CreateDepartment', { ...department, ...all, colour: 1 })).to.deep.equal({
      'body.colour': 'is not known here',
      body: `has ${strange.length} more names that are not known here`,
    });
  });

  it('names twenty and counts the rest, in no more than a moment', () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_none, index) => [`field_${index}`, 1]));
    const errors = told('CreateDepartment', { ...department, ...many });
    expect(errors).to.have.length(21);
    expect(errors.at(-1)?.message).to.equal('has 19980 more names that are not known here');
  });
});

describe('What has a canonical form', () => {
  const kept = (alias: string, value: string): unknown => {
    const fields: FieldErrors = {};
    const property: TsoaRoute.PropertySchema = { ref: alias, required: true };
    const text = validation.ValidateParam(property, value, 'value', fields, true, undefined);
    return Object.keys(fields).length === 0 ? text : fieldErrorsOf(new ValidateError(fields, ''))[0]?.message;
  };
  const half = '2026-12-01T09:30:00.000Z';

  const taken: [string, string, string][] = [
    ['Instant', '2026-12-01T09:30Z', half],
    ['Instant', '2026-12-01T09:30:00Z', half],
    ['Instant', '2026-12-01t09:30:00z', half],
    ['Instant', '2026-12-01T09:30:00+00:00', half],
    ['Instant', '2026-12-01T09:30:00-00:00', half],
    ['Instant', '2026-12-01T10:30:00+01:00', half],
    ['Instant', '2026-12-01T15:15:00.000000+05:45', half], // Python
    ['Instant', '2026-12-01T09:30:00.0000000Z', half], // .NET
    ['Instant', '2026-12-01T09:30:00.000000000Z', half], // Java, Go
    ['Instant', '2026-12-01T09:30:00.0Z', half],
    ['Instant', '2026-12-01T09:30:00.000999999Z', half], // cut off: the same five minutes
    ['Instant', '2026-12-01T09:29:59.999999Z', '2026-12-01T09:29:59.999Z'], // never rounded up to another
    ['Instant', '2026-12-01T09:30:00.123456Z', '2026-12-01T09:30:00.123Z'],
    ['Instant', '2028-02-29T00:00:00+14:00', '2028-02-28T10:00:00.000Z'],
    ['Uuid', '0198F3A2-7C31-7B52-9D7E-2F6F0C3C8A11', '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11'],
    ['Uuid', '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11', '0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11'],
    ['Email', ' Ada.Lovelace@Example.ORG ', 'ada.lovelace@example.org'],
    ['Country', 'de', 'DE'],
    ['Country', 'Is', 'IS'],
    ['DateOn', '2028-02-29', '2028-02-29'],
  ];
  for (const [alias, value, form] of taken)
    it(`is kept in it: ${alias} ${value}`, () => expect(kept(alias, value)).to.equal(form));

  const refused: [string, string, RegExp][] = [
    ...[
      ...['2026-12-01T09:30:00', '2026-12-01 09:30:00Z', '2026-12-01T09:30:00,5Z', '2026-12-01T24:00:00Z'],
      ...[
        '2026-12-31T23:59:60Z',
        '2026-02-30T09:30:00Z',
        '2026-12-01T09:30:00+0100',
        '2026-12-01T09:30:00+01',
      ],
      ...['2026-12-01T09:30:00+24:00', '2026-12-01T09:30:00 00:00', '2026-12-01T09:30:00.Z', '2026-12-01'],
      ...['2026-12-01T09:30:00.0000000000Z', '20261201T093000Z', '2026-W49-2T09:30Z', '0999-12-31T09:30:00Z'],
      ...[
        '2026-12-01T09:30:00Z\n',
        ' 2026-12-01T09:30:00Z',
        '1764581400000',
        '2026-12-01T09:30:00[Europe/Berlin]',
      ],
    ].map((text): [string, string, RegExp] => ['Instant', text, /^must be an instant with Z or an offset/]),
    ...['{0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11}', 'urn:uuid:0198f3a2-7c31-7b52-9d7e-2f6f0c3c8a11'].map(
      (text): [string, string, RegExp] => ['Uuid', text, /^must be a UUID, such as 0198/],
    ),
    ...[
      '2026-2-30',
      '2026-02-30',
      '2027-02-29',
      '30.02.2026',
      '2026-13-01',
      '1899-12-31',
      '2200-01-01',
      'today',
    ].map((text): [string, string, RegExp] => ['DateOn', text, /^must be a date that the calendar has/]),
    ...['DEU', 'D', '', '49', 'D1', 'ÄÖ'].map((text): [string, string, RegExp] => [
      'Country',
      text,
      /two letters/,
    ]),
    ...['ada', 'ada@', 'a b@example.org', 'ada@example', 'ä@example.org', 'a@b.example, c@d.example'].map(
      (text): [string, string, RegExp] => ['Email', text, /^must be an e-mail address/],
    ),
  ];
  for (const [alias, value, words] of refused)
    it(`is asked for in words: ${alias} ${JSON.stringify(value)}`, () =>
      expect(kept(alias, value)).to.match(words));
});
