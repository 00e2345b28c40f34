import { expect } from 'chai';
import { canonicalJson, type JsonValue } from '../../src/documents/canonical-json.js';
import { newId } from '../../src/lib/ids.js';
import { type Cast, cast } from '../clinical/clinical-cast.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { futureAt } from '../support/people.js';

/** The same request is what says the same: how its JSON is written makes no other one. */
describe('A repetition', () => {
  let clinic: Clinic;
  let on: Cast;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
  });
  after(() => clinic.close());

  const create = (body: string, key: string, path = '/patients') =>
    clinic.call<{ id: string; code?: string }>(on.reception, 'POST', path, {
      body,
      headers: { 'idempotency-key': key },
    });
  const first =
    '{"givenName":"Ana","familyName":"Moor","birthOn":"1990-02-03","emergencyContact":{"name":"Bo","phone":"+49 30 1","relation":"friend"}}';
  const same: Record<string, string> = {
    'its fields in another order':
      '{"emergencyContact":{"name":"Bo","phone":"+49 30 1","relation":"friend"},"birthOn":"1990-02-03","familyName":"Moor","givenName":"Ana"}',
    'the fields within a field in another order':
      '{"givenName":"Ana","familyName":"Moor","birthOn":"1990-02-03","emergencyContact":{"relation":"friend","phone":"+49 30 1","name":"Bo"}}',
    'blanks and line breaks between': first.replaceAll(',', ' ,\r\n\t').replaceAll(':', ' : '),
    'letters written as escapes': first.replace('Ana', '\\u0041na').replace('"birthOn"', '"birth\\u004fn"'),
  };
  for (const [how, body] of Object.entries(same))
    it(`is the same request with ${how}`, async () => {
      const key = newId();
      const answers = [await create(first, key), await create(body, key)];
      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201]);
      expect(answers[1]?.body).to.deep.equal(answers[0]?.body);
      expect(answers[1]?.headers.get('idempotency-replayed')).to.equal('true');
    });

  const others: Record<string, string> = {
    'another value': first.replace('Ana', 'Anna'),
    'a field more': first.replace('{', '{"gender":"female",'),
    'a field less': first.replace(/,"emergencyContact".*\}\}/, '}'),
    'a value moved to another field': first
      .replace('"Ana"', '"Moor"')
      .replace('"Moor","birth', '"Ana","birth'),
    'the same letters composed otherwise': first.replace('Ana', 'A\u0301na'),
  };
  for (const [how, body] of Object.entries(others))
    it(`is another request with ${how}`, async () => {
      const key = newId();
      const before = first.replace('Ana', how.includes('letters') ? '\u00c1na' : 'Ana');
      expect((await create(before, key)).status).to.equal(201);
      expect((await create(body, key)).body.code).to.equal('idempotency_key_reused');
    });

  it('keeps the order of a list, which says something', async () => {
    const windows = [
      { startMinute: 480, endMinute: 600 },
      { startMinute: 660, endMinute: 720 },
    ];
    const path = `/doctors/${on.doctor.doctor.id}/overrides/${futureAt(50, 0).slice(0, 10)}`;
    const set = (list: object[], key: string) =>
      clinic.call<{ code?: string }>(on.reception, 'PUT', path, {
        body: { windows: list },
        headers: { 'idempotency-key': key },
      });
    const key = newId();
    expect((await set(windows, key)).status).to.be.below(300);
    expect((await set([...windows].reverse(), key)).body.code).to.be.oneOf([
      'idempotency_key_reused',
      'validation_failed',
    ]);
  });

  const equal: [JsonValue, string][] = [
    [JSON.parse('{"b":1.0,"a":10e-1}'), '{"a":1,"b":1}'],
    [JSON.parse('{"__proto__":{"a":1},"a":2}'), '{"__proto__":{"a":1},"a":2}'],
    [JSON.parse('{"10":1,"9":2,"a":null}'), '{"10":1,"9":2,"a":null}'],
    [JSON.parse('1e999'), 'Infinity'],
    [JSON.parse('null'), 'null'],
    [JSON.parse('["b","a",{"d":false,"c":[]}]'), '["b","a",{"c":[],"d":false}]'],
  ];
  for (const [value, text] of equal)
    it(`reads ${text} from its canonical form`, () => {
      expect(canonicalJson(value)).to.equal(text);
    });
});
