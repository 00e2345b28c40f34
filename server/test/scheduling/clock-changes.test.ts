import { expect } from 'chai';
import { sampleOfChanges } from '../../../prove/zones/clock-changes.js';
import { checkChange } from '../../../prove/zones/slot-checks.js';
import { Draws } from '../../src/generate/draws.js';
import { WallClocks } from './wall-clock-oracle.js';

/** What `npm run prove -- zones` tries, without the API. */
describe('Slots where clocks are changed', () => {
  it('are what the wall clock shows, in a sample of ten years in all zones', () => {
    const sample = sampleOfChanges(30, new Draws(7).about(1, 0));
    for (const [number, change] of sample.entries())
      expect(checkChange(change, new WallClocks(change.zone), new Draws(7).about(2, number))).to.deep.equal(
        [],
      );
    expect(sample.length).to.be.at.least(30);
  });
});
