import { expect } from 'chai';
import { Medweave, ServiceUnavailable } from '../src/index.js';
import { type FakeServer, fakeServer, problem, type Reply, type Seen } from './support/fake-server.js';

/** Five visits, two on a page. */
function listReply({ query }: Seen): Reply {
  const from = Number(query.get('cursor') ?? 0);
  const items = [0, 1, 2, 3, 4].slice(from, from + 2).map((id) => ({ id: `visit-${id}` }));
  return { status: 200, body: { items, nextCursor: from + 2 < 5 ? String(from + 2) : null } };
}

describe('A list', () => {
  let server: FakeServer;
  afterEach(() => server.close());

  async function client(reply: (seen: Seen, index: number) => Reply = listReply) {
    server = await fakeServer(reply);
    return new Medweave({ baseUrl: server.baseUrl, maxRetries: 0 });
  }

  it('is its first page when awaited', async () => {
    const medweave = await client();
    const page = await medweave.appointments.list();
    expect(page.items.map(({ id }) => id)).to.deep.equal(['visit-0', 'visit-1']);
    expect(page.nextCursor).to.equal('2');
    expect(server.seen).to.have.length(1);
  });

  it('goes over every item of every page, with the same filters', async () => {
    const medweave = await client();
    const found: string[] = [];
    for await (const { id } of medweave.appointments.list({ limit: 2 })) found.push(id);
    expect(found).to.deep.equal(['visit-0', 'visit-1', 'visit-2', 'visit-3', 'visit-4']);
    expect(server.seen.map(({ query }) => query.toString())).to.deep.equal([
      'limit=2',
      'limit=2&cursor=2',
      'limit=2&cursor=4',
    ]);
  });

  it('asks for no page that nobody reads', async () => {
    const medweave = await client();
    for await (const { id } of medweave.appointments.list()) if (id === 'visit-1') break;
    expect(server.seen).to.have.length(1);
  });

  it('asks once when it is both awaited and gone over', async () => {
    const medweave = await client();
    const list = medweave.appointments.list();
    await list;
    let count = 0;
    for await (const _ of list) count++;
    expect(count).to.equal(5);
    expect(server.seen).to.have.length(3);
  });

  it('throws where the trouble is, after the items before it', async () => {
    const medweave = await client((seen, index) =>
      index === 1 ? problem(503, 'mongo_unavailable') : listReply(seen),
    );
    const found: string[] = [];
    const walk = async () => {
      for await (const { id } of medweave.appointments.list()) found.push(id);
    };
    expect(await walk().catch((thrown: unknown) => thrown)).to.be.instanceOf(ServiceUnavailable);
    expect(found).to.deep.equal(['visit-0', 'visit-1']);
  });
});
