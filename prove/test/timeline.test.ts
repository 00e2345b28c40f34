import { expect } from 'chai';
import type { Series } from '../kernel/proof.js';
import { drawTimeline } from '../kernel/timeline.js';

describe('The picture of a run', () => {
  const spread = (count: number, overMs: number) =>
    Array.from({ length: count }, (_, index) => (index / count) * overMs);
  const done: Series = { name: 'done', tone: 'good', atMs: spread(200_000, 10_000), promised: 16_000 };
  const failed: Series = { name: 'failed', tone: 'bad', atMs: [4_500] };
  const refused: Series = { name: 'refused', tone: 'refused', atMs: [] };
  const spans = [{ name: 'MongoDB <cut>', fromMs: 4_000, untilMs: 6_000 }];
  const svg = drawTimeline({ series: [done, refused, failed], spans }, 'P0 example');

  it('shows one failure as high as twenty thousand answers a second, and no panel for what never was', () => {
    const highest = [...svg.matchAll(/<polyline points="([^"]+)"/g)].map(([, points = '']) =>
      Math.min(...points.split(' ').map((point) => Number(point.split(',')[1]))),
    );
    expect(highest).to.deep.equal([36, 36 + 110 + 26]);
    expect(svg).to.include('refused (0)');
  });

  it('marks what is promised, and says which fault was on', () => {
    expect(svg).to.include('promised: 16000');
    expect(svg).to.include('MongoDB &lt;cut&gt;');
  });
});
