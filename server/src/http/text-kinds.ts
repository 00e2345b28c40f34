import type { TsoaRoute } from '@tsoa/runtime';
import type { TextKind } from '../lib/text.js';

/** The texts of requests that are not one line, by type and field. What is not named here is. */
export const textKinds: Readonly<
  Record<Exclude<TextKind, 'line'>, Readonly<Record<string, readonly string[]>>>
> = {
  paragraphs: {
    PostNote: ['text'],
    ReviseNote: ['text'],
    AddAddendum: ['text'],
    WithdrawNote: ['reason'],
    WithdrawObservation: ['reason'],
    OpenRecord: ['chiefComplaint'],
    UpdateRecord: ['chiefComplaint'],
    BookAppointment: ['reason'],
    CancelAppointment: ['reason'],
    DeactivatePatient: ['reason'],
    ActivatePatient: ['reason'],
  },
  secret: {
    CreateUser: ['password'],
    RegisterPatient: ['password'],
    Login: ['password'],
    ChangePassword: ['currentPassword', 'newPassword'],
    ResetPassword: ['newPassword'],
    EndSignIn: ['currentPassword'],
  },
};

/**
 * Finds the schemas of these fields among the generated ones, by which tsoa names a field when it is checked.
 * @throws Error for a field that there is not: it was renamed, and would count as one line
 */
export function textKindsBySchema(models: TsoaRoute.Models): Map<unknown, TextKind> {
  const kinds = new Map<unknown, TextKind>();
  for (const [kind, fields] of Object.entries(textKinds) as [TextKind, Record<string, readonly string[]>][])
    for (const [type, names] of Object.entries(fields))
      for (const name of names) {
        const model = models[type];
        const schema = model?.dataType === 'refObject' ? model.properties?.[name] : undefined;
        if (!schema) throw new Error(`http/text-kinds.ts names ${type}.${name}, which no request has.`);
        kinds.set(schema, kind);
      }
  return kinds;
}
