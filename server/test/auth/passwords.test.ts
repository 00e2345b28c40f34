import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { Passwords } from '../../src/auth/passwords.js';

const secret = 'a secret of thirty-two characters';
const cheap = 4;
/** The field of `/proc/…/stat` behind the name, which may hold blanks (proc_pid_stat(5), field 19). */
const niceField = 16;

describe('Passwords', () => {
  const passwords = new Passwords(secret, cheap);
  after(() => passwords.close());

  it('are recognised again, and others are not', async () => {
    const hash = await passwords.hash('correct horse');
    expect(await passwords.matches('correct horse', hash)).to.equal(true);
    expect(await passwords.matches('Correct horse', hash)).to.equal(false);
    expect(await passwords.matches('correct horse', null)).to.equal(false);
  });

  it('are hashed by a thread that gives way to the others, where threads have priorities', async () => {
    await passwords.hash('correct horse');
    const isExpected = process.platform === 'linux';
    expect((await priorities()).some((nice) => nice > 0)).to.equal(isExpected);
  });

  it('match nothing where the hash is none', async () => {
    expect(await passwords.matches('correct horse', 'no hash')).to.equal(false);
    expect(await passwords.hash('correct horse')).to.match(/^\$2b\$04\$/);
  });
});

async function priorities(): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const tasks = await readdir('/proc/self/task');
  const stats = await Promise.all(tasks.map((task) => readFile(`/proc/self/task/${task}/stat`, 'utf8')));
  return stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[niceField]));
}
