import { expect } from 'chai';
import { chooseTests } from './changed.js';
import { ImportGraph } from './import-graph.js';
import { allTests } from './test-files.js';

describe('The tests that a change touches', () => {
  const tests = allTests();
  const graph = new ImportGraph();
  const touchedBy = (...changed: string[]) => chooseTests(changed, tests, graph).files;

  it('are those that import it, also by way of others, and no more', () => {
    const touched = touchedBy('server/src/http/admission.ts');
    expect(touched).to.include.members(['server/test/http/admission.test.ts']);
    expect(touched).to.not.include.members(['sdk/test/retries.test.ts']);
    expect(touched.length).to.be.lessThan(tests.length);
  });

  it('are the test itself when it has changed', () => {
    const test = 'server/test/runner/changed.test.ts';
    expect(chooseTests([test], tests, { allNeededBy: (file) => new Set([file]) }).files).to.deep.equal([
      test,
    ]);
  });

  it('are those that start it as a program, too', () => {
    expect(touchedBy('server/src/import/main.ts')).to.include('server/test/import/killed-import.test.ts');
    expect(touchedBy('server/test/support/contract-preload.ts')).to.include(
      'server/test/http/restarts.test.ts',
    );
  });

  it('are those that read it, too', () => {
    expect(touchedBy('sdk/openapi.json')).to.include('server/test/contract/live-answers.test.ts');
    expect(touchedBy('docs/sdk/README.md')).to.include('server/test/guide/reference.test.ts');
    expect(touchedBy('docs/guide/patient-app.md')).to.include('server/test/guide/guide.test.ts');
  });

  it('are all when it is of the database, of the packages or of what every test needs', () => {
    for (const file of ['sql/migrations/001.sql', 'package-lock.json', 'server/test/support/calls.ts']) {
      const { files, why } = chooseTests(['docs/promises.md', file], tests, graph);
      expect(files, file).to.deep.equal(tests);
      expect(why).to.include(file);
    }
  });

  it('are all when nobody knows who needs it', () => {
    const { files, why } = chooseTests(['server/src/a-folder/that-nobody-imports.ts'], tests, graph);
    expect(files).to.deep.equal(tests);
    expect(why).to.include('that-nobody-imports.ts');
  });

  it('are none when it is a text that only the checks read, or a test that was removed', () => {
    expect(touchedBy('docs/decisions/no-partitions.md', 'README.md')).to.deep.equal([]);
    expect(touchedBy('server/test/http/was-here-once.test.ts')).to.deep.equal([]);
  });
});
