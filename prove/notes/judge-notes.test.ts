import { expect } from 'chai';
import { madeUp } from '../clients/made-up.js';
import type { Broken } from '../kernel/proof.js';
import type { KeptDocument, KnownVersion } from './both-stores.js';
import { judgeForeign, judgeKept, judgeOrphans, judgeReadAtOnce, judgeReadBack } from './judge-notes.js';
import type { Acknowledged } from './note-clients.js';

const place = { noteId: 'note 1', recordUuid: 'record 1', patientId: 'patient 1' };
const read = madeUp({ ...place, text: 'Cough' }, { status: 200 });
const note: Acknowledged = {
  ...{ ...place, text: 'Cough', read, errands: [read] },
  author: { who: read.wanted.who, records: [] },
};
const document: KeptDocument = {
  ...{ ...place, documentId: 'document 1', authorId: 'somebody', version: 1, text: 'Cough' },
};
const version: KnownVersion = {
  ...{ ...place, documentId: 'document 1', authorId: 'somebody', version: 1 },
  ...{ state: 'verified', isBodyKept: false },
};

const whatOf = (broken: readonly Broken[]): string[] => broken.map(({ what }) => what);

describe('Judging notes', () => {
  it('is content with a note that is where it belongs', () => {
    const broken = [
      ...judgeReadAtOnce([note]),
      ...judgeKept([note], [document]),
      ...judgeForeign([], [note], [version], [document]),
      ...judgeOrphans([version], [document], [note]),
      ...judgeReadBack([{ note, errand: read }]),
    ];
    expect(broken).to.deep.equal([]);
  });

  it('names a note that is lost, altered or misplaced', () => {
    const altered = [{ ...document, text: 'No cough' }];
    expect(judgeKept([note], [])).to.have.length(1);
    expect(whatOf(judgeKept([note], altered))).to.deep.equal([
      'an acknowledged note is not in MongoDB as it was sent',
    ]);
    expect(whatOf(judgeKept([note], [{ ...document, recordUuid: 'record 2' }]))).to.deep.equal([
      'a note lies under a foreign record, patient or author',
    ]);
  });

  it('names a note that its author could not read at once', () => {
    const waiting = madeUp({}, { status: 503, code: 'mongo_unavailable' });
    const late = { ...read, requests: [...waiting.requests, ...read.requests] };
    expect(whatOf(judgeReadAtOnce([{ ...note, read: late }]))).to.deep.equal([
      'a note had to wait for MongoDB to be read by its author',
    ]);
  });

  it('names a foreign post that was accepted, or stored although it was refused', () => {
    const post = { body: { text: 'Cough' } };
    expect(whatOf(judgeForeign([madeUp({ id: 'note 2' }, post)], [note], [version], []))).to.deep.equal([
      'a note was accepted for a record that is not its author’s or not its patient’s',
    ]);
    const refused = madeUp({}, { ...post, status: 404, code: 'record_not_found' });
    expect(whatOf(judgeForeign([refused], [note], [version], [document]))).to.deep.equal([
      'a refused note is in MongoDB',
    ]);
  });

  it('names orphans in either store', () => {
    expect(whatOf(judgeOrphans([version], [], [note]))).to.deep.equal([
      'MySQL refers to a document that MongoDB does not have',
    ]);
    expect(whatOf(judgeOrphans([], [document], [note]))).to.deep.equal([
      'MongoDB has a document that MySQL does not refer to',
    ]);
    expect(whatOf(judgeOrphans([{ ...version, state: null }], [document], [note]))).to.deep.equal([
      'a note is missing in the register of documents',
    ]);
  });
});
