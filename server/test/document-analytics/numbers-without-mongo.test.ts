import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { analyticStates } from '../../../mongo/collections/document-analytics.js';
import { compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import type { EngineProcess, Engines } from '../../src/engines/engines.types.js';
import { systemActor } from '../../src/lib/actor.js';
import { eventually } from '../clinical/clinical-cast.js';
import { startClinic } from '../support/clinic.js';
import { ownEngines } from '../support/engines.js';
import { ObservedClinic, type Posted } from './observed.js';

describe('Numbers about observations, while MongoDB is away', function () {
  this.timeout(240_000);
  let engines: Engines;
  let mongo: EngineProcess;
  let on: ObservedClinic;

  before(async () => {
    engines = await ownEngines();
    if (!engines.processes.mongo) throw new Error('This test stops MongoDB: it needs an engine of its own.');
    mongo = engines.processes.mongo;
    on = await ObservedClinic.open(await startClinic(engines));
    await eventually('the numbers are built', async () => (await frequency()).status === 200);
  });
  after(async () => {
    await on?.close();
    await on?.clinic.close();
    await engines?.stop();
  });

  const frequency = () =>
    on.clinic.call<{ rows: unknown[] }>(on.doctor(0).user, 'GET', '/analytics/symptom-frequency');
  const anotherProcess = () =>
    compose(readConfig({ NODE_ENV: 'test' }), on.clinic.urls, pino({ level: 'silent' }));
  const refresh = () => on.clinic.call(on.clinic.admin, 'POST', '/analytics/refresh');

  it('are refused, lose nothing, and go on by themselves when it returns', async () => {
    const [person] = await on.people(['1990-02-03']);
    const post = () =>
      on.post(on.doctor(0), person as Posted, '2026-01-05T12:00:00Z', { symptoms: [{ name: 'cough' }] });
    await post();
    mongo.kill('SIGKILL');
    await mongo.exited;
    for (let count = 0; count < 5; count++) await post();
    for (const path of ['symptom-frequency', 'symptoms-by-specialization', 'vital-trends?vital=x']) {
      const { status, body } = await on.clinic.call(on.clinic.admin, 'GET', `/analytics/${path}`);
      expect([path, status, body.code]).to.deep.equal([path, 503, 'mongo_unavailable']);
    }
    const refreshed = await refresh();
    expect([refreshed.status, refreshed.body.code]).to.deep.equal([503, 'mongo_unavailable']);
    await mongo.restart();
    await eventually('everything is counted', async () => {
      const { status, body } = await frequency();
      return (
        status === 200 && JSON.stringify(body.rows) === '[{"symptom":"cough","observations":6,"people":1}]'
      );
    });
    expect(await on.consumer.verify()).to.deep.equal([]);
  });

  it('are counted again where MongoDB was killed before it had written the last of them down', async () => {
    await on.stopWorkers();
    await on.consumer.catchUp();
    const client = new MongoClient(on.clinic.urls.mongoUrl);
    await client.db().collection('symptom_facts').deleteMany({});
    await client.close();
    const next = anotherProcess();
    try {
      for (const consumer of next.consumers) while (await consumer.turn());
    } finally {
      await next.close();
    }
    expect(await on.consumer.verify()).to.deep.equal([]);
  });

  it('go on in a process that finds a collection which MongoDB had lost, and a write has made anew', async () => {
    const [person] = await on.people(['1990-02-03']);
    await on.post(on.doctor(0), person as Posted, '2026-01-05T12:00:00Z', { symptoms: [{ name: 'cough' }] });
    const client = new MongoClient(on.clinic.urls.mongoUrl);
    const states = client.db().collection(analyticStates.name);
    const [remembered] = await states.find().toArray();
    await states.drop();
    await states.insertOne(remembered ?? {});
    await client.close();
    const next = anotherProcess();
    try {
      expect(await next.services.analytics.refresh(systemActor('test'))).to.have.property('asOf');
    } finally {
      await next.close();
    }
    expect(await on.consumer.verify()).to.deep.equal([]);
  });
});
