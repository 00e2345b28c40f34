import { addsUp, type FileTally } from './tally.js';

/** What an import has done, in figures. */
export interface ImportReport {
  files: FileTally[];
  /** What became of rows that were imported, but not as one would expect. */
  explanations: string[];
  /** Notes that MySQL holds and MongoDB does not yet. */
  undelivered: number;
  tookMs: number;
}

/** Whether every row of every file is imported, was there, or is skipped for a reason. */
export const isComplete = ({ files }: ImportReport): boolean => files.every(addsUp);

/** The report for the person at the terminal. */
export function reportLines(report: ImportReport): string[] {
  const { files, explanations, undelivered, tookMs } = report;
  const skipped = files.flatMap(({ file, skipped }) =>
    Object.entries(skipped).map(([reason, count]) => `  ${file}: ${count} × ${reason}`),
  );
  return [
    ...table(files),
    ...(skipped.length > 0 ? ['', 'Skipped, because the row', ...skipped] : []),
    ...(explanations.length > 0 ? ['', 'To know:', ...explanations.map((line) => `  ${line}`)] : []),
    ...(undelivered > 0
      ? ['', `${undelivered} notes are safe in MySQL and not in MongoDB yet; npm start brings them there.`]
      : []),
    '',
    isComplete(report)
      ? `The counts agree with the files. It took ${(tookMs / 1_000).toFixed(1)} s.`
      : `The counts do not agree with the files: ${disagreements(files).join('; ')}.`,
  ];
}

const headings = ['', 'read', 'imported', 'already there', 'skipped'] as const;

function table(files: readonly FileTally[]): string[] {
  const rows = files.map(({ file, read, imported, alreadyThere, skipped }) => {
    const figures = [read, imported, alreadyThere, sum(skipped)];
    return [file, ...figures.map((figure) => figure.toLocaleString('en'))];
  });
  const fileWidth = Math.max(...rows.map(([file = '']) => file.length));
  return [headings, ...rows].map((cells) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(fileWidth) : cell.padStart(15))).join(''),
  );
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

const disagreements = (files: readonly FileTally[]): string[] =>
  files
    .filter((tally) => !addsUp(tally))
    .map(({ file, read, imported, alreadyThere, skipped, unaccounted }) => {
      const counted = imported + alreadyThere + sum(skipped);
      return `${file} has ${read} rows, ${counted} are accounted for, ${unaccounted} of them are not in the clinic`;
    });
