import { eventually, openStores, type Stores } from '../clinical/clinical-cast.js';
import { type Clinic, sharedUrls, startClinic } from '../support/clinic.js';
import { type LostCommit, type MysqlProxy, startMysqlProxy } from '../support/mysql-proxy.js';
import { type ChaosCast, chaosCast } from './cast.js';
import { admitPatient, planHoliday } from './desk-stories.js';
import { FlakyProxy } from './flaky-proxy.js';
import { type Scene, Story } from './story.js';
import { holdAndConfirm } from './visit-stories.js';

type Plot = (story: Story, cast: ChaosCast) => Promise<void>;

/** A story, and a statement of the call in it whose COMMIT is lost. */
const plots: [Plot, string][] = [
  [admitPatient, 'insert into `patients`'],
  [admitPatient, 'update `patients`'],
  [planHoliday, 'insert into `holidays`'],
  [planHoliday, 'delete from `holidays`'],
  [holdAndConfirm, 'delete from `holds`'],
];

describe('A call whose COMMIT was lost', () => {
  let mysql: MysqlProxy;
  let clinic: Clinic;
  let proxy: FlakyProxy;
  let stores: Stores;
  let cast: ChaosCast;
  let scene: Scene;

  before(async () => {
    mysql = await startMysqlProxy(sharedUrls().mysqlUrl);
    clinic = await startClinic({ ...sharedUrls(), mysqlUrl: mysql.url });
    proxy = await FlakyProxy.start(clinic.baseUrl);
    stores = await openStores(clinic);
    cast = await chaosCast(clinic, proxy);
    scene = { seed: 1, clinic, proxy, stores, done: new Map(), met: [] };
  });
  after(async () => {
    await stores?.close();
    await proxy?.stop();
    await clinic?.close();
    await mysql?.stop();
  });

  const unknownOutcomes = () => scene.met.filter((one) => one === 'answered 503 outcome_unknown').length;

  it('asks again by itself, and ends with its one effect, twenty times', async () => {
    const noFaults = () => [];
    for (let number = 0; number < 20; number++) {
      const [plot, marker] = plots[number % plots.length] ?? [admitPatient, ''];
      const when: LostCommit = number % 2 === 0 ? 'after' : 'before';
      mysql.loseCommit(when, marker);
      await plot(new Story(scene, number, noFaults), cast);
      await eventually('the lost COMMIT was met', async () => unknownOutcomes() === number + 1);
    }
  });
});
