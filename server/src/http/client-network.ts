import type { IncomingMessage } from 'node:http';
import { isIPv6, SocketAddress } from 'node:net';
import proxyaddr from 'proxy-addr';

/** Says from which network a request comes: what limits per caller count by. */
export type ClientNetworkOf = (request: IncomingMessage) => string;

/**
 * @param trustedProxies addresses or CIDR ranges whose `X-Forwarded-For` is believed; everybody else's is not read,
 *   or a caller could choose what is counted
 * @throws TypeError for what is no address
 */
export function clientNetworks(trustedProxies: readonly string[]): ClientNetworkOf {
  if (trustedProxies.length === 0) return ({ socket }) => networkOf(socket.remoteAddress ?? '');
  const isTrusted = proxyaddr.compile([...trustedProxies]);
  return (request) => networkOf(proxyaddr(request, isTrusted) ?? '');
}

/** Says which addresses are of proxies, each of which speaks for many. */
export function proxies(trustedProxies: readonly string[]): (address: string) => boolean {
  const isTrusted = proxyaddr.compile([...trustedProxies]);
  return (address) => isTrusted(address, 0);
}

/**
 * An IPv4 address, or the /64 of an IPv6 one: a household or a server has a whole /64 to choose from (RFC 6177).
 * @returns `''` where the connection is gone already
 */
export function networkOf(address: string): string {
  if (address.startsWith('::ffff:') && address.includes('.')) return address.slice('::ffff:'.length);
  if (!isIPv6(address)) return address;
  const [left = '', right = ''] = new SocketAddress({ address, family: 'ipv6' }).address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const filled = 8 - groups(left).length - groups(right).length;
  const all = [...groups(left), ...Array<string>(filled).fill('0'), ...groups(right)];
  return `${all.slice(0, 4).join(':')}::/64`;
}
