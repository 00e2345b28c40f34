import { bug, long, type PlantedBug, withoutGuard } from './planted-bug.js';

const src = 'server/src';

/** Every bug that is planted: one at least for each prover whose promise a few lines break. `overload` measures speed. */
export const allPlanted: readonly PlantedBug[] = [
  withoutGuard('no claim key', 'bookings', 'the key of slot claims'),
  withoutGuard('no retry after a deadlock', 'bookings', 'the retry of a lost deadlock'),
  withoutGuard('no idempotency row', 'keys', 'the row of an Idempotency-Key'),
  long(
    withoutGuard('no read-back before a body is forgotten', 'notes', 'the read-back of what was delivered'),
  ),
  withoutGuard('no order of a subject', 'deliveries', 'the order of a subject'),
  withoutGuard(
    'a mark apart from its effect',
    'deliveries',
    'the mark of a delivery in the transaction of its effect',
  ),
  withoutGuard('a list without its scope', 'doors', 'the scope of the list of appointments'),
  bug(
    'a status field taken from the body',
    'doors',
    [
      `${src}/generated/routes.ts`,
      '"BookAppointment": {\n        "dataType": "refObject",\n        "properties": {\n',
      '"BookAppointment": {\n        "dataType": "refObject",\n        "properties": {\n            "state": {"dataType":"string"},\n',
    ],
    [
      `${src}/appointments/booking.service.ts`,
      "...rest,\n      patientId,\n      state: 'booked',",
      "state: 'booked',\n      ...rest,\n      patientId,",
    ],
  ),
  withoutGuard('unknown fields let through', 'doors', 'the refusal of extra fields'),
  long(
    withoutGuard('no deadline on a pooled connection', 'stores-away', 'the deadline of a pooled connection'),
  ),
  withoutGuard('bodies of any depth', 'rubbish', 'the depth of a body'),
  bug('values of an enum compared as texts', 'rubbish', [
    `${src}/http/template.ts`,
    'this.validationService = new TextValidation(models, config);',
  ]),
  withoutGuard('messages of errors in the log', 'leaks', 'log lines without messages of errors'),
  withoutGuard('refusals that echo the value', 'leaks', 'refusals that do not echo the value'),
  withoutGuard('no audience asked of a token', 'tokens', 'the audience of a token'),
  withoutGuard('no expiry asked of a token', 'tokens', 'the expiry of a token'),
  withoutGuard('sessions that outlive their end', 'withdrawn', 'the session behind an access token'),
  withoutGuard(
    'sessions looked at once and never again',
    'withdrawn',
    'the second after which a session is looked at again',
  ),
  long(
    bug('no goodbye before a restart', 'restarts', [
      `${src}/serve.ts`,
      'composed.lifecycle.stop();\n  if (!atOnce) await composed.lifecycle.untilQuiet();',
    ]),
  ),
  long(
    bug('a log that ends the process when it cannot be written', 'full-disk', [
      `${src}/main.ts`,
      "destination.on('error', () => {});",
    ]),
  ),
  withoutGuard('the minutes that spring skips', 'zones', 'the minutes that a spring change skips'),
  withoutGuard('the later of two times in autumn', 'zones', 'the earlier of two times in autumn'),
];
