import { expect } from 'chai';
import { type Books, openBooks } from './books.js';

describe('An event that was counted', () => {
  let books: Books;

  before(async () => {
    books = await openBooks();
    await books.consumer.turn(); // nothing is there yet: built
  });
  after(() => books.close());

  it('waits no longer, while one that came since does', async () => {
    const { rows, consumer } = books;
    const departmentId = await rows.department();
    const doctorId = await rows.doctor(departmentId);
    const [patientId = ''] = await rows.patients(1);
    const book = async (startsAt: string) => {
      const ids = await rows.appointments([{ doctorId, departmentId, patientId, startsAt, state: 'booked' }]);
      await rows.events('appointment.booked', ids);
    };
    const waiting = async () =>
      (await rows.all("SELECT COUNT(*) AS count FROM events WHERE awaits = 'summaries'"))[0]?.count;
    await book('2025-03-03T09:00:00Z');
    expect(await waiting()).to.equal(1);
    await consumer.turn();
    expect(await waiting()).to.equal(0);
    await book('2025-03-03T10:00:00Z');
    expect(await waiting()).to.equal(1);
  });
});
