import { type Components, type Operation, type Parameter, schemaAt } from './openapi.js';

/** What the last parameter of a path is: told once for all operations that have it. */
const pathSentences: Readonly<Record<string, string>> = {
  '/appointments/{appointmentId}': "The visit's id.",
  '/booking-limits/{id}': 'The `id` of the limits, as they were read.',
  '/clinical-notes/{id}': "The note's id, the same in all its versions.",
  '/departments/{id}': "The department's id.",
  '/doctors/{id}': "The doctor's id, not that of her sign-in.",
  '/doctors/{doctorId}': 'The id of a doctor in the directory, not that of her sign-in.',
  '/doctors/{doctorId}/overrides/{dateOn}':
    "The date on the doctor's wall calendar, in the schedule's `zone`.",
  '/doctors/{doctorId}/time-off/{timeOffId}': "The id of an entry of the schedule's `timeOff`.",
  '/holidays/{id}': "The holiday's id.",
  '/medical-records/{id}': "The medical record's id, which is called `recordUuid` elsewhere.",
  '/medical-records/{id}/diagnoses/{diagnosisId}': "The id of one of the record's `diagnoses`.",
  '/observations/{id}': "The observation's id.",
  '/patients/{id}': "The patient's id, not her MRN.",
  '/specializations/{id}': "The specialization's id.",
  '/users/{id}': "The id of a staff sign-in, not that of the doctor's entry in the directory.",
};

const ifMatch = 'The `version` that was read, in quotes: `"3"`. Answers 412 when there is a newer one by now';

/** Describes what the controllers leave to this place, because it is the same for many operations. */
export function describeParameters(path: string, operation: Operation, components: Components): void {
  for (const parameter of operation.parameters ?? []) {
    const sentence = sentenceFor(path, operation, parameter, components);
    if (sentence !== undefined) parameter.description ??= sentence;
  }
}

function sentenceFor(
  path: string,
  { responses }: Operation,
  { in: place, name }: Parameter,
  components: Components,
): string | undefined {
  if (place === 'path') return pathSentences[path.slice(0, path.indexOf(`{${name}}`) + name.length + 2)];
  if (name === 'If-Match')
    return '428' in responses
      ? `${ifMatch}, and 428 without it.`
      : `${ifMatch}; nothing is compared without it.`;
  if (name === 'cursor') return schemaAt(components, { $ref: '#/components/schemas/Cursor' }).description;
  return undefined;
}
