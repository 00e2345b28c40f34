import { expect } from 'chai';
import type { DeliveredEvent } from '../../src/events/subscriptions.js';
import { type Clinic, must, sharedUrls, startClinic } from '../support/clinic.js';
import { until } from '../support/until.js';

describe('A running clinic', () => {
  let clinic: Clinic;
  const got: DeliveredEvent[] = [];

  before(async () => {
    clinic = await startClinic(sharedUrls(), undefined, [
      {
        consumer: 'signs',
        kinds: ['department.created'],
        subjectOf: ({ subjectId }) => subjectId,
        apply: async (_tx, event) => {
          got.push(event);
        },
      },
    ]);
  });
  after(() => clinic.close());

  it('brings what requests did to whoever subscribed, and counts it', async () => {
    const department = await must(
      clinic.call(clinic.admin, 'POST', '/departments', {
        body: { name: 'Radiology', location: '1st floor' },
      }),
    );
    await until(() => got.length === 1);
    expect(got[0]).to.deep.include({ kind: 'department.created', subjectId: department.id });
    const metrics = async () => (await fetch(`${clinic.baseUrl}/metrics`)).text();
    await until(async () =>
      (await metrics()).includes('medweave_event_attempts_total{consumer="signs",outcome="delivered"} 1'),
    );
    expect(await metrics()).to.include('medweave_event_deliveries_waiting{consumer="signs"} 0');
  });
});
