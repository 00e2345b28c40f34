/** No sign-in is larger: of a larger body nothing is read before it has its turn. */
const maxBytes = 8 * 1_024;

/** @returns who has signed in last on the device that a token of ours belongs to */
export type OwnerOf = (token: string) => string | null;

/**
 * Whose device a sign-in comes from, by the `deviceToken` in its body; null when it shows none that was given to it.
 * Devices are made by signing in, as many as one likes; accounts are not.
 */
export function shownOwner(body: Buffer | undefined, ownerOf: OwnerOf): string | null {
  if (body === undefined || body.length > maxBytes || !body.includes('"deviceToken"')) return null;
  const token = tokenIn(body.toString());
  return typeof token === 'string' ? ownerOf(token) : null;
}

function tokenIn(json: string): unknown {
  try {
    return (JSON.parse(json) as { deviceToken?: unknown } | null)?.deviceToken;
  } catch {
    return undefined; // who has the turn is told what is wrong with it
  }
}
