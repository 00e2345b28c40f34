import { expect } from 'chai';
import { pino } from 'pino';
import { Attempts } from '../../../prove/rig/attempts.js';
import { openPlace, type Place, withdrawals } from '../../../prove/withdrawn/subjects.js';
import { watch } from '../../../prove/withdrawn/watch.js';
import { compose } from '../../src/compose.js';
import { Draws } from '../../src/generate/draws.js';
import { type Serving, serve } from '../../src/serve.js';
import { type Clinic, startClinic } from '../support/clinic.js';

/** What `npm run prove -- withdrawn` tries, each way once and on two servers in this process. */
describe('A right that was withdrawn', () => {
  let clinic: Clinic;
  let other: Serving;
  let place: Place;

  before(async () => {
    clinic = await startClinic();
    other = await serve(compose(clinic.composed.config, clinic.urls, pino({ level: 'silent' })));
    place = await openPlace(clinic);
  });
  after(async () => {
    await other?.stop();
    await clinic?.close();
  });

  for (const [number, [kind, make]] of Object.entries(withdrawals).entries())
    it(`is gone everywhere within a second: ${kind}`, async () => {
      const draws = new Draws(7).about(1, number);
      const scene = { name: kind, baseUrls: [clinic.baseUrl, other.url], attempts: new Attempts(), draws };
      expect(await watch(await make(place, draws), scene)).to.deep.equal([]);
    });
});
