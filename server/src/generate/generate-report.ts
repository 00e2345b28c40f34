import type { GenerateReport } from './run-generate.js';

/** What was made, for the person at the terminal. */
export function reportLines({ written, signIns, tookMs }: GenerateReport, password: string): string[] {
  const rows = [...written].map(([table, count]) => [table, count.toLocaleString('en')] as const);
  const width = Math.max(...rows.map(([table]) => table.length));
  const all = [...written.values()].reduce((sum, count) => sum + count, 0);
  const seconds = tookMs / 1_000;
  const rate = Math.round(all / seconds).toLocaleString('en');
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024);
  return [
    ...rows.map(([table, count]) => `  ${table.padEnd(width)} ${count.padStart(13)}`),
    '',
    `${all.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, ${rate} a second; this process took ${peak} MB at most.`,
    '',
    `Sign-ins, all with the password ${password}:`,
    ...signIns.map(({ role, email }) => `  ${role.padEnd(13)} ${email}`),
  ];
}
