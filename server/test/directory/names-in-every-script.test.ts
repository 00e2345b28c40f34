import { expect } from 'chai';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Patient, PatientMatches } from '../../src/patients/patients.types.js';
import { type Clinic, startClinic } from '../support/clinic.js';
import { createPatient, staffMember } from './directory-builders.js';

const born = '1970-03-04';

/** Given name, family name, and what people type for it. */
const people: readonly [givenName: string, familyName: string, typed: string[]][] = [
  [
    '太郎',
    '山田',
    ['山田太郎', '山田 太郎', '太郎 山田', '太郎山田', '山田　太郎', '山田', '山', '郎', '山田次郎'],
  ],
  ['花子', 'さいとう', ['さいとう花子', 'サイトウ 花子', 'ｻｲﾄｳ花子', 'さいとう']],
  ['一郎', '髙﨑', ['高崎一郎', '髙﨑 一郎', '高﨑']],
  ['マリア', 'ガルシア', ['マリア・ガルシア', 'ﾏﾘｱ ｶﾞﾙｼｱ', 'まりあ がるしあ', 'ガルシアマリア']],
  ['明', '李', ['李明', '李 明', '明李', '李']],
  ['偉', '張', ['张伟', '張偉', '张偉']],
  ['철수', '김', ['김철수', '김 철수', '철수', '김철수'.normalize('NFD')]],
  ['สมชาย', 'ใจดี', ['สมชายใจดี', 'ใจดี สมชาย', 'สมชาย']],
  [
    'Mary Ann',
    'Whitlock',
    ['maryann whitlock', 'mary ann whitlock', 'mary-ann', 'whitlock maryann', 'maryannwhitlock'],
  ],
  ['Annemarie', 'Huber', ['anne marie huber', 'Anne-Marie', 'annemariehuber']],
  [
    'Pieter',
    'van der Berg',
    ['vanderberg', 'van den berg', 'van der berg', 'vander berg', 'pietervanderberg'],
  ],
  ['Ronald', 'McGregor', ['mc gregor', 'ronald mc gregor', 'McGregor', 'macgregor']],
  [
    'Sinéad',
    "O'Callaghan",
    ['ocallaghan', 'o callaghan', 'O’Callaghan', 'o`callaghan', 'O´Callaghan', 'oʻcallaghan'],
  ],
  ['Xu', 'Qi', ['xuqi', 'qixu', 'qi xu', 'Ｘｕ Ｑｉ']],
  ['Алёна', 'Йорданова', ['алена йорданова', 'ЙОРДАНОВА', 'иорданова алена']],
  ['Ελένη', 'Βασιλάκης', ['ΒΑΣΙΛΑΚΗΣ', 'βασιλακησ', 'ελενηβασιλακης']],
  ['מרים', 'כהן', ['כהן מרים', 'מריםכהן', 'מִרְיָם']],
  ['أحمد', 'عبد الله', ['احمد عبدالله', 'عبد الله', 'أحمــد', 'أَحْمَد عبدالله']],
  ['علی', 'کریمی', ['علي كريمي', 'کریمی علی', 'علی\u200Cکریمی']],
  ['Şebnem', 'Yıldız', ['sebnem yildiz', 'YILDIZ', 'ŞEBNEM']],
  ['Ngọc', 'Nguyễn', ['nguyen ngoc', 'nguyenngoc', 'ngoc nguyen']],
  ['Əli', 'Məmmədov', ['eli memmedov', 'Məmmədov']],
  ['कमल', 'शर्मा', ['कमल शर्मा', 'शर्मा', 'कमलशर्मा']],
  [
    'María Soledad de los Ángeles',
    'Fernández de Córdoba y Zúñiga Ortega',
    [
      'ortega',
      'maria soledad de los angeles fernandez de cordoba y zuniga ortega',
      'zuniga ortega',
      'delosangeles',
    ],
  ],
];

