import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { BcryptThreads } from '../../src/auth/bcrypt-threads.js';
import { clinicItself } from '../../src/auth/fair-queue.js';
import { costOf, Passwords } from '../../src/auth/passwords.js';

const secret = 'a secret of thirty-two characters';
const cheap = 4;
/** The field of `/proc/…/stat` behind the name, which may hold blanks (proc_pid_stat(5), field 19). */
const niceField = 16;

/** Real threads, and how many rounds of bcrypt each comparison took: twice as many for every step of the cost. */
class CountedThreads {
  readonly #threads = new BcryptThreads();
  readonly rounds: number[] = [];

  hash(password: string, cost: number): Promise<string> {
    return this.#threads.hash(password, cost);
  }

  isSame(password: string, hashes: readonly string[]): Promise<boolean> {
    this.rounds.push(hashes.reduce((sum, hash) => sum + (costOf(hash) && 2 ** costOf(hash)), 0));
    return this.#threads.isSame(password, hashes);
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}

describe('Passwords', () => {
  const threads = new CountedThreads();
  const passwords = new Passwords(secret, cheap, threads);
  after(() => passwords.close());

  const hash = (password: string) => passwords.hash(password, clinicItself);
  const matches = (password: string, stored: string | null, costOfAll?: number) =>
    passwords.matches(password, stored, clinicItself, costOfAll);

  it('are recognised again, and others are not', async () => {
    const stored = await hash('correct horse');
    expect(await matches('correct horse', stored)).to.equal(true);
    expect(await matches('Correct horse', stored)).to.equal(false);
    expect(await matches('correct horse', null)).to.equal(false);
  });

  it('are hashed by a thread that gives way to the others, where threads have priorities', async () => {
    await hash('correct horse');
    const isExpected = process.platform === 'linux';
    expect((await priorities()).some((nice) => nice > 0)).to.equal(isExpected);
  });

  it('match nothing where the hash is none', async () => {
    expect(await matches('correct horse', 'no hash')).to.equal(false);
    expect(await hash('correct horse')).to.match(/^\$2b\$04\$/);
  });

  it('take one time for all: of accounts that nobody has, and of every cost that is stored', async () => {
    const stored = [null, 'no hash'] as (string | null)[];
    for (const cost of [4, 5, 6, 7]) {
      const others = new Passwords(secret, cost, threads);
      stored.push(await others.hash('correct horse', clinicItself));
    }
    for (const configured of [4, 6, 7]) {
      threads.rounds.length = 0;
      const now = new Passwords(secret, configured, threads);
      for (const each of stored)
        for (const password of ['correct horse', 'another horse'])
          await now.matches(password, each, clinicItself, 7);
      expect(new Set(threads.rounds), `configured: ${configured}`).to.deep.equal(new Set([2 ** 7]));
    }
  });

  it('take as long as the configured cost, where all that are stored have a lower one', async () => {
    const stored = await hash('correct horse');
    threads.rounds.length = 0;
    const raised = new Passwords(secret, 6, threads);
    expect(await raised.matches('correct horse', stored, clinicItself, 4)).to.equal(true);
    expect(await raised.matches('correct horse', null, clinicItself, 4)).to.equal(false);
    expect(threads.rounds).to.deep.equal([2 ** 6, 2 ** 6]);
  });
});

async function priorities(): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const tasks = await readdir('/proc/self/task');
  const stats = await Promise.all(tasks.map((task) => readFile(`/proc/self/task/${task}/stat`, 'utf8')));
  return stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[niceField]));
}
