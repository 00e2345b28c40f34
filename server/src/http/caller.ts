import type { Caller } from '../lib/actor.js';
import { onceKeyOf } from './once-key.js';
import type { TracedRequest } from './request.js';

/** Of an operation that asks for no sign-in. */
export const callerOf = ({ requestId, clientNetwork }: TracedRequest): Caller => ({
  requestId,
  network: clientNetwork,
  once: null,
});

/** Of one that heeds an Idempotency-Key. @throws AppError `idempotency_key_malformed` */
export const keyedCallerOf = (request: TracedRequest): Caller => ({
  ...callerOf(request),
  once: onceKeyOf(request, null, ['deviceToken']),
});
