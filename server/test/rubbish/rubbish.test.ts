import { expect } from 'chai';
import { pourOver } from '../../../prove/rubbish/downpour.js';
import { type Clinic, startClinic } from '../support/clinic.js';

/** What `npm run prove -- rubbish` sends, a small dose of it and in this process. */
describe('Bad input on every operation', () => {
  let clinic: Clinic;

  before(async () => {
    clinic = await startClinic();
  });
  after(() => clinic.close());

  it('gets a 4xx problem document that tells nothing, at least 2,000 times, and makes no row', async function () {
    this.timeout(240_000);
    const { shower, broken } = await pourOver(
      { clinic, urls: clinic.urls },
      {
        rounds: 1,
        seed: 7,
        allowedMs: Number.POSITIVE_INFINITY,
        report: () => {},
        signal: new AbortController().signal,
      },
    );
    expect(broken).to.deep.equal([]);
    expect(shower.sent).to.be.at.least(2_000);
  });

  it('leaves the server healthy', async () => {
    expect((await fetch(`${clinic.baseUrl}/health/ready`)).status).to.equal(200);
  });
});
