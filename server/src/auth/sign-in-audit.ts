import type { AuditActor } from '../events/events.repository.js';
import { type Caller, systemActor } from '../lib/actor.js';

/** Whoever asks without being signed in, on record. */
export const nobody = ({ requestId }: Caller): AuditActor => ({
  userId: systemActor(requestId).userId,
  role: 'nobody',
  requestId,
});
