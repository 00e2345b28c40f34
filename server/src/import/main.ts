import { endWith, inFull, onClinic, Stopped, say } from '../command.js';
import { AppError } from '../lib/errors.js';
import { ConsoleProgress } from '../lib/progress.js';
import { seedDemoClinic } from '../seed/demo-clinic.js';
import { importHelp, readCommand } from './import-command.js';
import { isComplete, reportLines } from './import-report.js';
import { countAll, runImport } from './run-import.js';

/** Import and report. @returns the exit code */
async function main(): Promise<number> {
  const command = readCommand(process.argv.slice(2));
  if (command === 'help') {
    say(importHelp);
    return 0;
  }
  await countAll(command); // a file that is missing is told before any engine is started
  return onClinic('import', async ({ composed, signal }) => {
    try {
      // Before the first import, so that there is somebody who can sign in and look at it.
      if (composed.config.seedsDemo) await seedDemoClinic(composed.services, say);
      for (const worker of composed.workers) worker.start();
      const report = await runImport(command, composed.services, new ConsoleProgress(), signal);
      for (const line of reportLines(report)) say(line);
      return isComplete(report) ? 0 : 1;
    } finally {
      await Promise.all(composed.workers.map((worker) => worker.stop()));
    }
  });
}

function explained(error: unknown): string {
  if (error instanceof Stopped) return 'Stopped. Start the same import again: it goes on from here.';
  if (error instanceof AppError && error.kind === 'unavailable')
    return `${error.message}\nWhat was imported stays. Start the same import again: it goes on from here.`;
  return `The import could not go on. What was imported stays.\n${inFull(error)}`;
}

endWith(main(), explained);
