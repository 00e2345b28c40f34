import { expect } from 'chai';
import { gather, roles, type Senders } from '../../../prove/rubbish/cast.js';
import { Api, type Operation, type Schema } from '../../../prove/rubbish/description.js';
import { goodRequest, targetOf } from '../../../prove/rubbish/good-requests.js';
import { nameOf, type Place, placesOf, withValue } from '../../../prove/rubbish/places.js';
import { textKinds } from '../../src/http/text-kinds.js';
import type { Problem } from '../../src/lib/problem.js';
import { foreignCharacterIn, hasVisible, lengthOf } from '../../src/lib/text.js';
import { type Clinic, startClinic } from '../support/clinic.js';

const inNoText = ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u009f', '\u000b', '\u000c'];
const breaks = ['\n', '\r', '\t', '\r\n'];
const inNoLine = [
  ...inNoText,
  ...breaks,
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
];
const everywhere = [
  'ü',
  'e\u0301',
  '山',
  '\u200d',
  '\u200c',
  '\u200f',
  '🩺',
  '\u00a0',
  "'",
  '\ufffd',
  '\u061c',
];

describe('The characters of a text', () => {
  it('are those of its kind', () => {
    for (const sign of inNoLine)
      expect(foreignCharacterIn(`a${sign}b`, 'line'), escape(sign)).to.match(/^U\+/);
    for (const sign of inNoText)
      expect(foreignCharacterIn(`a${sign}b`, 'paragraphs'), escape(sign)).to.match(/^U\+/);
    for (const sign of [...breaks, '\u2028', '\u202a', '\u2066'])
      expect(foreignCharacterIn(`a${sign}b`, 'paragraphs'), escape(sign)).to.equal(null);
    for (const sign of everywhere)
      for (const kind of ['line', 'paragraphs', 'secret'] as const)
        expect(foreignCharacterIn(`a${sign}b`, kind), escape(sign)).to.equal(null);
    for (const sign of inNoLine) expect(foreignCharacterIn(sign, 'secret')).to.equal(null);
    expect(foreignCharacterIn('Ada\nLovelace', 'line')).to.equal('U+000A');
  });

  it('can be seen, or there are none', () => {
    for (const text of [
      '',
      ' ',
      '\u200b',
      '\u00ad\u2060',
      '\u3164',
      '\u2800',
      '\u3000\u200d',
      '\u{e0041}',
      '\ufe0f',
    ])
      expect(hasVisible(text), escape(text)).to.equal(false);
    for (const text of ['a', ' .', '\u0301a', '·', '山', '🩺', '0'])
      expect(hasVisible(text), text).to.equal(true);
  });

  it('are counted as people and stores count them', () => {
    for (const [text, length] of [
      ['', 0],
      ['abc', 3],
      ['𠮷野家', 3],
      ['🩺🩺', 2],
      ['a\u0308', 2],
      ['\ud83d', 1],
      ['\udc00\ud83d', 2],
    ] as const)
      expect(lengthOf(text), escape(text)).to.equal(length);
  });
});

describe('Every text of every request', () => {
  const api = new Api();
  let clinic: Clinic;
  let senders: Senders;

  before(async function () {
    this.timeout(240_000);
    clinic = await startClinic();
    senders = await gather(clinic);
  });
  after(() => clinic.close());

  type TextPlace = Exclude<Place, { in: 'path' }>;
  const isText = (schema: Schema): boolean => {
    const { type, enum: members } = api.resolved(schema);
    return type === 'string' && !members;
  };
  const textsOf = (operation: Operation) =>
    placesOf(api, operation).filter(
      (place): place is TextPlace => place.in !== 'path' && isText(place.schema),
    );
  const kindOf = (operation: Operation, place: TextPlace): string => {
    const type = operation.bodySchema?.$ref?.split('/').at(-1) ?? '';
    const name = place.in === 'body' ? String(place.path.at(-1)) : '';
    const isOwn = place.in === 'body' && place.path.length === 1;
    const found = Object.entries(textKinds).find(([, fields]) => isOwn && fields[type]?.includes(name));
    return found?.[0] ?? 'line';
  };

  /** The fields that are found wrong when this text stands in the place. */
  const wrongFields = async (operation: Operation, place: TextPlace, text: string): Promise<string[]> => {
    const good = goodRequest(api, senders.things, operation);
    const others = good.query.filter(([name]) => place.in !== 'query' || name !== place.name);
    const sent =
      place.in === 'body'
        ? { ...good, body: withValue(good.body, place.path, text) }
        : { ...good, query: [...others, [place.name, encodeURIComponent(text)] as const] };
    for (const role of roles) {
      const token = senders.tokenToLose(role) ?? senders.tokenOf(role);
      const answer = await fetch(`${clinic.baseUrl}${targetOf(sent)}`, {
        method: operation.method,
        headers: {
          ...(token !== null && { authorization: `Bearer ${token}` }),
          ...(sent.body !== undefined && { 'content-type': 'application/json' }),
        },
        body: sent.body === undefined ? undefined : JSON.stringify(sent.body),
      });
      if (answer.status === 401 || answer.status === 403) continue;
      expect(answer.status, nameOf(place)).to.be.lessThan(500);
      const { errors = [] } = (answer.status === 204 ? {} : await answer.json()) as Partial<Problem>;
      return errors.map(({ field }) => field);
    }
    throw new Error(`Nobody may ${operation.operationId}.`);
  };
  /** At the place or at what it is part of: one of several types is told as a whole. */
  const isAmong = (place: TextPlace, fields: string[]): boolean => {
    const names = place.in === 'body' ? place.path.filter((part) => part !== 0).map(String) : [place.name];
    return fields.some((field) =>
      names.includes(
        field
          .split('.')
          .filter((part) => !/^\$?\d+$/.test(part))
          .at(-1) ?? '',
      ),
    );
  };

  for (const operation of api.operations.filter((each) => textsOf(each).length > 0))
    it(`of ${operation.operationId} has the characters of its kind`, async function () {
      this.timeout(240_000);
      for (const place of textsOf(operation)) {
        const kind = kindOf(operation, place);
        const wrong = {
          line: ['\n', '\u0000', '\u202e', '\u2028'],
          paragraphs: ['\u0000', '\u001b'],
          secret: ['\ud83d'],
        };
        for (const sign of wrong[kind as keyof typeof wrong])
          if (place.in === 'body' || sign !== '\ud83d')
            expect(
              isAmong(place, await wrongFields(operation, place, `Anna-Maria${sign}Anna`)),
              `${nameOf(place)} with ${escape(sign)}`,
            ).to.equal(true);
        if (kind === 'paragraphs')
          expect(
            isAmong(place, await wrongFields(operation, place, 'One line.\r\n\tAnother line.')),
          ).to.equal(false);
      }
    });
});
