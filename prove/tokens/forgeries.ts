import type { RawRequest } from '../rubbish/raw-http.js';
import { damaged, misplaced } from './damaged.js';
import { saidWrong } from './said-wrong.js';
import { signedWrong } from './signed-wrong.js';
import type { Forger } from './victims.js';

/** A way to knock without a right to. */
export interface Forgery {
  readonly kind: string;
  /** What is added to an operation's request. */
  present(forger: Forger): { readonly headers: RawRequest['headers']; readonly query?: string };
}

const asBearer = (group: string, kinds: Readonly<Record<string, (forger: Forger) => string>>): Forgery[] =>
  Object.entries(kinds).map(([kind, forge]) => ({
    kind: `${group}: ${kind}`,
    present: (forger) => ({ headers: [['Authorization', `Bearer ${forge(forger)}`]] }),
  }));

/** A good token where none is read: what takes it from there has a door more than it knows. */
const elsewhere: readonly Forgery[] = [
  ...['access_token', 'token', 'jwt', 'authorization'].map(
    (name): Forgery => ({
      kind: `elsewhere: in the query as ${name}`,
      present: ({ victim: { user } }) => ({ headers: [], query: `${name}=${user.accessToken}` }),
    }),
  ),
  ...['X-Access-Token', 'X-Authorization', 'Proxy-Authorization', 'Cookie'].map(
    (name): Forgery => ({
      kind: `elsewhere: in the header ${name}`,
      present: ({ victim: { user } }) => ({
        headers: [[name, name === 'Cookie' ? `token=${user.accessToken}` : `Bearer ${user.accessToken}`]],
      }),
    }),
  ),
  ...['Basic', 'Token', 'JWT', 'Bearer:', 'BearerBearer', 'Bearer Bearer'].map(
    (scheme): Forgery => ({
      kind: `elsewhere: as ${scheme}`,
      present: ({ victim: { user } }) => ({ headers: [['Authorization', `${scheme} ${user.accessToken}`]] }),
    }),
  ),
  { kind: 'elsewhere: nowhere', present: () => ({ headers: [] }) },
];

export const forgeries: readonly [Forgery, ...Forgery[]] = [
  ...asBearer('signed wrong', signedWrong),
  ...asBearer('says wrong', saidWrong),
  ...asBearer('damaged', damaged),
  ...asBearer('misplaced', misplaced),
  ...elsewhere,
] as [Forgery, ...Forgery[]];
