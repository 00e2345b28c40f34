import { expect } from 'chai';
import type { Numbers } from '../../src/analytics/analytics.types.js';
import { nobody } from '../../src/analytics/publishing.js';
import { type Clinic, must, startClinic } from '../support/clinic.js';
import { expectTrueNumbers, summariesOf } from './books.js';
import { type Asked, ExpectedAnswers, namesOf } from './expected-answers.js';
import { Groups } from './groups.js';
import { publishedOf, type SumCell, sumsOf } from './kept-numbers.js';
import { type Counted, type Truth, topics, truthOf } from './oracle.js';
import { RowSpace, subsetsOf } from './row-space.js';
import { SourceRows } from './source-rows.js';

const months = [2, 3, 4, 5, 6];

describe('All that an admin can ask for', () => {
  let clinic: Clinic;
  let rows: SourceRows;
  let groups: Groups;
  let truth: Truth;

  before(async () => {
    clinic = await startClinic();
    rows = await SourceRows.open(clinic.urls.mysqlUrl);
    groups = await Groups.open(rows);
    for (const doctor of groups.doctors.keys())
      groups.visit(1, doctor, [15, 14, 13, 12, 11, 10][doctor] ?? 0); // all new
    groups.visitAtRandom(3, months);
    const [first, second] = groups.departments; // doctors help out in other departments
    for (const month of months) groups.visit(month, 0, 7 + month, 60, { departmentId: second });
    groups.visit(2, 5, 15, 60, { departmentId: first });
    groups.visit(4, 4, 12, 30, { departmentId: first });
    await groups.enter();
    await summariesOf(clinic).rebuild();
    truth = await truthOf(rows);
  });
  after(async () => {
    await rows.close();
    await clinic.close();
  });

  it('is what the published cells say, by every period, department and doctor', async () => {
    await expectTrueNumbers(rows);
    const expected = new ExpectedAnswers(truth, await namesOf(rows), true);
    const get = async (path: string, asked: Asked) => {
      const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
      const answer = clinic.call<Numbers<object>>(clinic.admin, 'GET', `/analytics/${path}?${query}`);
      return (await must(answer)).rows;
    };
    const years: Asked[] = [{}, { year: 2025 }];
    const periods = [...years, ...months.map((month) => ({ year: 2025, month }))];
    const departments = [{}, ...groups.departments.map((departmentId) => ({ departmentId }))];
    const doctors = [{}, ...groups.doctors.map(({ doctorId }) => ({ doctorId }))];
    for (const department of departments) {
      for (const period of periods) {
        const asked = { ...period, ...department };
        expect(await get('top-doctors', asked)).to.deep.equal(expected.topDoctors(asked));
        expect(await get('department-load', asked)).to.deep.equal(expected.departmentLoad(asked));
      }
      for (const place of doctors.map((doctor) => ({ ...department, ...doctor }))) {
        for (const asked of periods.map((period) => ({ ...period, ...place }))) {
          expect(await get('doctor-workload', asked)).to.deep.equal(expected.doctorWorkload(asked));
          expect(await get('diagnoses', asked)).to.deep.equal(expected.diagnoses(asked));
          expect(await get('notes', asked)).to.deep.equal(expected.notes(asked));
        }
        for (const asked of years.map((year) => ({ ...year, ...place }))) {
          expect(await get('monthly-appointments', asked)).to.deep.equal(expected.monthlyAppointments(asked));
          expect(await get('monthly-visits', asked)).to.deep.equal(expected.monthlyVisits(asked));
        }
      }
    }
  });

  it('tells new patients from returning ones only where neither are few: appointments tell their sum', () => {
    const published = publishedOf('visit', truth.visit).filter(
      (cell) => cell.month !== 0 && isTreeCell(cell),
    );
    const isAtOneOf = (cell: SumCell) => published.some((shown) => placeOf(shown) === placeOf(cell));
    const all = sumsOf(truth.visit).filter((cell) => cell.month !== 0 && isTreeCell(cell));
    for (const { people } of all.filter(isAtOneOf)) expect(people).to.be.greaterThan(10);
    expect(published.length).to.equal(all.filter(isAtOneOf).length);
  });

  /**
   * A leaf is what one doctor did in one department, month and topic. Every published number is a sum of whole leaves.
   * Numbers of a month are told apart from those of other months and topics, and numbers of years and all time, and of
   * a doctor in all departments, only add up some of these: so whatever can be worked out is put together from what
   * can be worked out within one month and topic, and is about no fewer people than each of its parts.
   */
  for (const topic of topics)
    it(`tells no group of 1 to 10 people apart by ${topic}, whatever is added and subtracted`, () => {
      const published = publishedOf(topic, truth[topic]);
      expectSumsOfMonths(published);
      const facts = Map.groupBy(truth[topic], blockOf);
      for (const [block, own] of facts) {
        const leaves = [...Map.groupBy(own, leafOf).entries()];
        const shown = published.filter(
          (cell) => cell.month !== 0 && blockOf(cell) === block && isTreeCell(cell),
        );
        const space = new RowSpace(
          shown.map((cell) => leaves.map(([leaf]) => (isWithin(leaf, cell) ? 1 : 0))),
        );
        for (const chosen of subsetsOf(leaves.length)) {
          const people = new Set(
            leaves.flatMap(([, members], index) =>
              chosen[index] === 1 ? members.map(({ patientId }) => patientId) : [],
            ),
          );
          if (people.size < 11) expect(space.has(chosen), `${block}: ${chosen}`).to.equal(false);
        }
      }
      expect(published.filter(({ doctorId }) => doctorId !== nobody).length).to.be.greaterThan(
        topic === 'visit' ? 5 : 10,
      );
    });
});

const blockOf = ({ topic, year, month }: Counted | SumCell): string => `${year} ${month} ${topic}`;
const placeOf = ({ year, month, departmentId, doctorId }: SumCell): string =>
  `${year} ${month} ${departmentId} ${doctorId}`;
const leafOf = ({ departmentId, doctorId }: Counted): string => `${departmentId} ${doctorId}`;
const isTreeCell = ({ departmentId, doctorId }: SumCell): boolean =>
  doctorId === nobody || departmentId !== nobody;

function isWithin(leaf: string, { departmentId, doctorId }: SumCell): boolean {
  const [department, doctor] = leaf.split(' ');
  return (
    (departmentId === nobody || departmentId === department) && (doctorId === nobody || doctorId === doctor)
  );
}

/** Every other number is what the cells of its months, and of a doctor's departments, add up to. */
function expectSumsOfMonths(published: readonly SumCell[]): void {
  const tree = published.filter((cell) => cell.month !== 0 && isTreeCell(cell));
  for (const total of published.filter((cell) => !tree.includes(cell))) {
    const parts = tree.filter(
      (cell) =>
        cell.topic === total.topic &&
        (total.year === 0 || cell.year === total.year) &&
        (total.month === 0 || cell.month === total.month) &&
        cell.doctorId === total.doctorId &&
        (total.doctorId !== nobody && total.departmentId === nobody
          ? true
          : cell.departmentId === total.departmentId),
    );
    expect(total.sums[0]).to.equal(parts.reduce((sum, { sums }) => sum + (sums[0] ?? 0), 0));
  }
}
