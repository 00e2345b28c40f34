import { expect } from 'chai';
import { AppError } from '../../src/lib/errors.js';
import { isVersionKnown, requireVersion } from '../../src/lib/etag.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';

const outcome = (ifMatch: string | undefined, current: number): string => {
  try {
    requireVersion(ifMatch, current);
    return 'holds';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('If-Match', () => {
  const holding = [
    ...[
      '*',
      ' * ',
      '"3"',
      ' "3" ',
      '"2", "3"',
      '"3","2"',
      '"1",\t"2" , "3"',
      ', "3",',
      '"x,y", "3"',
      '"", "3"',
    ],
    // As proxies hand our own ETag on.
    ...['W/"3"', 'W/"2", W/"3"', '"3-gzip"', 'W/"3-gzip"', '"3--gzip"', '"3;gzip"', '"3-br"', '"3;br"'],
    ...['"3:zstd"', '"3-deflate"', '"3-x-gzip"', '"3.gzip"', '"3+df"'],
  ];
  for (const ifMatch of holding)
    it(`holds for version 3 when it is ${ifMatch}`, () => expect(outcome(ifMatch, 3)).to.equal('holds'));

  const stale = [
    ...['"2"', '"33"', '"30"', '"03"', '"+3"', '"3.0"', '"-3"', 'W/"2"', '"2", "4"', '"2-gzip"', '"33-gzip"'],
    ...['""', '"3-"', '"3-pdf"', '"gzip-3"', '"3-gzip-4"', '"*"', '"a3"', '"3gzip"', '"2,3"'],
  ];
  for (const ifMatch of stale)
    it(`is stale for version 3 when it is ${ifMatch}`, () =>
      expect(outcome(ifMatch, 3)).to.equal('version_stale'));

  const malformed = [
    ...['3', '', '   ', '"3', '3"', "'3'", 'w/"3"', 'W/3', 'W/ "3"', '"3" "2"', '"2", 3', '*, "3"', '"3", *'],
    ...['**', ',', '"3"; "2"', '"a"b"', '"3 "', '"3"x', 'null', '{"version":3}'],
  ];
  for (const ifMatch of malformed)
    it(`cannot be read when it is ${ifMatch || 'empty'}`, () =>
      expect(outcome(ifMatch, 3)).to.equal('malformed_request'));

  it('is asked for when it is not there', () => expect(outcome(undefined, 3)).to.equal('if_match_required'));

  it('takes no longer than a blink, whatever a header can hold', () => {
    const longest = 16_000;
    for (const part of ['"', ' ', ',', '"",', 'W/', '\t,', '"3" ', '"a",'])
      expect(() => requireVersion(part.repeat(longest / part.length), 3), part).to.throw(AppError);
  });
});

describe('If-None-Match', () => {
  it('names the newest version, in each of the forms that If-Match has', () => {
    for (const header of ['*', '"3"', 'W/"3"', '"2", "3-gzip"'])
      expect(isVersionKnown(header, 3), header).to.equal(true);
  });

  it('counts for nothing otherwise', () => {
    for (const header of ['"2"', '3', '', undefined])
      expect(isVersionKnown(header, 3), header).to.equal(false);
  });
});

describe('A thing with a version', () => {
  let clinic: Clinic;
  let path: string;

  before(async () => {
    clinic = await startClinic();
    const body = { name: 'Cardiology', location: 'First floor' };
    const { id } = await must<{ id: string }>(clinic.call(clinic.admin, 'POST', '/departments', { body }));
    path = `/departments/${id}`;
  });
  after(() => clinic.close());

  const read = (headers: Record<string, string> = {}) => clinic.call(null, 'GET', path, { headers });
  const rename = (ifMatch: string) =>
    clinic.call<{ code?: string; errors?: { field: string; message: string }[] }>(clinic.admin, 'PUT', path, {
      body: { name: 'Cardiology', location: 'Second floor' },
      headers: { 'if-match': ifMatch },
    });

  it('is replaced under *, under a list, and under its own ETag made weak or marked as compressed', async () => {
    for (const form of [
      () => '*',
      (etag: string) => `"999", ${etag}`,
      (etag: string) => `W/${etag}`,
      (etag: string) => etag.replace(/"$/, '-gzip"'),
    ]) {
      const etag = (await read()).headers.get('etag') ?? '';
      const { status, headers } = await rename(form(etag));
      expect(status, form(etag)).to.equal(200);
      expect(headers.get('etag')).to.not.equal(etag);
    }
  });

  it('is told by words what an If-Match must be that cannot be read', async () => {
    const { status, body } = await rename('1');
    expect({ status, code: body.code }).to.deep.equal({ status: 400, code: 'malformed_request' });
    expect(body.errors).to.deep.equal([
      {
        field: 'header.If-Match',
        message: 'must be an ETag as it was answered, in quotes, such as "3", a list of them, or *',
      },
    ]);
  });

  it('is answered 304 without a body while If-None-Match has its version, and 200 after', async () => {
    const { headers } = await read();
    const etag = headers.get('etag') ?? '';
    for (const known of [etag, `W/${etag}`, etag.replace(/"$/, '-gzip"'), `"0", ${etag}`, '*']) {
      const answer = await read({ 'if-none-match': known });
      expect({ status: answer.status, etag: answer.headers.get('etag') }, known).to.deep.equal({
        status: 304,
        etag,
      });
    }
    expect((await rename(etag)).status).to.equal(200);
    expect((await read({ 'if-none-match': etag })).status).to.equal(200);
  });
});
