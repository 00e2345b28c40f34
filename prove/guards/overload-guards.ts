import { type Guard, guard } from './guard.js';

const src = 'server/src/http';
const slowClients = `${src}/slow-clients.ts`;
const connections = `${src}/connections.ts`;
const admission = `${src}/admission.ts`;
const waitingLine = 'server/src/lib/waiting-line.ts';

const senders = 'server/test/http/slow-senders.test.ts';
const readers = 'server/test/http/slow-readers.test.ts';
const connectionTests = 'server/test/http/connections.test.ts';
const admissionTests = 'server/test/http/admission.test.ts';
const lineTests = 'server/test/lib/waiting-line.test.ts';

/** What keeps one client, or one network, from taking the server away from others. */
export const overloadGuards: readonly Guard[] = [
  guard(
    'the body before the place',
    [`${src}/request-body.ts`, 'if (!announcesBody(request)) {', 'if (request.socket.readable) {'],
    [senders, 'when it announces ten bytes'],
  ),
  guard(
    'the pieces that a body may come in',
    [`${src}/request-body.ts`, ' && pieces <= maxPieces'],
    [senders, 'however small its pieces are'],
  ),
  guard(
    'the time for a request, and for reading its answer',
    [slowClients, 'stillMs < maxMs && !isTooMuch', '!isTooMuch'],
    [senders, 'is not kept by a byte now and then'],
  ),
  guard(
    'the requests of a network that are on their way',
    [slowClients, 'left > max.ofNetwork || ', ''],
    [senders, 'too many of a network are on their way'],
  ),
  guard(
    'the requests of all that are on their way',
    [slowClients, ' || inAll > max.inAll', ''],
    [senders, 'too many of all are on their way'],
  ),
  guard(
    'the end of a request that was refused before its end',
    [slowClients, 'if (!request.complete) request.socket.destroy();'],
    [senders, 'when it says that it is too large'],
  ),
  guard(
    'one answer to what cannot be read',
    [`${src}/unreadable.ts`, '!socket.writable || isAnswered(answers.get(socket))', '!socket.writable'],
    [senders, 'however small its pieces are'],
  ),
  guard(
    'the place that is given back before the answer is read',
    [admission, 'else whenAnswered(response, leave);', "else response.once('close', leave);"],
    [readers, 'takes no place from others'],
  ),
  guard(
    'the place of work whose client has left',
    [admission, 'else whenAnswered(response, leave);', "else response.once('close', leave);"],
    [admissionTests, 'although clients leave'],
  ),
  guard(
    'the patience with who reads slowly',
    [slowClients, 'if (before && taken - before.taken < this.limits.leastRead)', 'if (before)'],
    [readers, 'is not cut while it is read'],
  ),
  guard(
    'the bytes of a network that are not read',
    [slowClients, 'left > max.ofNetwork || ', ''],
    [readers, 'too much of a network is unread'],
  ),
  guard(
    'the place of a large answer that is not read',
    [slowClients, 'this.watched.isPlaceWanted(response)', 'false'],
    [readers, 'gives its place to who waits for one'],
  ),
  guard(
    'the lane of large answers',
    [
      admission,
      "isLongSpan(new URLSearchParams(query)) ? 'large' : 'work'",
      "query === '' ? 'large' : 'work'",
    ],
    [readers, 'is not begun in more places'],
  ),
  guard(
    'the pieces of a long answer',
    [
      `${src}/send-text.ts`,
      'if (bytes <= wholeBytes) response.end(text);',
      'if (bytes > 0) response.end(text);',
    ],
    [readers, 'is not cut while it is read'],
  ),
  guard(
    'the turns between slices of long work',
    ['server/src/lib/long-work.ts', 'while (jobs[0] && performance.now() < untilMs)', 'while (jobs[0])'],
    ['server/test/lib/long-work.test.ts', 'leaves room for others'],
  ),
  guard(
    'shorter lists ahead of longer ones',
    ['server/src/lib/long-work.ts', 'job.items > items', 'job.items < 0'],
    ['server/test/lib/long-work.test.ts', 'ahead of longer work'],
  ),
  guard(
    'the share of places that a network has in a flood of another',
    [waitingLine, ' && !this.#hasShareLeft(party)'],
    [lineTests, 'is open to a network that has less than its share'],
  ),
  guard(
    'the turns of networks in a line',
    [
      waitingLine,
      'this.#waiting.delete(party);\n    const next = waiting.shift();\n    if (waiting.length > 0) this.#waiting.set(party, waiting);',
      'const next = waiting.shift();\n    if (waiting.length === 0) this.#waiting.delete(party);',
    ],
    [lineTests, 'lets networks take turns'],
  ),
  guard(
    'the turns of known devices',
    [`${src}/front-door.ts`, "lane === 'signIns' ? shownOwner(request.bodyBytes, ownerOf) : null", 'null'],
    [admissionTests, 'lets in who shows a known device'],
  ),
  guard(
    'the body of a sign-in before its refusal',
    [`${src}/front-door.ts`, "lane && lane !== 'signIns' && refuseBusy(", 'lane && refuseBusy('],
    [admissionTests, 'lets in who shows a known device'],
  ),
  guard(
    'the share of places that an owner of devices has',
    [`${src}/front-door.ts`, "{ lane: 'knownDevices', party: owner }", "{ lane: 'knownDevices', party: '' }"],
    [admissionTests, 'does not let one owner'],
  ),
  guard(
    'the share that known devices keep in their network',
    [`${src}/front-door.ts`, 'admission.isClosed(ofOwner) ? ofNetwork : ofOwner', 'ofOwner'],
    [admissionTests, 'leaves known devices the share'],
  ),
  guard(
    'the size of a sign-in that is looked at',
    [`${src}/shown-device.ts`, 'body.length > maxBytes || '],
    ['server/test/http/shown-device.test.ts', 'larger than any sign-in'],
  ),
  guard(
    'the connections of a network',
    [connections, 'if (group.count >= group.limit) return this.#endIdle(group);'],
    [connectionTests, 'are so many of a network'],
  ),
  guard(
    'the connections of all',
    [connections, 'if (this.#count < this.limits.inAll) return true;', 'if (group.limit > 0) return true;'],
    [connectionTests, 'are so many in all'],
  ),
  guard(
    'the room that idle connections make',
    [connections, 'return this.#endIdle(group);', 'return false;'],
    [connectionTests, 'that are idle make room'],
  ),
  guard(
    'the connection on which a request is under way',
    [connections, 'if (!group) return;\n    group.idle.delete(socket);', 'if (!group) return;'],
    [connectionTests, 'that are idle make room'],
  ),
  guard(
    'the connections of a trusted proxy',
    [connections, 'this.isTrustedProxy(address) ? Number.POSITIVE_INFINITY : '],
    [connectionTests, 'of a trusted proxy'],
  ),
  guard(
    'one request at a time of a connection',
    [`${src}/pipeline.ts`, 'if (!line || line.newest.closed) {', 'if (socket.readable || !line) {'],
    [connectionTests, 'carry one request at a time'],
  ),
  guard(
    'the requests that may wait on a connection',
    [`${src}/pipeline.ts`, 'if (line.unanswered >= maxUnanswered) return false;'],
    [connectionTests, 'are ended when far too many'],
  ),
  guard(
    'the answer to a head that does not end',
    [
      `${src}/unreadable.ts`,
      "'code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? requestTimeout() : unreadable(error)",
      'unreadable(error)',
    ],
    [connectionTests, 'are not kept by who never ends the head'],
  ),
];
