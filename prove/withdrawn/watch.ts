import { setTimeout as pause } from 'node:timers/promises';
import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { Draws } from '../../server/src/generate/draws.js';
import type { Broken } from '../kernel/proof.js';
import { type Attempt, type Attempts, told } from '../rig/attempts.js';
import type { Subject } from './subjects.js';

/** What was withdrawn may be remembered for so long. */
const allowedMs = 1_000;
const watchedBeforeMs = 300;
const watchedAfterMs = 1_700;

export interface Scene {
  readonly name: string;
  readonly baseUrls: readonly string[];
  readonly attempts: Attempts;
  readonly draws: Draws;
}

/** Uses the right on every process all the time, lets it be withdrawn meanwhile, and says who still had it too late. */
export async function watch(subject: Subject, { name, baseUrls, attempts, draws }: Scene): Promise<Broken[]> {
  const stopping = new AbortController();
  const loops = baseUrls.flatMap((baseUrl, at) =>
    subject.losing.map((session, index) => ({
      baseUrl,
      session,
      who: `${name}, session ${index}, process ${at}`,
    })),
  );
  const use = ({ baseUrl, session, who }: (typeof loops)[number]): Promise<Attempt> =>
    attempts.send(baseUrl, { ...draws.one(subject.looks), who, token: session.accessToken });
  const firsts = await Promise.all(loops.map(use));
  const running = loops.map(async (loop, index) => {
    const made = firsts.slice(index, index + 1);
    while (!stopping.signal.aborted) {
      await pause(draws.between(20, 120));
      made.push(await use(loop));
    }
    return made;
  });
  await pause(watchedBeforeMs);
  await subject.withdraw();
  const withdrawnAtMs = attempts.clock();
  await pause(watchedAfterMs);
  stopping.abort();
  const made = await Promise.all(running);
  const said = `withdrawn at ${Math.round(withdrawnAtMs)} ms`;
  return [
    ...made.flatMap((attemptsOfOne) => lateOnes(name, attemptsOfOne, withdrawnAtMs, said)),
    ...(await refreshed(subject, name, baseUrls)),
    ...(await lostWithout(subject, name, baseUrls)),
  ];
}

function lateOnes(name: string, made: readonly Attempt[], withdrawnAtMs: number, said: string): Broken[] {
  const worked = made.filter(({ status }) => status >= 200 && status < 300);
  const before = worked.filter(({ sentAtMs }) => sentAtMs < withdrawnAtMs);
  const [late] = worked.filter(({ sentAtMs }) => sentAtMs > withdrawnAtMs + allowedMs);
  const [first] = made;
  if (before.length === 0)
    return [
      {
        what: `${name}: it never worked, so that nothing was withdrawn`,
        history: first ? [told(first)] : [],
      },
    ];
  if (!late) return [];
  const afterMs = Math.round(late.sentAtMs - withdrawnAtMs);
  const last = before.at(-1);
  return [
    {
      what: `${name}: it still worked ${afterMs} ms after it was withdrawn`,
      history: [...(last ? [told(last)] : []), said, told(late)],
    },
  ];
}

/** The refresh tokens of sessions that have ended, on every process. */
async function refreshed(subject: Subject, name: string, baseUrls: readonly string[]): Promise<Broken[]> {
  if (!subject.endsSessions) return [];
  const broken: Broken[] = [];
  for (const [at, baseUrl] of baseUrls.entries())
    for (const { refreshToken } of subject.losing) {
      const status = await refresh(baseUrl, refreshToken);
      if (status !== 401) broken.push({ what: `${name}: a refresh on process ${at} was answered ${status}` });
    }
  return broken;
}

async function refresh(baseUrl: string, refreshToken: string): Promise<number> {
  const response = await fetch(`${baseUrl}/api/v1/auth/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Sessions that nobody ended, and that do not work any more. */
async function lostWithout(
  { spared }: Subject,
  name: string,
  baseUrls: readonly string[],
): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const [at, baseUrl] of baseUrls.entries())
    for (const session of spared) {
      const status = await whoAmI(baseUrl, session);
      if (status !== 200)
        broken.push({ what: `${name}: another session was answered ${status} on process ${at}` });
    }
  return broken;
}

async function whoAmI(baseUrl: string, { accessToken }: SignedIn): Promise<number> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const response = await fetch(`${baseUrl}/api/v1/auth/me`, { headers });
  await response.arrayBuffer();
  return response.status;
}
