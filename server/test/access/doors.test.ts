import { expect } from 'chai';
import { toStrangers, withoutFunction } from '../../../prove/doors/closed-doors.js';
import { everyOperation, type Part, parts } from '../../../prove/doors/go-round.js';
import { furnish, type House } from '../../../prove/doors/house.js';
import { findNothing } from '../../../prove/doors/lists.js';
import { type Matrix, matrix } from '../../../prove/doors/matrix.js';
import { intoBodies } from '../../../prove/doors/smuggling.js';
import { withhold } from '../../../prove/doors/views.js';
import type { Visit } from '../../../prove/doors/visit.js';
import { Verdicts } from '../../../prove/kernel/verdicts.js';
import { Draws } from '../../src/generate/draws.js';
import { type Clinic, startClinic } from '../support/clinic.js';

/** What `npm run prove -- doors` tries, in a small dose and in this process. */
describe('Every door of the API', function () {
  this.timeout(240_000);
  let clinic: Clinic;
  let house: House;

  before(async () => {
    clinic = await startClinic();
    house = await furnish(clinic, clinic.urls, [clinic.baseUrl]);
  });
  after(async () => {
    await house.stores.close();
    await clinic.close();
  });

  const visit = (by: Matrix = matrix): Visit => ({
    ...{ house, matrix: by, verdicts: new Verdicts(), dose: 'small' },
    draws: new Draws(7),
  });

  for (const [fact, part] of Object.entries(parts))
    it(fact, async () => {
      const round = visit();
      await part(round);
      expect(round.verdicts.judged).to.be.above(0);
      expect(round.verdicts.broken).to.deep.equal([]);
    });

  const { users_list: _left, ...withoutUsers } = matrix.cells;
  type Slip = [hole: string, part: Part, by: Partial<Matrix>, found: string];
  const slips: Slip[] = [
    [
      'an operation that the table lacks',
      everyOperation,
      { cells: withoutUsers },
      'users_list is an operation without a line in the table',
    ],
    [
      'a door that is open to a role without the function',
      withoutFunction,
      { cells: { ...matrix.cells, appointments_get: '– O O A – – –' } },
      'appointments_get is closed to patient, who lacks the function',
    ],
    [
      'a thing of somebody else that is shown',
      toStrangers,
      { cells: { ...matrix.cells, patients_get: 'O O O O – A –' } },
      'patients_get tells receptionist nothing about what is not hers',
    ],
    [
      'a list without its scope',
      findNothing,
      { cells: { ...matrix.cells, appointments_list: 'O O O O – – –' } },
      'appointments_list shows receptionist nothing of what is not hers',
    ],
    [
      'a right that a body brings along',
      intoBodies,
      { told: { ...matrix.told, users_create: ['doctorId'] } },
      'users_create refuses role in body',
    ],
    [
      'a field that is told to a role that it is not for',
      withhold,
      { withheld: { patients_get: { receptionist: ['phone'] } } },
      'patients_get withholds phone from receptionist',
    ],
  ];
  for (const [hole, part, by, found] of slips)
    it(`would be found open: ${hole}`, async () => {
      const round = visit({ ...matrix, ...by });
      await part(round);
      expect(round.verdicts.broken.map(({ what }) => what)).to.include(found);
    });
});
