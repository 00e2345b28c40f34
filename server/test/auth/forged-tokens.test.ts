import { expect } from 'chai';
import { Api } from '../../../prove/rubbish/description.js';
import { forgeries } from '../../../prove/tokens/forgeries.js';
import { Knocks } from '../../../prove/tokens/knocks.js';
import { refreshForgeries, tryRefresh } from '../../../prove/tokens/refresh-forgeries.js';
import { type Keys, makeKeys, type Victim, victimOf } from '../../../prove/tokens/victims.js';
import { Draws } from '../../src/generate/draws.js';
import { type Clinic, must, signIn, startClinic } from '../support/clinic.js';
import { patient } from '../support/people.js';

const knocksPerKind = 3;
/** Longer than any process remembers a session. */
const oneSecond = () => new Promise((resolve) => setTimeout(resolve, 1_000));

/** What `npm run prove -- tokens` tries, each kind a few times and in this process. */
describe('A token that is not ours', () => {
  let clinic: Clinic;
  let victims: [Victim, Victim];
  let ended: Victim;
  let keys: Keys;

  before(async () => {
    clinic = await startClinic();
    victims = [victimOf(clinic.admin), victimOf((await patient(clinic)).user)];
    keys = makeKeys(clinic.composed.config.secret);
    const { email } = clinic.admin.user;
    ended = victimOf(await signIn(clinic.call, email));
    await must(clinic.call(ended.user, 'POST', '/auth/logout'));
    await oneSecond();
  });
  after(() => clinic.close());

  const api = new Api();
  const knocksHere = () => new Knocks(clinic.baseUrl, api);

  it('is told from ours, which are accepted', async () => {
    expect(await knocksHere().showGood(victims)).to.deep.equal([]);
  });

  for (const [number, forgery] of forgeries.entries())
    it(`is refused: ${forgery.kind}`, async () => {
      const knocks = knocksHere();
      for (let time = 0; time < knocksPerKind; time++) {
        const turn = number * knocksPerKind + time;
        const [victim, other] = time % 2 === 0 ? victims : [victims[1], victims[0]];
        const draws = new Draws(7).about(1, turn);
        await knocks.knock(turn, forgery, { draws, victim, other, ended, keys });
      }
      expect(knocks.broken).to.deep.equal([]);
    });

  for (const [number, kind] of Object.keys(refreshForgeries).entries())
    it(`is refused as a refresh token: ${kind}`, async () => {
      const draws = new Draws(7).about(2, number);
      expect(await tryRefresh(clinic, kind, clinic.admin.user.email, draws)).to.equal(null);
    });

  it('is not quoted by its refusal', async () => {
    const forged = `${victims[0].user.accessToken}x`;
    const { body } = await clinic.call({ ...clinic.admin, accessToken: forged }, 'GET', '/auth/me');
    expect(JSON.stringify(body)).not.to.include(forged.slice(0, 20));
  });

  it('has harmed nobody whose name it bore', async () => {
    expect(await knocksHere().showGood(victims)).to.deep.equal([]);
  });
});
