import { expect } from 'chai';
import { madeUp } from '../clients/made-up.js';
import type { Broken } from '../kernel/proof.js';
import { judgeAnswersEqual, judgeEffects } from './judge-effects.js';
import type { Thrice } from './thrice.js';

const sent = (...answers: object[]): Thrice => {
  const errands = answers.map((answer) => madeUp(answer));
  return { write: { wanted: madeUp({}).wanted, event: 'patient.created' }, errands };
};

const whatOf = (broken: readonly Broken[]): string[] => broken.map(({ what }) => what);

describe('Judging copies of one write', () => {
  const once = new Map([['patient.created 1', 1]]);

  it('is content with one effect and equal answers, whatever the order of their fields', () => {
    const write = sent({ id: '1', version: 1 }, { version: 1, id: '1' });
    expect([...judgeEffects([write], once), ...judgeAnswersEqual([write])]).to.deep.equal([]);
  });

  it('names a key that made two things', () => {
    const found = new Map([...once, ['patient.created 2', 1]]);
    const broken = judgeEffects([sent({ id: '1' }, { id: '2' })], found);
    expect(whatOf(broken)).to.deep.equal(['one key had effects on several things']);
  });

  it('names an effect that is missing, and one that nobody asked for', () => {
    expect(whatOf(judgeEffects([sent({ id: '1' })], new Map()))).to.deep.equal([
      'an acknowledged write has no effect',
    ]);
    expect(whatOf(judgeEffects([], once))).to.deep.equal(['there are more effects than acknowledged writes']);
  });

  it('names answers that differ', () => {
    expect(whatOf(judgeAnswersEqual([sent({ id: '1' }, { id: '1', version: 2 })]))).to.deep.equal([
      'the copies of one write were answered differently',
    ]);
  });
});
