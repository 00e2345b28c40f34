import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { testedVersions } from '../../src/engines/tested-versions.js';
import { help } from '../../src/help.js';
import { rootDir } from '../../src/paths.js';
import { sharedUrls } from '../support/clinic.js';

type Store = keyof typeof testedVersions;

const page = (file: string): string => readFileSync(join(rootDir, file), 'utf8');
const compose = page('docker-compose.yml');
const titles = { mysql: 'MySQL', mongo: 'MongoDB', redis: 'Redis' } as const;

/** How each store names itself. */
const running: Record<Store, () => Promise<string>> = {
  mysql: async () => {
    const connection = await createConnection({ uri: sharedUrls().mysqlUrl });
    const [[row]] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
    await connection.end();
    return String(row?.version);
  },
  mongo: async () => {
    const client = new MongoClient(sharedUrls().mongoUrl);
    const { version } = await client.db().admin().buildInfo();
    await client.close();
    return version;
  },
  redis: async () => {
    const redis = new Redis(sharedUrls().redisUrl);
    const info = await redis.info('server');
    redis.disconnect();
    return /redis_version:(\S+)/.exec(info)?.[1] ?? '';
  },
};

/** Servers that somebody named for the tests are theirs to know. */
const isFetched = (store: Store): boolean => !process.env[`${store.toUpperCase()}_URL`];

describe('The versions that are named', () => {
  for (const store of Object.keys(testedVersions) as Store[])
    it(`are what the tests run on: ${titles[store]} ${testedVersions[store]}`, async () => {
      if (isFetched(store))
        expect(await running[store]()).to.match(new RegExp(`^${testedVersions[store]}\\.`));
    });

  for (const store of ['mysql', 'redis'] as const)
    it(`are the images of docker-compose.yml: ${store}`, () => {
      const images = [...compose.matchAll(/^ {4}image: (\S+)$/gm)].map(([, image]) => image);
      expect(images).to.include(`${store}:${testedVersions[store]}`);
    });

  it('say of the image of MongoDB that it is not what the tests run on', () => {
    const image = /((?: +#.*\n)+) {2}mongo:\n {4}image: mongo:/.exec(compose);
    expect(image?.[1]).to.include(`MongoDB's ${testedVersions.mongo} engine`).and.include('untried');
  });

  const pages = { 'README.md': page('README.md'), 'npm start -- --help': help };
  for (const [name, text] of Object.entries(pages))
    it(`are all that is named: ${name}`, () => {
      for (const store of Object.keys(testedVersions) as Store[]) {
        const named = [...text.matchAll(new RegExp(`${titles[store]}(?:'s)? (\\d+(?:\\.\\d+)?)`, 'g'))];
        expect(named.map(([, version]) => version)).to.deep.equal([testedVersions[store]]);
      }
    });

  it('stand before the figures that were measured with them, each of which is a figure', () => {
    const performance = page('docs/performance.md');
    for (const store of ['mysql', 'mongo', 'redis'] as const)
      expect(performance).to.include(`${titles[store]} ${testedVersions[store]}`);
    const rows = [...performance.matchAll(/^\|(?! *-)(.+)\|$/gm)].map(([, row = '']) => row.split('|'));
    const measured = rows.filter(([, value = '']) => !/measured|before|summary/.test(value));
    expect(measured).to.have.length.above(10);
    expect(measured.filter(([, value = '']) => !/\d/.test(value))).to.deep.equal([]);
  });
});
