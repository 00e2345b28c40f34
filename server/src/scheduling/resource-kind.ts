/** What can be claimed, as `slot_claims.resource_kind` numbers it. */
export const resourceKind = { doctor: 1, patient: 2 } as const;
