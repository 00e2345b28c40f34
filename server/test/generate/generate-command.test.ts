import { expect } from 'chai';
import { readCommand } from '../../src/generate/generate-command.js';
import { ConfigError } from '../../src/lib/errors.js';
import { dayOfDate } from '../../src/lib/time.js';

const nowMs = Date.parse('2026-11-21T10:00:00Z');
const read = (line: string) => readCommand(line === '' ? [] : line.split(' '), nowMs);

describe('npm run generate', () => {
  it('makes the classic clinic when nothing is said, with documents for a fifth of its visits', () => {
    expect(read('')).to.deep.equal({
      patients: 10_000,
      doctors: 200,
      appointments: 50_000,
      notes: 10_000,
      observations: 10_000,
      seed: 1,
      untilDay: dayOfDate('2026-11-21'),
    });
  });

  it('takes five million appointments', () => {
    const settings = read('--patients 250000 --appointments 5000000 --notes 1_000_000 --until 2026-06-30');
    expect(settings).to.include({
      appointments: 5_000_000,
      notes: 1_000_000,
      untilDay: dayOfDate('2026-06-30'),
    });
  });

  it('gives help when asked', () => {
    expect(read('--help')).to.equal('help');
  });

  it('says what is wrong with what makes no sense', () => {
    const wrong: [line: string, words: string][] = [
      ['--patients many', '--patients must be a whole number'],
      ['--doctors 0', '--doctors must be a whole number from 1'],
      ['--appointments 5000001', 'to 5000000'],
      ['--appointments 5000000', 'need at least --patients 50000'],
      ['--until 2026-11-22', 'not ahead'],
      ['--until 2026-02-30', '--until must be a date'],
      ['--colour blue', '--colour'],
      ['everything', 'everything'],
    ];
    for (const [line, words] of wrong) expect(() => read(line), line).to.throw(ConfigError, words);
  });
});
