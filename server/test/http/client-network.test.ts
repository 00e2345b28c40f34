import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { clientNetworks, networkOf } from '../../src/http/client-network.js';

describe('The network a request comes from', () => {
  const request = (remoteAddress: string, forwardedFor?: string) =>
    ({
      socket: { remoteAddress },
      headers: { 'x-forwarded-for': forwardedFor },
    }) as unknown as IncomingMessage;

  it('is an IPv4 address, however it is written, or the /64 of an IPv6 one', () => {
    expect(networkOf('192.0.2.7')).to.equal('192.0.2.7');
    expect(networkOf('::ffff:192.0.2.7')).to.equal('192.0.2.7');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).to.equal('2001:db8:1:2::/64');
    expect(networkOf('2001:db8:1:2::9')).to.equal('2001:db8:1:2::/64');
    expect(networkOf('::1')).to.equal('0:0:0:0::/64');
  });

  it('is not what a caller says of himself', () => {
    expect(clientNetworks([])(request('192.0.2.7', '198.51.100.1'))).to.equal('192.0.2.7');
    expect(clientNetworks(['203.0.113.1'])(request('192.0.2.7', '198.51.100.1'))).to.equal('192.0.2.7');
  });

  it('is what a trusted proxy says, as far as the chain can be trusted', () => {
    const networkFor = clientNetworks(['203.0.113.0/24']);
    expect(networkFor(request('203.0.113.9', '10.9.9.9, 198.51.100.1, 203.0.113.2'))).to.equal(
      '198.51.100.1',
    );
  });
});