describe('A patient is found in every script, however the name is cut into words', () => {
  let clinic: Clinic;
  let desk: SignedIn;
  const known = new Map<string, Patient>();

  before(async () => {
    clinic = await startClinic();
    desk = await staffMember(clinic, 'receptionist');
    for (const [givenName, familyName] of people)
      known.set(familyName, await createPatient(clinic, desk, { givenName, familyName, birthOn: born }));
  });
  after(() => clinic.close());

  const search = (query: Record<string, string>, who = desk) =>
    clinic.call<PatientMatches & { code?: string; errors?: { field: string; message: string }[] }>(
      who,
      'GET',
      `/patients/search?${new URLSearchParams(query)}`,
    );
  const familyNamesFor = async (query: Record<string, string>, who = desk): Promise<string[]> =>
    (await search(query, who)).body.items.map(({ familyName }) => familyName);

  for (const [givenName, familyName, allTyped] of people)
    for (const typed of allTyped)
      it(`finds ${familyName}, ${givenName} for ${typed}`, async () => {
        expect((await familyNamesFor({ q: typed }))[0]).to.equal(familyName);
      });

  it('finds nobody else by names of these scripts', async () => {
    for (const q of ['田中', '佐藤次郎', '박지민', 'ประยุทธ์', 'Ковалёв', 'יוסף', 'محمود'])
      expect(await familyNamesFor({ q }), q).to.deep.equal([]);
  });

  it('ranks who is called exactly so before who is called alike', async () => {
    await createPatient(clinic, desk, { givenName: '次郎', familyName: '山田', birthOn: born });
    const { items } = (await search({ q: '山田次郎' })).body;
    expect(items.map(({ givenName }) => givenName)).to.deep.equal(['次郎', '太郎']);
  });

  it('says in words that signs which are no letters name nobody', async () => {
    for (const q of ['%%', '\u0301\u0301', '😀😀', '—', '·', '...', "'"]) {
      const { status, body } = await search({ q });
      expect([status, body.code, body.errors], q).to.deep.equal([
        422,
        'validation_failed',
        [{ field: 'query.q', message: 'must hold a letter or a digit' }],
      ]);
    }
  });

  it('lists by the beginning of the family name, whatever its apostrophe, hyphen or width', async () => {
    await createPatient(clinic, desk, { givenName: 'Ida', familyName: 'Meyer-Landrut' });
    const asked: [string, string][] = [
      ['o’call', "O'Callaghan"],
      ["O'CALL", "O'Callaghan"],
      ['oʻcall'.replace('ʻ', 'ʼ'), "O'Callaghan"],
      ['meyer land', 'Meyer-Landrut'],
      ['meyer-land', 'Meyer-Landrut'],
      ['van der', 'van der Berg'],
      ['van-der-b', 'van der Berg'],
      ['ＦＥＲＮＡＮＤＥＺ', 'Fernández de Córdoba y Zúñiga Ortega'],
      ['山', '山田'],
    ];
    for (const [familyName, found] of asked) {
      const path = `/patients?${new URLSearchParams({ familyName, limit: '1' })}`;
      const { body } = await clinic.call<{ items: Patient[] }>(desk, 'GET', path);
      expect(body.items[0]?.familyName, familyName).to.equal(found);
    }
  });

  describe('by the exact name and birth date, which is all that a pharmacist may ask for', () => {
    let pharmacist: SignedIn;
    before(async () => {
      pharmacist = await staffMember(clinic, 'pharmacist');
      await createPatient(clinic, desk, { givenName: 'Anne', familyName: 'Huber', birthOn: born });
    });

    const asked: [givenName: string, familyName: string, found: string[]][] = [
      ['太郎', '山田', ['山田']],
      ['山田', '太郎', ['山田']],
      ['', '山田太郎', ['山田']],
      ['Anne Marie', 'HUBER', ['Huber']],
      ['Anne-Marie', 'Huber', ['Huber']],
      ['Maryann', 'Whitlock', ['Whitlock']],
      ['Pieter', 'Vanderberg', ['van der Berg']],
      ['Sinead', 'O’Callaghan', ["O'Callaghan"]],
      ['Sinead', 'OCallaghan', ["O'Callaghan"]],
      ['Ｘｕ', 'Ｑｉ', ['Qi']],
      ['أحمــد', 'عبدالله', ['عبد الله']],
      ['Mary', 'Whitlock', []],
      ['Pieter', 'van den Berg', []],
      ['太朗', '山田', []],
      ['Annemari', 'Huber', []],
    ];
    for (const [givenName, familyName, found] of asked)
      it(`${givenName} ${familyName}: ${found.join() || 'nobody'}`, async () => {
        const names = await familyNamesFor({ givenName, familyName, birthOn: born }, pharmacist);
        // Out of their scope nobody is shown to a pharmacist: the front desk sees who it is.
        expect(await familyNamesFor({ givenName, familyName, birthOn: born })).to.deep.equal(found);
        expect(names).to.deep.equal(found);
        expect(await familyNamesFor({ givenName, familyName, birthOn: '1970-03-05' })).to.deep.equal([]);
      });

    it('and says in words that a name of signs alone names nobody', async () => {
      const { status, body } = await search({ givenName: '!', familyName: '?', birthOn: born });
      expect([status, body.errors?.[0]]).to.deep.equal([
        422,
        { field: 'query.familyName', message: 'must hold a letter or a digit' },
      ]);
    });
  });

  describe('by the medical record number, as it is written', () => {
    const forms: [string, (mrn: string) => string][] = [
      ['as it is kept', (mrn) => mrn],
      ['with a blank', (mrn) => mrn.replace('MW', 'MW ')],
      ['in groups', (mrn) => `${mrn.slice(0, 2)} ${mrn.slice(2, 6)} ${mrn.slice(6)}`],
      ['with dashes', (mrn) => `${mrn.slice(0, 2)}-${mrn.slice(2, 10)}-${mrn.slice(10)}`],
      ['in lower case', (mrn) => mrn.toLowerCase()],
      [
        'in full width',
        (mrn) => mrn.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      ],
      [
        'in Arabic digits',
        (mrn) => mrn.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
      ],
      ['with a no-break space', (mrn) => mrn.replace('MW', 'MW\u00A0')],
      ['after its label', (mrn) => `MRN: ${mrn}`],
      ['without its letters', (mrn) => mrn.slice(2)],
    ];
    for (const [name, form] of forms)
      it(name, async () => {
        const patient = known.get('山田') as Patient;
        const typed = form(patient.mrn);
        expect(await familyNamesFor({ q: typed })).to.deep.equal(['山田']);
        expect(await familyNamesFor({ mrn: typed })).to.deep.equal(['山田']);
        const list = await clinic.call<{ items: Patient[] }>(
          desk,
          'GET',
          `/patients?${new URLSearchParams({ mrn: typed })}`,
        );
        expect(list.body.items.map(({ id }) => id)).to.deep.equal([patient.id]);
      });

    it('and says in words what a number looks like', async () => {
      for (const mrn of ['MW12345678', 'XY123456782', 'MW1234567822', 'Yamada Taro']) {
        const { status, body } = await search({ mrn });
        expect([status, body.errors?.[0]], mrn).to.deep.equal([
          422,
          { field: 'query.mrn', message: 'must be MW and nine digits; blanks and dashes do not matter' },
        ]);
      }
    });
  });
});
