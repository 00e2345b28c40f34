import { type Guard, guard, long } from './guard.js';

const src = 'server/src';
const suppression = 'server/test/analytics/suppression.test.ts';
const roleViews = 'server/test/analytics/role-views.test.ts';
const exactlyOnce = 'server/test/analytics/exactly-once.test.ts';

/** Numbers: about whom they may be, who gets which, and that each event is counted once. */
export const numberGuards: readonly Guard[] = [
  guard(
    'the eleven people of a cell',
    [`${src}/analytics/suppression.ts`, 'people >= peopleAtLeast);', 'people >= 1);'],
    [suppression, 'never isolate 1 to 10 people'],
  ),
  guard(
    'the sibling that is withheld with a small cell',
    [
      `${src}/analytics/suppression.ts`,
      'return smallest ? large.filter((cell) => cell !== smallest) : [];',
      'return smallest ? large : [];',
    ],
    [suppression, 'never isolate 1 to 10 people'],
  ),
  long(
    guard(
      'published numbers for admins',
      [
        `${src}/analytics/view.ts`,
        "case 'all':\n      return published;",
        "case 'all':\n      return { ...published, isPublished: false };",
      ],
      [roleViews, 'gets groups of eleven people'],
    ),
  ),
  long(
    guard(
      'a doctor’s own numbers',
      [
        `${src}/analytics/view.ts`,
        'isNothing: doctorId !== null && doctorId !== scope.doctorId',
        'isNothing: false, ...(doctorId && { doctorId })',
      ],
      [roleViews, 'gets nobody else’s'],
    ),
  ),
  long(
    guard(
      'the numbers of a nurse’s department',
      [
        `${src}/analytics/view.ts`,
        'departmentId: scope.departmentId,\n        isNothing: departmentId !== null && departmentId !== scope.departmentId,',
        'departmentId: departmentId ?? scope.departmentId,',
      ],
      [roleViews, 'gets what is published of her department'],
    ),
  ),
  guard(
    'the marks of counted events',
    [`${src}/analytics/summaries-consumer.ts`, 'await this.pending.settle(tx, events);'],
    ['server/test/analytics/counted-events.test.ts'],
  ),
  long(
    guard(
      'one counter at a time',
      [`${src}/analytics/summaries-consumer.ts`, 'if (!(await this.pending.lock(tx))) return false;'],
      [exactlyOnce, 'when two processes go about it'],
    ),
  ),
  long(
    guard(
      'the old fact, which is taken out of the sums',
      [`${src}/analytics/fold.ts`, 'CAST(-1 AS SIGNED) AS weight', 'CAST(0 AS SIGNED) AS weight'],
      ['server/test/analytics/any-order.test.ts'],
    ),
  ),
  guard(
    'until when numbers are complete',
    [`${src}/events/pending-events.ts`, '(select occurred_at from events', '(select null from events'],
    ['server/test/document-analytics/published-numbers.test.ts', 'are complete until the instant they name'],
  ),
  guard(
    'cells of a table that are formulas',
    [`${src}/lib/csv.ts`, `.replace(formula, "'")`],
    ['server/test/analytics/csv.test.ts', 'hold no formula'],
  ),
];
