import { expect } from 'chai';
import { newId } from '../../src/lib/ids.js';
import { createEffects, deliveriesLeft, effectsOf, noting, timePasses } from './effects.js';
import { type EventDatabase, eventDatabase } from './event-database.js';
import { EventProcess, happened } from './event-process.js';

describe('Events of one subject', () => {
  let database: EventDatabase;
  let processes: EventProcess[];
  let failing: (number: unknown) => boolean = () => false;

  before(async () => {
    database = await eventDatabase();
    const subscription = noting('reader', ({ payload }) => {
      if (failing(payload.number)) throw new Error('injected');
    });
    processes = [1, 2].map(() => new EventProcess(database.mysqlUrl, [subscription]));
    await createEffects(first().db);
  });
  after(async () => {
    await Promise.all(processes.map((process) => process.close()));
    await database.drop();
  });
  afterEach(async () => {
    failing = () => false;
    await first().db.read.deleteFrom('event_deliveries').execute();
  });

  const first = () => processes[0] ?? expect.fail();
  const numbered = (subjectId: string, ...numbers: readonly number[]) =>
    numbers.map((number) => happened({ subjectId, payload: { number } }));
  const effects = (subjectId?: string) => effectsOf(first().db, 'reader', subjectId);

  it('are taken one by one: the next when the one before is delivered', async () => {
    const subjectId = newId();
    await first().append(...numbered(subjectId, 1, 2, 3));
    const [taken, ...others] = await first().deliveries.take('reader', 10);
    expect(taken?.event.payload).to.deep.equal({ number: 1 });
    expect(others).to.deep.equal([]);
    expect(await first().deliveries.take('reader', 10), 'while it is under way').to.deep.equal([]);
    await timePasses(first().db);
    await first().deliver();
    expect(await effects(subjectId)).to.deep.equal([1, 2, 3]);
  });

  it('are given to one of those who ask at the same time', async () => {
    for (let round = 0; round < 10; round++) {
      await first().append(...Array.from({ length: 10 }, () => happened()));
      const asking = [...processes, ...processes, ...processes].map(({ deliveries }) =>
        deliveries.take('reader', 10),
      );
      const given = (await Promise.all(asking)).flat().map(({ deliveryId }) => deliveryId);
      expect(given).to.have.length(new Set(given).size);
      await timePasses(first().db);
      await first().deliver();
    }
  });

  it('wait for one that fails, and nobody else’s do', async () => {
    const [held, free] = [newId(), newId()];
    failing = (number) => number === 10;
    await first().append(...numbered(held, 10, 11), ...numbered(free, 20, 21));
    for (let turn = 0; turn < 3; turn++) await first().workers[0]?.turn();
    expect([await effects(held), await effects(free)]).to.deep.equal([[], [20, 21]]);
    failing = () => false;
    await first()
      .db.read.updateTable('event_deliveries')
      .set({ due_at: new Date(0), attempts: 0 })
      .execute();
    await first().deliver();
    expect(await effects(held)).to.deep.equal([10, 11]);
  });

  it('are found among many that wait behind another one', async () => {
    const busy = newId();
    await first().append(...numbered(busy, ...Array.from({ length: 60 }, (_, index) => index)));
    await first().deliveries.take('reader', 1);
    const late = newId();
    await first().append(...numbered(late, 500));
    const [taken] = await first().deliveries.take('reader', 1);
    expect(taken?.event.subjectId).to.equal(late);
  });

  it('are delivered once and in order by two processes that race, although some attempts fail', async () => {
    const subjects = Array.from({ length: 8 }, () => newId());
    const numbers = Array.from({ length: 25 }, (_, index) => index + 100);
    const failed = new Set<unknown>();
    failing = (number) => Number(number) % 5 === 0 && !failed.has(number) && failed.add(number).size > 0;
    for (const { workers } of processes) for (const worker of workers) worker.start();
    await Promise.all(
      subjects.map((subjectId, index) =>
        (processes[index % 2] ?? expect.fail()).append(...numbered(subjectId, ...numbers)),
      ),
    );
    while ((await deliveriesLeft(first().db)) > 0) await first().deliver();
    for (const subjectId of subjects) expect(await effects(subjectId)).to.deep.equal(numbers);
  });
});
