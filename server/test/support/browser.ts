import { type Browser, chromium } from 'playwright-core';
import { browserProgram } from './browser-program.js';

/** A browser without a window, with a profile of its own that goes when it is closed. */
export async function startBrowser(
  report: (line: string) => void = console.log,
  signal: AbortSignal = AbortSignal.timeout(540_000),
): Promise<Browser> {
  const { command, env } = await browserProgram(report, signal);
  return chromium.launch({ executablePath: command, env, args: quiet });
}

/** It calls nobody but the pages' own servers. The rest of what keeps it quiet, Playwright adds by itself. */
const quiet = ['--disable-gpu', '--disable-quic', '--disable-sync', '--disable-component-update'];
