import { type Guard, guard, guardInLayers } from './guard.js';

const src = 'server/src';
const jsonBody = `${src}/http/json-body.ts`;
const booking = 'server/test/booking/booking.test.ts';
const replays = 'server/test/access/replays.test.ts';
const frontDoor = 'server/test/http/front-door.test.ts';
const positions = 'A position in a list ';

/** What every request passes: its form, its origin, its key, and positions in lists. */
export const requestGuards: readonly Guard[] = [
  guard(
    'the refusal of extra fields',
    [
      `${src}/generated/routes.ts`,
      '"noImplicitAdditionalProperties":"throw-on-extras"',
      '"noImplicitAdditionalProperties":"ignore"',
    ],
    ['server/test/auth/sessions.test.ts', 'refuses a role, or anything else'],
  ),
  guard(
    'the refusal of unknown query parameters',
    [`${src}/http/template.ts`, 'refuseUnknownQuery(sources);'],
    [frontDoor],
  ),
  guard(
    'the refusal of a missing body',
    [`${src}/http/template.ts`, 'refuseMissingBody(sources);'],
    [frontDoor],
  ),
  guard(
    'the size of a body',
    [`${src}/http/request-body.ts`, 'maxBytes = 640 * 1_024', 'maxBytes = 9_000 * 1_024'],
    [frontDoor],
  ),
  guard(
    'the admission of requests',
    [`${src}/http/front-door.ts`, 'turn === null || !admission.isClosed(turn)', 'true'],
    [frontDoor, 'is refused on arrival'],
  ),
  guard(
    'the headers that let a browser read a refusal',
    [`${src}/http/refusal.ts`, ', ...crossOrigin.rawHeaders(request)'],
    ['server/test/http/admission.test.ts', 'lets a browser read a refusal'],
  ),
  guard(
    "a browser's question, answered in a flood too",
    [`${src}/http/front-door.ts`, "request.method === 'OPTIONS' ? null : laneOf(request)", 'laneOf(request)'],
    ['server/test/http/admission.test.ts', 'lets a browser read a refusal'],
  ),
  guard('the type of a body', [jsonBody, 'requireJson, refuseCompressed', 'refuseCompressed'], [frontDoor]),
  guard(
    'the refusal of compressed bodies',
    [jsonBody, 'refuseCompressed, parseBody', 'parseBody'],
    [frontDoor],
  ),
  guard(
    'the line of sign-ins, however their path is spelled',
    [`${src}/http/admission.ts`, '\\/?(?=[?#]|$)/i;', '\\/?(?=[?#]|$)/;'],
    ['server/test/http/admission.test.ts', 'keeps sign-ins'],
  ),
  guard(
    'the room for others between long pieces of work',
    [
      `${src}/lib/fair-turns.ts`,
      'if (nowMs - this.#beganAtMs <= turnMs) work();\n    else setImmediate(() => this.run(work));',
      'work();',
    ],
    ['server/test/lib/fair-turns.test.ts'],
  ),
  guard(
    'the list of origins (CORS)',
    [
      `${src}/http/cross-origin.ts`,
      "this.#isOpen = origins.includes('*')",
      'this.#isOpen = origins.length > 0',
    ],
    [frontDoor],
  ),
  guard(
    'the row of an Idempotency-Key',
    [`${src}/lib/idempotency.ts`, 'await storeAnswer(tx, actor.userId, once, answer);'],
    [booking, 'repeats the answer for the same Idempotency-Key'],
  ),
  guard(
    'the body that an Idempotency-Key came with',
    [`${src}/lib/idempotency.ts`, 'if (!row.body_hash.equals(once.bodyHash)) throw reused();'],
    [booking, 'repeats the answer for the same Idempotency-Key'],
  ),
  guard(
    'the rights that an Idempotency-Key came with',
    [`${src}/http/once-key.ts`, '[rightsOf(identity), path, ', '[path, '],
    [replays, 'is not answered again to somebody whose role changed'],
  ),
  guard(
    'the path that an Idempotency-Key came with',
    [`${src}/http/once-key.ts`, '[rightsOf(identity), path, ', '[rightsOf(identity), '],
    [replays, 'A key '],
  ),
  guard(
    'the version that an Idempotency-Key came with',
    [`${src}/http/once-key.ts`, ", request.get('if-match') ?? '']", ']'],
    [replays, 'is not refused for its own success'],
  ),
  guard(
    'the Idempotency-Key of writes that replace or remove',
    [`${src}/http/once-key.ts`, "request.method === 'HEAD'", "request.method !== 'POST'"],
    [replays, 'A write that replaces or removes'],
  ),
  guard(
    'the depth of a body',
    [`${src}/http/parse-json.ts`, 'if (isTooDeep) throw unreadable();'],
    ['server/test/rubbish/strict-input.test.ts', 'is not read when it is nested too deep'],
  ),
  guard(
    'the user of an Idempotency-Key',
    [`${src}/lib/idempotency.ts`, "\n    .where('user_id', '=', uuidBytes(userId))"],
    [replays, 'of one at the front desk gives another there no answer'],
  ),
  guardInLayers(
    'the seal of a position in a list',
    [
      {
        file: `${src}/lib/paging.ts`,
        text: "return this.#vault.seal(plain, Buffer.from(list)).toString('base64url');",
        instead: "return plain.toString('base64url');",
      },
      {
        file: `${src}/lib/paging.ts`,
        text: "return this.#vault.open(Buffer.from(cursor, 'base64url'), Buffer.from(list));",
        instead: "return Buffer.from(cursor, 'base64url');",
      },
    ],
    [replays, positions],
  ),
  guardInLayers(
    'the list that a position belongs to',
    [
      {
        file: `${src}/lib/paging.ts`,
        text: 'seal(plain, Buffer.from(list))',
        instead: "seal(plain, Buffer.from(''))",
      },
      {
        file: `${src}/lib/paging.ts`,
        text: "Buffer.from(cursor, 'base64url'), Buffer.from(list)",
        instead: "Buffer.from(cursor, 'base64url'), Buffer.from('')",
      },
    ],
    [replays, positions],
  ),
];
