import { nobody } from '../../src/analytics/publishing.js';
import { shownCells } from '../../src/analytics/suppression.js';
import { uuidText } from '../../src/lib/ids.js';
import { type Counted, type Topic, type Truth, topics } from './oracle.js';
import type { SourceRows } from './source-rows.js';

/** Everything that analytics keeps in MySQL, or should keep: a line per row, in order. */
export interface Numbers {
  facts: string[];
  /** topic, year, month, department, doctor → the sums; month 0: the year, year 0: ever, zeros: all of them. */
  sums: string[];
  /** How many different patients a cell of a month is about, counted up to 11. */
  people: string[];
  published: string[];
}

const columnsOf: Readonly<Record<Topic, { facts: string; totals: string }>> = {
  appointment: {
    facts: 'minutes, lead_minutes',
    totals: 'appointments, minutes, lead_minutes',
  },
  visit: { facts: '0', totals: 'visits' },
  diagnosis: { facts: '0', totals: 'diagnoses' },
  note: { facts: 'IFNULL(signing_minutes, 0)', totals: 'notes, signing_minutes' },
};
const pluralOf: Readonly<Record<Topic, string>> = {
  appointment: 'appointments',
  visit: 'visits',
  diagnosis: 'diagnoses',
  note: 'notes',
};

/** What the tables hold. Rows of zeros are as good as none. */
export async function keptNumbers(rows: SourceRows): Promise<Numbers> {
  const kept: Numbers = { facts: [], sums: [], people: [], published: [] };
  for (const topic of topics) {
    const { facts, totals } = columnsOf[topic];
    const key = 'topic, year, month, department_id, doctor_id';
    const read = async (table: string, columns: string, where = 'TRUE') =>
      (await rows.all(`SELECT ${columns} FROM ${table} WHERE ${where}`)).map((row) =>
        [topic, ...Object.values(row).map(shown)].join(' '),
      );
    const isThere = `${totals.split(',')[0]} <> 0`;
    const isTree = `${isThere} AND month <> 0 AND (doctor_id = ${zeros} OR department_id <> ${zeros})`;
    const ownFacts = topic === 'visit' || topic === 'diagnosis' ? '' : `, ${facts}`;
    kept.facts.push(...(await read(`fact_${pluralOf[topic]}`, `id, ${key}, patient_id${ownFacts}`)));
    kept.sums.push(...(await read(`${topic}_totals`, `${key}, ${totals}`, isThere)));
    kept.people.push(...(await read(`${topic}_totals`, `${key}, people`, isTree)));
    kept.published.push(...(await read(`${topic}_totals_published`, `${key}, ${totals}`, isThere)));
  }
  return sorted(kept);
}

/** What the tables should hold. */
export function expectedNumbers(truth: Truth): Numbers {
  const expected: Numbers = { facts: [], sums: [], people: [], published: [] };
  for (const topic of topics) {
    const line = (cell: SumCell, values: readonly number[]) =>
      [topic, cell.topic, cell.year, cell.month, cell.departmentId, cell.doctorId, ...values].join(' ');
    for (const fact of truth[topic])
      expected.facts.push(
        [topic, fact.id, fact.topic, fact.year, fact.month, fact.departmentId, fact.doctorId, fact.patientId]
          .concat(fact.measures.map(String))
          .join(' '),
      );
    const cells = sumsOf(truth[topic]);
    for (const cell of cells) expected.sums.push(line(cell, cell.sums));
    for (const cell of cells.filter(isTreeCell))
      expected.people.push(line(cell, [Math.min(11, cell.people)]));
    for (const cell of publishedOf(topic, truth[topic])) expected.published.push(line(cell, cell.sums));
  }
  return sorted(expected);
}

export interface SumCell {
  topic: string;
  year: number;
  month: number;
  departmentId: string;
  doctorId: string;
  /** How many there are, and what is added up beside. */
  sums: number[];
  people: number;
}

