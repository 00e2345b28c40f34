import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { WaitingLine } from '../../src/lib/waiting-line.js';

/** @returns false when the line is closed */
function tryToJoin(line: WaitingLine, begin = () => {}): boolean {
  if (line.isClosed) return false;
  line.join(begin);
  return true;
}

describe('A waiting line', () => {
  it('lets so many work at once, and the next ones in the order in which they came', () => {
    const line = new WaitingLine({ atOnce: 2, longest: 10 });
    const begun: number[] = [];
    for (const who of [0, 1, 2, 3]) line.join(() => begun.push(who));
    expect(begun).to.deep.equal([0, 1]);
    line.leave();
    expect(begun).to.deep.equal([0, 1, 2]);
    line.leave();
    line.leave();
    line.leave();
    line.join(() => begun.push(4));
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
    line.leave();
    line.leave();
    expect(begun).to.equal(3);
    expect(join()).to.equal(true);
  });

  it('takes the next crowd for one after it has been empty for a while', async () => {
    const line = new WaitingLine({ atOnce: 1, longest: 500 });
    for (let count = 0; count < 2; count++) line.join(() => {});
    await pause(1_100);
    line.leave();
    line.leave();
    await pause(250);
    const joined = Array.from({ length: 100 }, () => tryToJoin(line));
    expect(joined).to.not.include(false);
  });
});
