import { type Guard, guard, long } from './guard.js';

const src = 'server/src';
const failures = 'server/test/http/told-of-failures.test.ts';

/** What is told of a request, to whom: refusals, the log, caches, events and audit; and that it ends in time. */
export const tellingGuards: readonly Guard[] = [
  guard(
    'refusals that do not echo the value',
    [
      `${src}/lib/problem.ts`,
      '{ errors: fieldErrorsOf(error) }',
      '{ errors: Object.entries(error.fields).map(([field, { message, value }]) => ({ field, message, value })) }',
    ],
    ['server/test/directory/patients.test.ts', 'names what is wrong with a new patient'],
  ),
  guard(
    'failures that tell nothing of themselves',
    [
      `${src}/lib/problem.ts`,
      "'Something went wrong on our side.'",
      "error instanceof Error ? (error.stack ?? '') : ''",
    ],
    [failures, 'is answered with a code'],
  ),
  guard(
    'log lines without messages of errors',
    [`${src}/app.ts`, 'return { name: cause.name,', 'return { name: cause.name, message: cause.message,'],
    [failures, 'without its message'],
  ),
  guard(
    'log lines without tokens',
    [
      `${src}/http/request-log.ts`,
      '        requestId,\n        method',
      '        requestId,\n        token: request.headers.authorization,\n        method',
    ],
    [failures, 'without the token'],
  ),
  guard(
    'log lines without addresses',
    [
      `${src}/http/request-log.ts`,
      '        route,\n        status,',
      '        route: request.originalUrl,\n        status,',
    ],
    [failures, 'under the route'],
  ),
  guard(
    'answers that no cache keeps',
    [`${src}/http/template.ts`, "response.set('Cache-Control', 'no-store');", 'response.status(200);'],
    ['server/test/access/tokens.test.ts', 'is kept by no cache'],
  ),
  guard(
    'the audit row of a change',
    [
      `${src}/events/events.repository.ts`,
      "await insertRow(tx, 'audit_log',",
      "if (!entry) await insertRow(tx, 'audit_log',",
    ],
    ['server/test/clinical/notes.test.ts', 'takes new versions as a draft'],
  ),
  guard(
    'the event of a change',
    [
      `${src}/events/events.repository.ts`,
      "await insertRow(tx, 'events',",
      "if (!event) await insertRow(tx, 'events',",
    ],
    ['server/test/access/small-print.test.ts'],
  ),
  long(
    guard(
      'the deadline of a MySQL query',
      [
        `${src}/lib/deadline-pool.ts`,
        'performance.now() + this.limits.queryTimeoutMs;',
        'Number.POSITIVE_INFINITY;',
      ],
      ['server/test/lib/silent-stores.test.ts', 'MySQL'],
    ),
  ),
  guard(
    'the deadline of a pooled connection',
    [
      `${src}/lib/deadline-pool.ts`,
      'setTimeout(refuse, this.limits.acquireTimeoutMs);',
      'setTimeout(refuse, 3_600_000);',
    ],
    ['server/test/lib/silent-stores.test.ts', 'connection'],
  ),
  long(
    guard(
      'the deadline of a MongoDB call',
      [`${src}/lib/mongo.ts`, 'socketTimeoutMS: mongoTimeoutMs,', ''],
      ['server/test/lib/silent-stores.test.ts', 'MongoDB'],
    ),
  ),
];
