import { accessGuards } from './access-guards.js';
import { bookingGuards } from './booking-guards.js';
import { clinicalGuards } from './clinical-guards.js';
import { contractGuards } from './contract-guards.js';
import { deliveryGuards } from './delivery-guards.js';
import { documentGuards } from './document-guards.js';
import { endedPeopleGuards } from './ended-people-guards.js';
import type { Guard } from './guard.js';
import { importGuards } from './import-guards.js';
import { inputGuards } from './input-guards.js';
import { limitGuards } from './limit-guards.js';
import { numberGuards } from './number-guards.js';
import { operationGuards } from './operation-guards.js';
import { overloadGuards } from './overload-guards.js';
import { passwordGuards } from './password-guards.js';
import { peopleGuards } from './people-guards.js';
import { relationshipGuards } from './relationship-guards.js';
import { requestGuards } from './request-guards.js';
import { resetCodeGuards } from './reset-code-guards.js';
import { scheduleGuards } from './schedule-guards.js';
import { sdkGuards } from './sdk-guards.js';
import { sessionGuards } from './session-guards.js';
import { signInGuards } from './sign-in-guards.js';
import { tellingGuards } from './telling-guards.js';
import { viewGuards } from './view-guards.js';

/** Every guard that is tried. Whoever builds a new one adds it, with the test that would notice. */
export const allGuards: readonly Guard[] = [
  ...bookingGuards,
  ...limitGuards,
  ...scheduleGuards,
  ...accessGuards,
  ...relationshipGuards,
  ...viewGuards,
  ...clinicalGuards,
  ...documentGuards,
  ...deliveryGuards,
  ...sessionGuards,
  ...passwordGuards,
  ...importGuards,
  ...signInGuards,
  ...peopleGuards,
  ...endedPeopleGuards,
  ...resetCodeGuards,
  ...requestGuards,
  ...overloadGuards,
  ...tellingGuards,
  ...numberGuards,
  ...inputGuards,
  ...sdkGuards,
  ...contractGuards,
  ...operationGuards,
];
