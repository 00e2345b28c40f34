import { expect } from 'chai';
import { shownOwner } from '../../src/http/shown-device.js';

const ownerOf = (token: string) => (token === 'of Erika' ? 'Erika' : null);
const shown = (json: string) => shownOwner(Buffer.from(json), ownerOf);

describe('The device that a sign-in shows', () => {
  it('is its owner’s, by a token of ours', () => {
    expect(shown('{"email":"erika@example.org","deviceToken":"of Erika"}')).to.equal('Erika');
  });

  it('is nobody’s without one, or with what is none', () => {
    for (const json of ['{"email":"erika@example.org"}', '{"deviceToken":"made up"}', '{"deviceToken":7}'])
      expect(shown(json), json).to.equal(null);
    for (const json of ['', '{"deviceToken":', '["deviceToken"]', 'null "deviceToken"'])
      expect(shown(json), json).to.equal(null);
    expect(shownOwner(undefined, ownerOf)).to.equal(null);
  });

  it('is not looked for in a body that is larger than any sign-in', () => {
    const padding = ' '.repeat(8 * 1_024);
    expect(shown(`{"deviceToken":"of Erika"${padding}}`)).to.equal(null);
  });
});
