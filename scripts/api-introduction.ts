/** What stands above the operations in the API description and at /docs. */
export const introduction = `A healthcare backend: appointments that cannot overlap, notes that cannot be lost, and only those who should see.

**Sign in** with \`POST /auth/login\` and send the access token as \`Authorization: Bearer …\`. It lives ten minutes; refresh it with \`POST /auth/refresh\`.

**Errors** are problem documents (RFC 9457, \`application/problem+json\`) with a stable \`code\` and a \`requestId\`. \`title\` is the same sentence for every occurrence of a code, \`detail\` says what is special about this one. Fields that are wrong are named, their values never repeated. Somebody else's thing is 404, exactly like a missing one; 403 means that the role lacks the function altogether. A path that exists answers a method that it has not with 405 \`method_not_allowed\`, and names its own in \`Allow\`; one that does not exist answers 404 \`route_not_found\`.

**Repeating is safe.** Send an \`Idempotency-Key\` with any write (POST, PUT, PATCH, DELETE): the same key with the same request has one effect and gets the same answer, marked \`Idempotency-Replayed: true\`. After 503 with \`outcome: "unknown"\`, repeat with the same key to learn what happened.

**Lists** answer \`{ items, nextCursor }\`. Pass \`nextCursor\` as \`cursor\`, with the same filters, for the next page.

**Writes that replace** take \`If-Match\` with the version that was read: 428 without it, 412 when somebody else was faster. As RFC 9110 has it, it may be a list, or \`*\` for whichever version is there; a version that a proxy made weak or marked as compressed (\`W/"3"\`, \`"3-gzip"\`) is still that version. Reading with \`If-None-Match\` answers 304 while it is the newest.

**Instants** are ISO 8601 with \`Z\` or an offset and come back in UTC; names end in \`At\`. Calendar dates end in \`On\`.`;

/** The groups of operations, in the order of a visit. */
export const tags = [
  { name: 'auth', description: 'Signing in, and staying signed in.' },
  { name: 'patients', description: 'Who is treated here, and finding them in spite of typing errors.' },
  { name: 'departments', description: 'Where people work.' },
  { name: 'specializations', description: 'What doctors are specialists in.' },
  { name: 'doctors', description: 'Who treats, and their free times.' },
  { name: 'schedules', description: 'When doctors work: weekly hours, overrides of single dates, time off.' },
  { name: 'holidays', description: 'Dates on which the clinic, or a department, is closed.' },
  { name: 'bookingLimits', description: 'How far ahead and how often patients book for themselves.' },
  { name: 'slots', description: 'Free times over many doctors.' },
  { name: 'appointments', description: 'Visits: booking, moving, cancelling, and what happens on the day.' },
  {
    name: 'medicalRecords',
    description: 'The record of a visit, whose id keys everything clinical, and its diagnoses.',
  },
  { name: 'clinicalNotes', description: 'Notes on a record: drafts, signatures, addenda, versions.' },
  { name: 'observations', description: 'Structured findings on a record: vitals, symptoms, and others.' },
  {
    name: 'analytics',
    description:
      'Numbers that add up, seconds old. With `Accept: text/csv`, tables; `text/csv;bom=true` for spreadsheets.',
  },
  { name: 'users', description: 'Sign-ins of the people who work here.' },
];
