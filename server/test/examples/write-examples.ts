import { writeFileSync } from 'node:fs';
import { startClinic } from '../support/clinic.js';
import { examplesFile, recordExamples, textOf } from './record-examples.js';

// A test file, so that it gets engines and a clinic like one, and so that no answer in it breaks the contract.
describe('npm run generate:examples', () => {
  it('records the examples of the API anew, in sdk/examples.json', async () => {
    const clinic = await startClinic();
    try {
      const { examples } = await recordExamples(clinic);
      writeFileSync(examplesFile, textOf(examples));
    } finally {
      await clinic.close();
    }
  });
});
