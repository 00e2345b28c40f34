import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../lib/errors.js';
import { isIanaZone } from '../lib/zone.js';

/** What `npm run import` was asked to do. */
export interface ImportCommand {
  directory: string;
  /** Transcriptions to draw notes from; `null`: no notes. */
  notesFile: string | null;
  /** IANA zone of all doctors; `null`: each has that of their place. */
  zone: string | null;
}

/** What `npm run import -- --help` prints. */
export const importHelp = `Imports another system's data into this clinic.

  npm run import -- synthea DIR [--notes FILE] [--zone ZONE]

  DIR            a folder with Synthea's CSV output of any year: organizations.csv, providers.csv, patients.csv,
                 encounters.csv, conditions.csv, in UTF-8. Other files in it are left alone.
  --notes FILE   gives each encounter a signed note, drawn from the medical transcriptions in this CSV file (columns
                 medical_specialty and transcription, as MTSamples has them)
  --zone ZONE    IANA time zone of all doctors; when left out each gets that of their state, province or country.
                 Doctors of an earlier run keep theirs: another --zone is refused then.
  --help         this page

It uses the stores of a Medweave that runs here (npm start), else those of MYSQL_URL, MONGO_URL and REDIS_URL, else it
starts engines on the data folder as npm start does. MEDWEAVE_SECRET must be the server's own. npm start -- --help
describes these variables.

It may be stopped at any time, and started again: it goes on where it was. A second run adds nothing.
It ends with a report: the columns that it did not find, the time zones, every guess and every skip with a line of the
file, and exit code 0 when each row of each file is imported or skipped for a stated reason.`;

/** @returns `help` when that was asked for @throws ConfigError in words for arguments that make no sense */
export function readCommand(args: readonly string[]): ImportCommand | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help || args.length === 0) return 'help';
  const [format, directory, ...rest] = positionals;
  if (format !== 'synthea') throw wrong('The first argument names the format: synthea.');
  if (directory === undefined) throw wrong('The second argument is the folder with the CSV files.');
  if (rest.length > 0) throw wrong('There are more arguments than a format and a folder.');
  const { notes, zone } = values;
  if (zone !== undefined && !isIanaZone(zone))
    throw wrong('--zone must be an IANA time zone, such as Europe/Berlin.');
  return {
    directory: resolve(directory),
    notesFile: notes === undefined ? null : resolve(notes),
    zone: zone ?? null,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        notes: { type: 'string' },
        zone: { type: 'string' },
      },
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : 'These arguments cannot be read.');
  }
}

const wrong = (what: string): ConfigError =>
  new ConfigError(
    `${what}\n\n  npm run import -- synthea DIR [--notes FILE] [--zone ZONE]\n  npm run import -- --help`,
  );
