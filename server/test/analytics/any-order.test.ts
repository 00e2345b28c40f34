import { expect } from 'chai';
import { readDefinitions } from '../../src/analytics/definitions.js';
import { fold } from '../../src/analytics/fold.js';
import { Publishing } from '../../src/analytics/publishing.js';
import type { PendingEvent } from '../../src/events/pending-events.js';
import { type Books, expectTrueNumbers, openBooks } from './books.js';
import { keptNumbers } from './kept-numbers.js';
import { Dice, RandomPast } from './random-past.js';

const zones = ['America/Chicago', 'Africa/Cairo', 'Pacific/Apia', 'UTC'];
const changes = 60;

describe('Changes that are counted in any order', () => {
  let books: Books;
  const doctors: { doctorId: string; departmentId: string }[] = [];
  const definitions = readDefinitions();

  before(async () => {
    books = await openBooks();
    await books.consumer.turn(); // nothing is there yet: built
    const departments = [await books.rows.department(), await books.rows.department()];
    for (const [index, zone] of zones.entries()) {
      const departmentId = departments[index % 2] ?? '';
      doctors.push({ doctorId: await books.rows.doctor(departmentId, zone), departmentId });
    }
  });
  after(() => books.close());

  const count = (events: readonly PendingEvent[]) =>
    books.db.transaction((tx) => fold(tx, events, definitions, new Publishing()));

  for (const seed of [1, 2, 3, 4])
    it(`in batches of any size, again and again, add up as one rebuild does: seed ${seed}`, async () => {
      const dice = new Dice(seed);
      const past = new RandomPast(books.rows, dice, doctors, await books.rows.patients(14));
      const counted: PendingEvent[] = [];
      let waiting: PendingEvent[] = [];
      for (let change = 0; change < changes; change++) {
        waiting.push(...(await past.change()));
        if (dice.below(6) > 0) continue;
        const batch = dice.shuffled(waiting).slice(0, dice.below(60));
        waiting = waiting.filter((event) => !batch.includes(event));
        const repeated = dice.shuffled(counted).slice(0, dice.below(20));
        await count(dice.shuffled([...batch, ...batch.slice(0, 5), ...repeated]));
        counted.push(...batch);
      }
      await count(dice.shuffled(waiting));
      const folded = await keptNumbers(books.rows);
      expect(folded.published.length).to.be.greaterThan(4);
      await expectTrueNumbers(books.rows);
      await books.consumer.rebuild();
      expect(await keptNumbers(books.rows)).to.deep.equal(folded);
      expect(await books.consumer.verify()).to.deep.equal([]);
    });
});
