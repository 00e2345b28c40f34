import { expect } from 'chai';
import { judgeDeliveries } from './judge-deliveries.js';

const came = (...numbers: readonly number[]) => numbers.map((number) => ({ subject: 'a', number }));
const judged = (events: number, isInside: boolean, ...numbers: readonly number[]): string[] => {
  const consumer = { name: 'it', effects: came(...numbers), isInside };
  return judgeDeliveries(new Map([['a', events]]), consumer).map(({ what }) => what);
};
const [lost, early, again] = [
  'it did not get each event, and no others',
  'it got an event before an earlier one of its subject',
  'it got an event again that was marked as delivered',
] as const;

describe('Judging deliveries', () => {
  it('is content with each event in order; outside also with one that comes twice in a row', () => {
    expect(judged(3, true, 1, 2, 3)).to.deep.equal([]);
    expect(judged(3, false, 1, 2, 2, 2, 3)).to.deep.equal([]);
  });

  it('names one that did not come, and one that never happened', () => {
    expect(judged(3, true, 1, 2)).to.deep.equal([lost]);
    expect(judged(2, true, 1, 2, 3)).to.deep.equal([lost]);
  });

  it('names one that came before an earlier one', () => {
    expect(judged(3, true, 1, 3, 2)).to.deep.equal([early]);
  });

  it('names one that came twice in MySQL, and outside one that came again after the next', () => {
    expect(judged(2, true, 1, 1, 2)).to.deep.equal([again]);
    expect(judged(2, false, 1, 2, 1)).to.deep.equal([again]);
  });
});
