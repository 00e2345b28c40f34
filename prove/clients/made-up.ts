import type { SignedIn } from '../../server/src/auth/auth.types.js';
import type { Attempt } from '../rig/attempts.js';
import type { Errand, Wanted } from './errands.js';
import { Person } from './person.js';

/** How a made-up errand went. Times are milliseconds since the run began. */
export interface Course {
  readonly askedAtMs?: number;
  readonly toldAtMs?: number;
  readonly status?: number;
  readonly code?: string;
  readonly method?: Wanted['method'];
  readonly path?: string;
  readonly body?: object;
}

let count = 0;

/** An errand that nobody ran: to show that a judge sees what it is there for. */
export function madeUp(answer: unknown, course: Course = {}): Errand {
  const { askedAtMs = 0, toldAtMs = askedAtMs + 10, status = 201, code = '' } = course;
  const { method = 'POST', path = '/appointments', body = {} } = course;
  const who = new Person('somebody', { user: { id: 'somebody' } } as SignedIn);
  const attempt: Attempt = {
    ...{ number: count++, who: who.name, to: 'http://api', key: `key ${count}`, method, path, body },
    ...{ sentAtMs: askedAtMs, answeredAtMs: toldAtMs, status, code, answer, headers: null },
  };
  return { wanted: { who, method, path, body }, requests: [attempt], outcome: status === 0 ? null : attempt };
}
