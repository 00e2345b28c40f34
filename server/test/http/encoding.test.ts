import { connect } from 'node:net';
import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Problem } from '../../src/lib/problem.js';
import type { MedicalRecord } from '../../src/records/records.types.js';
import { type Cast, cast, openRecord, openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';

type Sent = readonly (string | readonly number[])[];

/** Texts as UTF-8, numbers as the bytes that they are. */
const bytesOf = (parts: Sent): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part as number[])));

describe('What a request says is UTF-8', () => {
  let clinic: Clinic;
  let on: Cast;
  let stores: Stores;
  let record: MedicalRecord;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    stores = await openStores(clinic);
    record = await openRecord(on);
  });
  after(async () => {
    await stores.close();
    await clinic.close();
  });

  const post = async (who: SignedIn, path: string, body: Buffer, type = 'application/json') => {
    const headers = { authorization: `Bearer ${who.accessToken}`, 'content-type': type };
    const url = `${clinic.baseUrl}/api/v1${path}`;
    const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
    return (await answer.json()) as Problem & { id: string; text: string; data: unknown };
  };
  /** A note with these bytes as its text. */
  const note = (text: Sent): Buffer =>
    bytesOf([
      `{"recordUuid":"${record.id}","patientId":"${record.patientId}","kind":"progress","text":"`,
      ...text,
      '"}',
    ]);
  const postNote = (text: Sent) => post(on.doctor.user, '/clinical-notes', note(text));

  const wrong: Record<string, Sent> = {
    'Müller in Latin-1': ['M', [0xfc], 'ller'],
    'the euro sign in Windows-1252': [[0x80], ' 5'],
    'an overlong slash': [[0xc0, 0xaf]],
    'an overlong NUL, as Java writes it': [[0xc0, 0x80]],
    'half a pair, as CESU-8 writes it': [[0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
    'a character beyond Unicode': [[0xf4, 0x90, 0x80, 0x80]],
    'a character that is cut off': ['Gr', [0xc3], 'e'],
    'Shift-JIS': [[0x8e, 0x52, 0x93, 0x63]],
    'a trailing byte alone': [[0xa4]],
  };
  for (const [what, text] of Object.entries(wrong))
    it(`or it is refused, and nothing stored: ${what}`, async () => {
      const before = await stores.counts();
      const body = await postNote(text);
      expect(body).to.include({ status: 400, code: 'wrong_encoding' });
      expect(body.title).to.include('UTF-8');
      const at = note([]).length - 2 + (typeof text[0] === 'string' ? text[0].length : 0);
      expect(body.errors).to.deep.equal([
        {
          field: 'body',
          message: `must be UTF-8: byte ${at} begins no character of it`,
          code: 'wrong_encoding',
        },
      ]);
      expect(await stores.counts()).to.deep.equal(before);
    });

  it('or it is refused: a body that ends within a character, and one in UTF-16', async () => {
    const text = JSON.stringify({ name: 'A' });
    for (const bytes of [
      bytesOf(['{"name":"', [0xe2, 0x82]]),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      bytesOf([[0xfe, 0xff], text]),
      bytesOf([[0xff]]),
    ])
      expect(await post(clinic.admin, '/departments', bytes)).to.include({
        status: 400,
        code: 'wrong_encoding',
      });
    for (const bytes of [Buffer.from(text, 'utf16le'), bytesOf(['+AHs-"name":"A"+AH0-'])])
      expect(await post(clinic.admin, '/departments', bytes)).to.include({ code: 'malformed_request' });
  });

  it('and is kept as it is: any script, a replacement character, a byte order mark before it all', async () => {
    const text = 'Müller 山田 🩺 عمر \u{10ffff} \ufffd e\u0301 \u200dZWJ';
    const noted = await postNote([text]);
    expect(noted.text).to.equal(text);
    const { body } = await clinic.call<{ text: string }>(
      on.doctor.user,
      'GET',
      `/clinical-notes/${noted.id}`,
    );
    expect(body.text).to.equal(text);
    const marked = Buffer.concat([Buffer.from('\ufeff'), note(['Größe'])]);
    expect((await post(on.doctor.user, '/clinical-notes', marked)).text).to.equal('Größe');
  });

  it('up to the length that the API states, in any script and however it is escaped', async () => {
    for (const text of ['山'.repeat(100_000), '\u{20bb7}'.repeat(100_000), '\\u5c71'.repeat(100_000)])
      expect((await postNote([text])).text).to.have.length(text.startsWith('\u{20bb7}') ? 200_000 : 100_000);
    const tooLong = await postNote(['山'.repeat(100_001)]);
    expect(tooLong).to.include({ status: 422, code: 'validation_failed' });
  });

  it('whatever charset it announces; another one is refused with the one that is taken', async () => {
    for (const charset of ['latin1', 'iso-8859-1', 'utf-16', 'utf-7', 'windows-1252', 'cesu-8']) {
      const type = `application/json; charset=${charset}`;
      const body = await post(on.doctor.user, '/clinical-notes', note(['A']), type);
      expect(body, charset).to.include({ status: 415, code: 'unsupported_media_type' });
      expect(body.title).to.include('UTF-8');
    }
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'utf8']) {
      const type = `application/json; charset=${charset}`;
      expect((await post(on.doctor.user, '/clinical-notes', note(['A']), type)).id, charset).to.be.a(
        'string',
      );
    }
  });

  it('in a path and in a query, too', async () => {
    const refused: [path: string, field: string][] = [
      ['/patients/search?q=M%FCller', 'query'],
      ['/patients/search?q=M%fcller', 'query'],
      ['/doctors?familyName=%C0%AF', 'query'],
      ['/clinical-notes/search?q=%ED%A0%BD', 'query'],
      ['/slots?specialization=Gyn%E4kologie', 'query'],
      ['/patients/M%FCller', 'path'],
      ['/patients/%FF?q=a', 'path'],
    ];
    for (const [path, field] of refused) {
      const { body } = await clinic.call<Problem>(on.doctor.user, 'GET', path);
      expect(body, path).to.include({ status: 400, code: 'wrong_encoding' });
      expect(body.errors?.map((each) => each.field)).to.deep.equal([field]);
    }
    await must(clinic.call(on.doctor.user, 'GET', '/patients/search?q=M%C3%BCller%20%F0%9F%A9%BA'));
  });

  it('in a request line with bytes that are not escaped', async () => {
    for (const q of [Buffer.from([0xfc]), Buffer.from('ü')]) {
      const head = `/api/v1/patients/search?q=M${q.toString('latin1')}ller HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;
      expect(await answerTo(clinic, Buffer.from(`GET ${head}`, 'latin1'))).to.match(/^HTTP\/1\.1 400 /);
    }
  });
});

describe('JSON is read whole or not at all', () => {
  let clinic: Clinic;
  let on: Cast;
  let record: MedicalRecord;

  before(async () => {
    clinic = await startClinic();
    on = await cast(clinic);
    record = await openRecord(on);
  });
  after(() => clinic.close());

  /** An observation with this as its data, as written. */
  const post = (data: string) => {
    const { id, patientId } = record;
    const fixed = { recordUuid: id, patientId, kind: 'other', observedAt: new Date().toISOString() };
    const body = `${JSON.stringify(fixed).slice(0, -1)},"data":${data}}`;
    return clinic.call<Problem & { data: unknown }>(on.doctor.user, 'POST', '/observations', { body });
  };

  it('a field that is named twice is refused, at any depth and however it is written', async () => {
    for (const data of [
      '{"a":1,"a":2}',
      '{"a":{"b":[{"c":1,"d":":","c":1}]}}',
      '{"a":1,"\\u0061":2}',
      '{"a":"\\\\","a":"\\""}',
      '{"a":1},"data":{"b":2}',
    ]) {
      const { body } = await post(data);
      expect(body, data).to.include({ status: 400, code: 'malformed_request' });
      expect(body.errors?.[0]).to.include({ field: 'body', code: 'field_twice' });
    }
  });

  it('a whole number that would be rounded is refused', async () => {
    for (const data of [
      '{"a":9007199254740993}',
      '{"a":[-9007199254740993]}',
      '{"a":12345678901234567890}',
      '{"a":1000000000000000000000000001}',
      `{"a":${'9'.repeat(500)}}`,
    ]) {
      const { body } = await post(data);
      expect(body, data).to.include({ status: 422, code: 'validation_failed' });
      expect(body.errors?.[0]?.code).to.equal('number_not_exact');
    }
  });

  it('what looks like either and is not, is taken as it stands', async () => {
    const data =
      '{"a":"{\\"a\\":1,\\"a\\":2}","b":"12345678901234567890","c":100000000000000000000,"d":6.02214076e23,' +
      '"e":0.12345678901234567,"f":9007199254740992,"g":[{"a":1},{"a":2}],"h":"\\\\\\\\","i":-1e-7,"j":[[":"]]}';
    const { status, body } = await post(data);
    expect(status).to.equal(201);
    expect(body.data).to.deep.equal(JSON.parse(data));
  });
});

/** The whole answer to a message of these bytes. */
const answerTo = (clinic: Clinic, message: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port: Number(new URL(clinic.baseUrl).port), host: '127.0.0.1' });
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
    socket.write(message);
  });
