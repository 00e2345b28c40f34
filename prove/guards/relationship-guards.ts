import { type Guard, guard } from './guard.js';

const src = 'server/src';
const renewal = 'server/test/access/renewal.test.ts';
const rules = `${src}/access/relationships.ts`;
const acknowledgement = `${src}/appointments/acknowledgement.ts`;

/** A relationship begins and ends by what the patient, the desk or a real visit did. */
export const relationshipGuards: readonly Guard[] = [
  guard(
    'the start that patient and desk stand behind',
    [
      rules,
      `\n    and coalesce(\${column('acknowledged_start_at')}, \${startsAt}) between \${from} and \${to})\``,
      ')`',
    ],
    [renewal, 'is 14 months old, and the doctor moves the visit'],
  ),
  guard(
    'the start that is remembered when a doctor moves a visit',
    [
      acknowledgement,
      'return { acknowledged_start_at: new Date(before.acknowledgedStartAt ?? before.startsAt) };',
      'return unchanged;',
    ],
    [renewal, 'is 200 days ahead, and the doctor moves the visit'],
  ),
  guard(
    'the first start that is remembered, however often a visit is moved',
    [acknowledgement, 'before.acknowledgedStartAt ?? before.startsAt', 'before.startsAt'],
    [renewal, 'is 14 months old, and the doctor moves it twice'],
  ),
  guard(
    'the start that others stand behind when they move a visit themselves',
    [
      acknowledgement,
      'if (standsBehindVisits(actor)) return ofThePresentStart;\n  if (!before',
      'if (!before',
    ],
    [renewal, 'comes again with who moves it for the patient'],
  ),
  guard(
    'the 24 hours of a walk-in whom the doctor alone has seen',
    [
      rules,
      'sql`attended.opened_at > now(3) - interval 24 hour`',
      'sql`attended.opened_at > now(3) - interval 12 month`',
    ],
    [renewal, 'only booked and then cancelled'],
  ),
  guard(
    'the mark of a walk-in whom the doctor alone has seen',
    [
      `${src}/records/records.service.ts`,
      "isOpenedAlone: origin.kind === 'walk_in',",
      'isOpenedAlone: false,',
    ],
    [renewal, 'only booked and then cancelled'],
  ),
  guard(
    'the visit that a walk-in record needs, which a walk-in is not',
    [`${src}/records/records.repository.ts`, '.where(inScopeByVisit(', '.where(inScope('],
    [renewal, 'only booked and then cancelled'],
  ),
  guard(
    'the ward’s 24 hours of a walk-in',
    [rules, 'not admitted.is_opened_alone or admitted.opened_at > now(3) - interval 24 hour', 'true'],
    [renewal, 'only booked and then cancelled'],
  ),
  guard(
    'records of visits that count no more, on a ward',
    [rules, `\${countsIn('visited', inWeekBefore)}`, 'true'],
    [renewal, 'ends with the visit that the desk cancels'],
  ),
  guard(
    'records of visits that count no more, for a doctor',
    [rules, `attended.status = 'open' and \${countsIn('visited', inYearAround)}`, 'true'],
    [renewal, 'ends with the visit that the desk cancels'],
  ),
  guard(
    'the nurse who is alone with a visit that she booked and checks in',
    [acknowledgement, ' || bookedBy !== actor.userId', ' || actor.userId'],
    [renewal, 'books it and checks it in'],
  ),
  guard(
    'the nurse’s confirmation, which is neither the patient’s nor the desk’s',
    [acknowledgement, 'standsBehindVisits(actor) ? ofThePresentStart : unchanged;', 'ofThePresentStart;'],
    [renewal, 'confirms'],
  ),
  guard(
    'what the record of a walk-in says, until it is released',
    [
      `${src}/records/records.service.ts`,
      'if (!isReleased) return { ...record, chiefComplaint: null, diagnoses: [] };',
    ],
    [renewal, 'is told to the patient at once'],
  ),
  guard(
    'the telling of a walk-in',
    [`${src}/records/records.repository.ts`, ' or medical_records.is_opened_alone)`', ')`'],
    [renewal, 'is told to the patient at once'],
  ),
  guard(
    'the times of visits that are not for whoever was refused',
    [
      `${src}/appointments/booking-rules.ts`,
      'blockers.every(({ isReadable }) => isReadable) ? blockers : [time]',
      'blockers',
    ],
    ['server/test/booking/blockers.test.ts'],
  ),
];
