/** `slot_taken`, `Page_Appointment_`, `clinicalNotes` → `SlotTaken`, `PageAppointment`, `ClinicalNotes`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

export function camel(name: string): string {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A property's name as TypeScript wants it. */
export function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A docstring of the given paragraphs and tags; nothing when all are empty. */
export function docOf(...paragraphs: readonly (string | undefined)[]): string {
  const lines = paragraphs.flatMap((text) => (text?.trim() ? text.trim().split(/\s*\n\s*/) : []));
  const safe = lines.flatMap((line) => line.replaceAll('*/', '*\\/').match(/.{1,112}(?:\s|$)|\S+/g) ?? []);
  if (safe.length === 0) return '';
  if (safe.length === 1) return `/** ${safe[0]} */\n`;
  return `/**\n${safe.map((line) => ` * ${line.trimEnd()}\n`).join('')} */\n`;
}

export const banner =
  '// Generated from sdk/openapi.json. Do not edit: change the API and generate again.\n\n';
