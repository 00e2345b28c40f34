import { bookings } from './bookings/bookings.js';
import { deliveries } from './deliveries/deliveries.js';
import { doors } from './doors/doors-proof.js';
import { fullDisk } from './full-disk/full-disk.js';
import { guards } from './guards/guards-proof.js';
import type { Proof } from './kernel/proof.js';
import { keys } from './keys/keys.js';
import { leaks } from './leaks/leaks-proof.js';
import { notes } from './notes/notes.js';
import { overload } from './overload/overload.js';
import { planted } from './planted/planted-proof.js';
import { restarts } from './restarts/restarts.js';
import { rubbish } from './rubbish/rubbish.js';
import { storesAway } from './stores-away/stores-away.js';
import { tokens } from './tokens/tokens.js';
import { withdrawn } from './withdrawn/withdrawn.js';
import { zones } from './zones/zones.js';

/** Every promise that has a proof, by the name to give to `npm run prove`. */
export const promises: Readonly<Record<string, Proof>> = {
  bookings,
  deliveries,
  doors,
  guards,
  'full-disk': fullDisk,
  keys,
  leaks,
  notes,
  overload,
  planted,
  restarts,
  rubbish,
  'stores-away': storesAway,
  tokens,
  withdrawn,
  zones,
};
