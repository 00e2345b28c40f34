import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Prints the page of a command and ends, if that is what was asked for: before anything is installed or built. */
export function answerHelp(command, args = process.argv.slice(2)) {
  if (!args.includes('--help') && !args.includes('-h')) return;
  process.stdout.write(
    readFileSync(fileURLToPath(new URL(`../help/${command}.txt`, import.meta.url)), 'utf8'),
  );
  process.exit(0);
}
