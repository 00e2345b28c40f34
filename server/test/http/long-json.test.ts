import { expect } from 'chai';
import { longJson, longListIn } from '../../src/http/long-json.js';

describe('A long list', () => {
  const items = Array.from({ length: 5_000 }, (_, index) => ({
    startsAt: `2027-01-01T00:00:00.${index}Z`,
    text: '"ä\u2028',
  }));

  for (const [name, data] of Object.entries<object>({
    'a list': items,
    'a page': { items, nextCursor: null },
    'a page of nothing else': { items },
    'a page whose items come last': { total: 3, items },
    'a page of few long texts': { items: Array(3).fill({ text: 'x'.repeat(100_000) }), nextCursor: 'a"b' },
  }))
    it(`is written as JSON.stringify writes it, when it is ${name}`, async () => {
      const list = longListIn(data);
      expect(list).not.to.equal(null);
      if (list) expect(JSON.parse(await longJson(list))).to.deep.equal(data);
    });

  it('is not what has few items, none, or no items at all', () => {
    for (const data of [[], [1], items.slice(0, 200), { items: [] }, { items: 'none' }, {}, null, 'text', 1])
      expect(longListIn(data)).to.equal(null);
  });
});
