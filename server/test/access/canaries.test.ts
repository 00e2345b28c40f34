import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { pino } from 'pino';
import { Verdicts } from '../../../prove/kernel/verdicts.js';
import { Canaries } from '../../../prove/leaks/canaries.js';
import {
  inLogs,
  inMetrics,
  inRedis,
  inRefusals,
  inStores,
  inTokens,
  inUrls,
} from '../../../prove/leaks/places.js';
import { playScene, type Scene } from '../../../prove/leaks/scene.js';
import { type Clinic, sharedUrls, startClinic } from '../support/clinic.js';

/** What `npm run prove -- leaks` tries, in a small dose and in this process. */
describe('What the clinic knows of a patient', () => {
  let clinic: Clinic;
  let scene: Scene | undefined;
  const logged: string[] = [];

  before(async function () {
    this.timeout(240_000);
    const sink = new PassThrough();
    sink.on('data', (chunk: Buffer) => logged.push(chunk.toString()));
    clinic = await startClinic(sharedUrls(), pino({ level: 'debug' }, sink));
    scene = await playScene(clinic, { urls: clinic.urls, dose: 'small', seed: 7 });
  });
  after(async () => {
    await scene?.close();
    await clinic.close();
  });

  type Place = (look: { scene: Scene; verdicts: Verdicts }) => Promise<void> | void;
  const places: [string, Place][] = [
    ['is refused in words that repeat none of it', inRefusals],
    ['is in no header and in no position of a list', inUrls],
    ['is in no access token: they name the session, and nothing else', inTokens],
    ['is in no line of the log, not even at debug level', (look) => inLogs(look, logged.join(''))],
    ['is in no metric', (look) => inMetrics(look, clinic.baseUrl)],
    ['never reaches Redis', inRedis],
    ['is in MySQL and MongoDB where it belongs, and nowhere else', inStores],
  ];
  for (const [fact, look] of places)
    it(fact, async () => {
      const verdicts = new Verdicts();
      await look({ scene: scene ?? expect.fail(), verdicts });
      expect(verdicts.judged).to.be.above(0);
      expect(verdicts.broken).to.deep.equal([]);
    });

  it('would be found: as it is, in capitals, in base64 wherever it begins, and in hex', () => {
    const canaries = new Canaries(7);
    canaries.word('another');
    const values = [canaries.word('word'), canaries.email('address'), canaries.phone('phone')];
    canaries.adopt('MRN', 'MW123456789');
    for (const value of [...values, 'MW123456789'])
      for (const text of [
        `level 30 ${value}, and more`,
        value.toUpperCase(),
        Buffer.from(value).toString('hex'),
        ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${value} after`).toString('base64')),
      ])
        expect(canaries.in(text).map((each) => each.value)).to.deep.equal([value]);
    expect(canaries.in('Nothing of the kind.')).to.deep.equal([]);
  });
});
