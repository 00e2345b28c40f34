import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { csvText } from '../../src/lib/csv.js';

const read = (table: string, delimiter = ','): string[][] =>
  parse(table, { delimiter, record_delimiter: '\r\n', relax_quotes: true, relax_column_count: true });
/** As a spreadsheet reads that breaks lines wherever there is a line break outside its quotes. */
const cellsAsReadElsewhere = (table: string): string[] => {
  const lenient = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true };
  return [',', ';', '\t'].flatMap((delimiter) =>
    (parse(table, { delimiter, ...lenient }) as string[][]).flat(),
  );
};

describe('A table in CSV', () => {
  it('has a line of names and a line per row, each ended as RFC 4180 has it', () => {
    expect(
      csvText([
        { a: 1, b: 'x' },
        { a: -2.5, b: null },
      ]),
    ).to.equal('a,b\r\n1,x\r\n-2.5,\r\n');
    expect(csvText([])).to.equal('');
  });

  const plain = [
    ...[
      'Müller',
      '山田 太郎',
      'a,b',
      'say "hi"',
      '"',
      '""',
      'a\nb',
      'a\rb',
      'a\r\nb',
      'a\tb',
      ' a',
      'a ',
      'a;b',
    ],
    ...["O'Neill", "'quoted'", 'E11.9', 'a=b', 'x-ray', 'A+', 'a@b.example', '\u2028', 'a\\"b', ',,,'],
  ];
  for (const text of plain)
    it(`gives back ${JSON.stringify(text)} as it is`, () => {
      expect(read(csvText([{ before: 1, text, after: 2 }]))[1]).to.deep.equal(['1', text, '2']);
    });

  const formulas = [
    ...[
      '=1+1',
      '+1',
      '-1+1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '\u00a0=1',
      '＝1+1',
      '＠A',
      '=HYPERLINK("x")',
    ],
    ...[
      'Ada\n=1+1',
      'Ada\r\n=1+1',
      'Ada;=1+1',
      'Ada; +1',
      'Ada\t=1',
      'Ada"\n=1',
      '";=1',
      'a;\n@b',
      '\ufeff=1',
    ],
  ];
  for (const text of formulas)
    it(`lets nobody calculate ${JSON.stringify(text)}, wherever it is opened`, () => {
      const table = csvText([{ before: 'a', text, after: 'b' }]);
      const [, cells] = read(table);
      expect(cells).to.have.length(3);
      expect(cells?.[1]?.replaceAll("'", '')).to.equal(text.replaceAll("'", ''));
      for (const cell of cellsAsReadElsewhere(table)) expect(cell).not.to.match(/^[\s"]*[=+\-@＝＋－＠]/);
    });

  it('leaves numbers to be calculated with, and names of columns to nobody', () => {
    expect(csvText([{ '=1': -5, ok: true, list: ['a', '=b'] }])).to.equal(
      '\'=1,ok,list\r\n-5,true,"[""a"",""=b""]"\r\n',
    );
  });
});
