/** No sign-in is larger: of a larger body nothing is read before it has its turn. */
const maxBytes = 8 * 1_024;

/** @returns the id of the device that a token of ours belongs to */
export type DeviceOf = (token: string) => string | null;

/** Which device a sign-in comes from, by the `deviceToken` in its body; null when it shows none that was given to it. */
export function shownDevice(body: Buffer | undefined, deviceOf: DeviceOf): string | null {
  if (body === undefined || body.length > maxBytes || !body.includes('"deviceToken"')) return null;
  const token = tokenIn(body.toString());
  return typeof token === 'string' ? deviceOf(token) : null;
}

function tokenIn(json: string): unknown {
  try {
    return (JSON.parse(json) as { deviceToken?: unknown } | null)?.deviceToken;
  } catch {
    return undefined; // who has the turn is told what is wrong with it
  }
}