const periods = [
  { isYear: true, isMonth: true },
  { isYear: true, isMonth: false },
  { isYear: false, isMonth: false },
];
const places = [
  { isDepartment: false, isDoctor: false },
  { isDepartment: true, isDoctor: false },
  { isDepartment: false, isDoctor: true },
  { isDepartment: true, isDoctor: true },
];

/** The true sums of every cell: month, year and ever × clinic, department, doctor, and doctor in a department. */
export function sumsOf(facts: readonly Counted[]): SumCell[] {
  const cells = new Map<string, SumCell & { patients: Set<string> }>();
  for (const fact of facts)
    for (const { isYear, isMonth } of periods)
      for (const { isDepartment, isDoctor } of places) {
        const at = {
          topic: fact.topic,
          year: isYear ? fact.year : 0,
          month: isMonth ? fact.month : 0,
          departmentId: isDepartment ? fact.departmentId : nobody,
          doctorId: isDoctor ? fact.doctorId : nobody,
        };
        const key = Object.values(at).join(' ');
        const cell = cells.get(key) ?? { ...at, sums: [], people: 0, patients: new Set<string>() };
        cells.set(key, cell);
        [1, ...fact.measures].forEach((value, index) => {
          cell.sums[index] = (cell.sums[index] ?? 0) + value;
        });
        cell.people = cell.patients.add(fact.patientId).size;
      }
  return [...cells.values()].map(({ patients, ...cell }) => cell);
}

const isTreeCell = ({ month, departmentId, doctorId }: SumCell): boolean =>
  month !== 0 && (doctorId === nobody || departmentId !== nobody);

/** The cells that may be published: shown cells of months, and what these add up to. */
export function publishedOf(of: Topic, facts: readonly Counted[]): SumCell[] {
  const months = sumsOf(facts).filter(isTreeCell);
  const shown = shownCells(placesOf(of, months)).flatMap(({ cells }) => cells);
  const wholes = shown.flatMap((cell) =>
    cell.doctorId === nobody ? [cell] : [cell, { ...cell, departmentId: nobody }],
  );
  const added = new Map<string, SumCell>();
  for (const cell of wholes)
    for (const { isYear, isMonth } of periods) {
      const at = { ...cell, year: isYear ? cell.year : 0, month: isMonth ? cell.month : 0 };
      const key = [at.topic, at.year, at.month, at.departmentId, at.doctorId].join(' ');
      const before = added.get(key);
      added.set(key, { ...at, sums: cell.sums.map((value, index) => value + (before?.sums[index] ?? 0)) });
    }
  return [...added.values()];
}

/** What is shown or withheld as one: a cell; of visits, those of new and of returning patients at a place. */
function placesOf(of: Topic, months: readonly SumCell[]) {
  const whatIsOne = ({ topic, year, month, departmentId, doctorId }: SumCell): string =>
    [year, month, departmentId, doctorId, of === 'visit' ? 'all' : topic].join('/');
  return [...Map.groupBy(months, whatIsOne)].map(([key, cells]) => {
    const [year, month, departmentId, doctorId, topic] = key.split('/');
    return {
      path: [
        `${year} ${month} ${topic}`,
        ...[departmentId ?? '', doctorId ?? ''].filter((each) => each !== nobody),
      ],
      people: Math.min(...cells.map(({ people }) => people)),
      size: cells.reduce((sum, { sums }) => sum + (sums[0] ?? 0), 0),
      canHide: of !== 'visit' || cells.length === topicsIn(months, cells[0]),
      cells,
    };
  });
}

/** How many topics there are at all in the month of a cell. */
const topicsIn = (cells: readonly SumCell[], of: SumCell | undefined): number =>
  new Set(
    cells.filter(({ year, month }) => year === of?.year && month === of.month).map(({ topic }) => topic),
  ).size;

const zeros = "X'00000000000000000000000000000000'";

const shown = (value: unknown): string => (Buffer.isBuffer(value) ? uuidText(value) : String(value));

const sorted = ({ facts, sums, people, published }: Numbers): Numbers => ({
  facts: facts.sort(),
  sums: sums.sort(),
  people: people.sort(),
  published: published.sort(),
});
