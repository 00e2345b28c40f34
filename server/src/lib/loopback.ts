import { isIP } from 'node:net';

/** Whether what listens there can be reached from this machine only. A name other than `localhost` counts as reachable. */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (address === 'localhost') return true;
  if (isIP(address) === 4) return address.startsWith('127.');
  return isIP(address) === 6 && /^(0*:)+0*1$|^(0*:)+ffff:127\./.test(address);
}
