import type { Proof } from './kernel/proof.js';

/** Every promise that has a proof, by the name to give to `npm run prove`. */
export const promises: Readonly<Record<string, Proof>> = {};
