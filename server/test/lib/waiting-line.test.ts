import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { WaitingLine } from '../../src/lib/waiting-line.js';

const here = '192.0.2.1';
const elsewhere = '192.0.2.2';

/** @returns false when the line is closed */
function tryToJoin(line: WaitingLine, begin = () => {}, network = here): boolean {
  if (line.isClosedTo(network)) return false;
  line.join(network, begin);
  return true;
}

describe('A waiting line', () => {
  it('lets so many work at once, and the next ones in the order in which they came', () => {
    const line = new WaitingLine({ atOnce: 2, longest: 10 });
    const begun: number[] = [];
    for (const who of [0, 1, 2, 3]) line.join(here, () => begun.push(who));
    expect(begun).to.deep.equal([0, 1]);
    line.leave(here);
    expect(begun).to.deep.equal([0, 1, 2]);
    line.leave(here);
    line.leave(here);
    line.leave(here);
    line.join(here, () => begun.push(4));
    expect(begun).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('lets a crowd wait up to its length and refuses who comes then', () => {
    const line = new WaitingLine({ atOnce: 1, longest: 500 });
    const joined = Array.from({ length: 510 }, () => tryToJoin(line));
    expect(joined.filter(Boolean)).to.have.length(501);
    expect(joined.slice(501)).to.not.include(true);
  });

  it('refuses newcomers in a flood, as long as the first in line has waited, and nobody who came before', async () => {
    const line = new WaitingLine({ atOnce: 1, longest: 500 });
    let begun = 0;
    const join = () => tryToJoin(line, () => begun++);
    for (let count = 0; count < 3; count++) join();
    await pause(1_100);
    expect(join()).to.equal(false);
    line.leave(here);
    line.leave(here);
    expect(begun).to.equal(3);
    expect(join()).to.equal(true);
  });

  it('takes the next crowd for one after it has been empty for a while', async () => {
    const line = new WaitingLine({ atOnce: 1, longest: 500 });
    for (let count = 0; count < 2; count++) line.join(here, () => {});
    await pause(1_100);
    line.leave(here);
    line.leave(here);
    await pause(250);
    const joined = Array.from({ length: 100 }, () => tryToJoin(line));
    expect(joined).to.not.include(false);
  });

  it('lets networks take turns, so that nobody waits behind all requests of another', () => {
    const line = new WaitingLine({ atOnce: 1, longest: 500 });
    const begun: string[] = [];
    const join = (network: string, who: string) => line.join(network, () => begun.push(who));
    for (const who of ['a1', 'a2', 'a3', 'a4']) join(here, who);
    join(elsewhere, 'b1');
    for (let count = 0; count < 3; count++) line.leave(here);
    expect(begun).to.deep.equal(['a1', 'a2', 'b1', 'a3']);
  });

  it('is open to a network that has less than its share, however many of another wait', async () => {
    const line = new WaitingLine({ atOnce: 4, longest: 2 });
    for (let count = 0; count < 6; count++) expect(tryToJoin(line)).to.equal(true);
    expect(tryToJoin(line)).to.equal(false);
    expect(tryToJoin(line, () => {}, elsewhere)).to.equal(true);
    expect(tryToJoin(line, () => {}, elsewhere)).to.equal(true);
    expect(
      tryToJoin(line, () => {}, elsewhere),
      'half of all places',
    ).to.equal(false);
    await pause(1_100); // a flood by now
    expect(tryToJoin(line, () => {}, '192.0.2.3')).to.equal(true);
    expect(tryToJoin(line)).to.equal(false);
  });

  it('does not grow with the number of networks', () => {
    const line = new WaitingLine({ atOnce: 4, longest: 0 });
    const joined = Array.from({ length: 50 }, (_, index) => tryToJoin(line, () => {}, `network ${index}`));
    expect(joined.filter(Boolean)).to.have.length(4);
  });

  it('forgets who has left', () => {
    const line = new WaitingLine({ atOnce: 2, longest: 1 });
    for (let count = 0; count < 3; count++) line.join(elsewhere, () => {});
    for (let count = 0; count < 3; count++) line.leave(elsewhere);
    for (let count = 0; count < 3; count++) expect(tryToJoin(line)).to.equal(true);
    expect(tryToJoin(line)).to.equal(false);
  });
});
