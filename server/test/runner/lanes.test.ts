import { expect } from 'chai';
import { committedSeconds } from './file-seconds.js';
import type { LaneProcess } from './lane-process.js';
import { runInLanes } from './lanes.js';
import { needsQuiet } from './needs-quiet.js';
import { allTests, inParts, longestFirst } from './test-files.js';

describe('The lanes of a test run', () => {
  it('take the longest files first, and new ones for middling', () => {
    const seconds = { 'short.ts': 1, 'middling.ts': 5, 'long.ts': 60 };
    const files = ['short.ts', 'new.ts', 'long.ts', 'middling.ts'];
    expect(longestFirst(files, seconds)).to.deep.equal(['long.ts', 'new.ts', 'middling.ts', 'short.ts']);
    expect(longestFirst(files, {})).to.deep.equal(files);
  });

  it('end together, each taking the next file when it is through with its last one', async () => {
    const order = ['long', 'short 1', 'short 2', 'short 3'];
    const taken: [string, string][] = [];
    let letLongEnd = () => {};
    const longHasTime = new Promise<void>((resolve) => {
      letLongEnd = resolve;
    });
    const lane = (name: string) => ({
      run: async (file: string) => {
        taken.push([name, file]);
        if (file === 'long') await longHasTime;
        if (file === 'short 3') letLongEnd();
        return { file };
      },
    });
    const ended: string[] = [];
    const lanes = [lane('a'), lane('b')] as unknown as LaneProcess[];
    await runInLanes(order, lanes, ({ file }) => ended.push(file));
    expect(taken).to.deep.equal([
      ['a', 'long'],
      ['b', 'short 1'],
      ['b', 'short 2'],
      ['b', 'short 3'],
    ]);
    expect(ended.toSorted()).to.deep.equal(order);
  });

  it('leave to the last part what needs quiet, and lose no file', () => {
    const tests = allTests();
    const { together, alone } = inParts(tests);
    expect([...together, ...alone].toSorted()).to.deep.equal(tests);
    expect(alone.toSorted()).to.deep.equal([...needsQuiet].toSorted());
  });

  it('know no times of files that are gone', () => {
    expect(Object.keys(committedSeconds()).filter((file) => !allTests().includes(file))).to.deep.equal([]);
  });
});
