import { addsUp, countSkipped, type FileTally, type Noted } from './tally.js';

/** What an import has done, in figures. */
export interface ImportReport {
  files: FileTally[];
  /** What the files' first lines are like, where that is not as expected. */
  columns: string[];
  /** Which time zones the doctors got, and why. */
  zones: string[];
  /** What became of rows that were imported, but not as one would expect. */
  explanations: string[];
  /** Notes that MySQL holds and MongoDB does not yet. */
  undelivered: number;
  tookMs: number;
}

/** Whether every row of every file is imported, was there, or is skipped for a reason. */
export const isComplete = ({ files }: ImportReport): boolean => files.every(addsUp);

/** The report for the person at the terminal. It holds line numbers and no value of a file. */
export function reportLines(report: ImportReport): string[] {
  const { files, columns, zones, explanations, undelivered, tookMs } = report;
  return [
    ...table(files),
    ...section('Columns:', columns),
    ...section('Time zones of the doctors imported now:', zones),
    ...section('Guessed, since the file does not say it, or changed:', noted(files, 'guessed')),
    ...section('Skipped, because the row', noted(files, 'skipped')),
    ...section('To know:', explanations),
    ...(undelivered > 0
      ? ['', `${undelivered} notes are safe in MySQL and not in MongoDB yet; npm start brings them there.`]
      : []),
    '',
    isComplete(report)
      ? `The counts agree with the files. It took ${(tookMs / 1_000).toFixed(1)} s.`
      : `The counts do not agree with the files: ${disagreements(files).join('; ')}.`,
  ];
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];

const noted = (files: readonly FileTally[], what: 'guessed' | 'skipped'): string[] =>
  files.flatMap((tally) =>
    Object.entries(tally[what]).map(([said, note]) => `${tally.file}: ${note.count} × ${said}${where(note)}`),
  );

const where = ({ count, line }: Noted): string =>
  line === 0 ? '' : count === 1 ? ` (line ${line})` : ` (line ${line} is the first)`;

const headings = ['', 'read', 'imported', 'already there', 'skipped'] as const;

function table(files: readonly FileTally[]): string[] {
  const rows = files.map((tally) => {
    const figures = [tally.read, tally.imported, tally.alreadyThere, countSkipped(tally)];
    return [tally.file, ...figures.map((figure) => figure.toLocaleString('en'))];
  });
  const fileWidth = Math.max(...rows.map(([file = '']) => file.length));
  return [headings, ...rows].map((cells) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(fileWidth) : cell.padStart(15))).join(''),
  );
}

const disagreements = (files: readonly FileTally[]): string[] =>
  files
    .filter((tally) => !addsUp(tally))
    .map((tally) => {
      const { file, read, imported, alreadyThere, unaccounted } = tally;
      const counted = imported + alreadyThere + countSkipped(tally);
      return `${file} has ${read} rows, ${counted} are accounted for, ${unaccounted} of them are not in the clinic`;
    });
