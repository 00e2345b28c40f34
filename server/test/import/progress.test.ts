import { expect } from 'chai';
import { ConsoleProgress } from '../../src/lib/progress.js';

const emptyLine = '\r\x1b[K';
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('The progress of an import', () => {
  it('is a bar that is redrawn at a terminal, no wider than it', async () => {
    const written: string[] = [];
    const progress = new ConsoleProgress({ isTTY: true, columns: 60, write: (text) => written.push(text) });
    progress.begin(2_000);
    progress.enter('encounters');
    await wait(110);
    progress.advance(1_000);
    progress.end();
    expect(written).to.have.length(2);
    const [bar = '', end] = written;
    expect(bar.slice(emptyLine.length)).to.have.length(59);
    expect(bar).to.include(`${emptyLine}[${'#'.repeat(12)}${' '.repeat(12)}]  50 %  1,000 of 2,000`);
    expect(end).to.equal(emptyLine);
  });

  it('is silent elsewhere as long as it takes no time', () => {
    const written: string[] = [];
    const progress = new ConsoleProgress({ write: (text) => written.push(text) });
    progress.begin(10);
    progress.advance(10);
    progress.end();
    expect(written).to.deep.equal([]);
  });
});
