import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect } from 'chai';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js';

describe('The proxy before a store', () => {
  let heard = '';
  let proxy: TcpProxy;
  let client: Socket;
  const store = createServer((socket) => {
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      socket.write(chunk);
    });
    socket.on('error', () => {});
  });

  beforeEach(async () => {
    heard = '';
    if (!store.listening) await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
    proxy = await startTcpProxy(`redis://127.0.0.1:${(store.address() as AddressInfo).port}`);
    client = connect(Number(new URL(proxy.url).port), '127.0.0.1');
    client.on('error', () => {});
  });
  afterEach(async () => {
    client.destroy();
    await proxy.stop();
  });
  after(() => store.close());

  const answered = (length: number) =>
    new Promise<string>((resolve) => {
      let said = '';
      client.on('data', (chunk) => {
        said += chunk.toString();
        if (said.length >= length) resolve(said);
      });
    });

  it('keeps the order of what is said when slow weather clears', async () => {
    const all = answered(6);
    proxy.turn({ kind: 'slow', delayMs: 60 });
    client.write('one');
    await new Promise((resolve) => setTimeout(resolve, 20));
    proxy.turn({ kind: 'through' });
    client.write('two');
    expect(await all).to.equal('onetwo');
  });

  it('lets the store hear what is said, and loses its answers, until the weather clears', async () => {
    const closed = new Promise((resolve) => client.once('close', resolve));
    let said = '';
    client.on('data', (chunk) => {
      said += chunk.toString();
    });
    proxy.turn({ kind: 'swallow' });
    client.write('book');
    while (heard !== 'book') await new Promise((resolve) => setTimeout(resolve, 5));
    proxy.turn({ kind: 'through' });
    await closed;
    expect(said).to.equal('');
  });

  it('ends connections when it is cut', async () => {
    await new Promise((resolve) => client.once('connect', resolve));
    const closed = new Promise((resolve) => client.once('close', resolve));
    proxy.turn({ kind: 'cut' });
    await closed;
  });
});
