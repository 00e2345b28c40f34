import { expect } from 'chai';
import { sql } from 'kysely';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { SignedIn } from '../../src/auth/auth.types.js';
import type { Engines } from '../../src/engines/engines.types.js';
import { newId } from '../../src/lib/ids.js';
import { Database } from '../../src/lib/mysql.js';
import { waitForMysql } from '../../src/lib/wait-for-mysql.js';
import { eventually } from '../clinical/clinical-cast.js';
import { type Answer, type Clinic, freshEmail, password, startClinic } from '../support/clinic.js';
import { ownEngines } from '../support/engines.js';
import { type MysqlProxy, startMysqlProxy } from '../support/mysql-proxy.js';
import {
  book,
  type DoctorAtWork,
  doctorAtWork,
  futureAt,
  patient,
  type RegisteredPatient,
  staff,
  ward,
} from '../support/people.js';
import { account, asClinic, createAccount, everybodyMayWrite, run } from './plain-account.js';

const visitMinutes = 15;

describe('When MySQL is not the one that may be written to any more', function () {
  this.timeout(240_000);
  let engines: Engines;
  let root: Connection;
  let proxy: MysqlProxy;
  let clinic: Clinic;
  let at: DoctorAtWork;
  let someone: RegisteredPatient;
  let desk: SignedIn;
  /** Nobody works there: a holiday there is nobody else's. */
  let emptyDepartmentId: string;
  let visits = 0;
  let holidays = 0;

  before(async () => {
    engines = await ownEngines();
    root = await createConnection({ uri: engines.mysqlUrl });
    await run(root, createAccount);
    proxy = await startMysqlProxy(asClinic(engines.mysqlUrl));
    clinic = await startClinic({ ...engines, mysqlUrl: proxy.url });
    at = await doctorAtWork(clinic, await ward(clinic));
    emptyDepartmentId = (await ward(clinic)).departmentId;
    someone = await patient(clinic);
    desk = await staff(clinic, 'receptionist');
  });
  after(async () => {
    await clinic?.close();
    await proxy?.stop();
    await root?.end();
    await engines?.stop();
  });

  const kindOf = ({ status, body }: Answer<object>): string =>
    status < 400 ? 'done' : `${status} ${'code' in body ? body.code : ''}`;

  /** One of each kind, as different people send them. */
  const writes: Record<string, () => Promise<Answer<object>>> = {
    booking: () =>
      book(clinic, desk, {
        doctorId: at.doctor.id,
        patientId: someone.patientId,
        startsAt: futureAt(2, 0, visitMinutes * ++visits),
      }),
    registering: () =>
      clinic.call(null, 'POST', '/auth/register', {
        body: {
          givenName: 'Erika',
          familyName: 'Muster',
          birthOn: '1990-02-03',
          email: freshEmail('patient'),
          password,
        },
      }),
    'signing in': () =>
      clinic.call(null, 'POST', '/auth/login', { body: { email: someone.user.user.email, password } }),
    'making a department': () =>
      clinic.call(clinic.admin, 'POST', '/departments', { body: { name: newId(), location: 'Attic' } }),
    'a holiday': () =>
      clinic.call(clinic.admin, 'POST', '/holidays', {
        body: {
          name: 'Moving',
          dateOn: futureAt(++holidays, 9).slice(0, 10),
          departmentId: emptyDepartmentId,
        },
      }),
  };
  const allWrites = async (): Promise<string[]> =>
    (await Promise.all(Object.values(writes).map((write) => write()))).map(kindOf);
  const read = () =>
    clinic.call(someone.user, 'GET', `/appointments?from=${futureAt(0, 0)}&to=${futureAt(30, 0)}`);
  const readiness = async () => {
    const response = await fetch(`${clinic.baseUrl}/health/ready`);
    return { status: response.status, ...((await response.json()) as { stores: { mysql: string } }).stores };
  };
  const killAll = async () => {
    const [rows] = await root.query<RowDataPacket[]>(
      "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE USER = 'clinic'",
    );
    for (const { id } of rows) await root.query(`KILL ${id}`).catch(() => null); // it may be gone already
  };
  const databaseOf = () => new URL(clinic.urls.mysqlUrl).pathname.slice(1);

  interface Trouble {
    breaks: () => readonly string[];
    mends: () => readonly string[];
    /** Open connections are of no use for it: they do not notice. */
    kills?: true;
    /** What `/health/ready` says of it. Reads go on unless it is down. */
    shown: 'up' | 'read_only' | 'down';
  }

  /** What an operator does to it, or a failover. */
  const troubles: Record<string, Trouble> = {
    super_read_only: {
      breaks: () => ['SET GLOBAL super_read_only = ON'],
      mends: () => everybodyMayWrite,
      shown: 'read_only',
    },
    read_only: {
      breaks: () => ['SET GLOBAL read_only = ON'],
      mends: () => ['SET GLOBAL read_only = OFF'],
      shown: 'read_only',
    },
    'transaction_read_only for new sessions': {
      breaks: () => ['SET GLOBAL transaction_read_only = ON'],
      kills: true,
      mends: () => ['SET GLOBAL transaction_read_only = OFF'],
      shown: 'read_only',
    },
    'a schema that is read only': {
      breaks: () => [`ALTER DATABASE ${databaseOf()} READ ONLY = 1`],
      mends: () => [`ALTER DATABASE ${databaseOf()} READ ONLY = 0`],
      shown: 'up',
    },
    offline_mode: {
      breaks: () => ['SET GLOBAL offline_mode = ON'],
      mends: () => ['SET GLOBAL offline_mode = OFF'],
      shown: 'down',
    },
    'a locked account': {
      breaks: () => [`ALTER USER ${account} ACCOUNT LOCK`],
      kills: true,
      mends: () => [`ALTER USER ${account} ACCOUNT UNLOCK`],
      shown: 'down',
    },
    'another password': {
      breaks: () => [`ALTER USER ${account} IDENTIFIED BY 'second'`],
      kills: true,
      mends: () => [`ALTER USER ${account} IDENTIFIED BY 'first'`],
      shown: 'down',
    },
    'a password that has expired': {
      breaks: () => [`ALTER USER ${account} PASSWORD EXPIRE`],
      kills: true,
      mends: () => [`ALTER USER ${account} IDENTIFIED BY 'first'`],
      shown: 'down',
    },
    'an account without connections left': {
      breaks: () => [`ALTER USER ${account} WITH MAX_CONNECTIONS_PER_HOUR 1`],
      kills: true,
      mends: () => [`ALTER USER ${account} WITH MAX_CONNECTIONS_PER_HOUR 0`, 'FLUSH USER_RESOURCES'],
      shown: 'down',
    },
  };

  for (const [what, { breaks, kills, mends, shown }] of Object.entries(troubles))
    it(`every write says that nothing was changed, and goes on afterwards: ${what}`, async () => {
      expect(await allWrites()).to.deep.equal(Object.keys(writes).map(() => 'done'));
      await run(root, breaks());
      try {
        const answers: string[] = [];
        const isTold = async () => {
          if (kills) await killAll();
          const now = await allWrites();
          answers.push(...now);
          return now.every((kind) => kind === '503 mysql_unavailable');
        };
        await eventually('every write is refused', isTold);
        for (let round = 0; round < 4; round++) answers.push(...(await allWrites())); // more than the pool holds
        expect(
          answers.filter((kind) => !['done', '503 mysql_unavailable', '503 outcome_unknown'].includes(kind)),
        ).to.deep.equal([]);
        expect(kindOf(await read())).to.equal(shown === 'down' ? '503 mysql_unavailable' : 'done');
        expect(await readiness()).to.include({ status: shown === 'down' ? 503 : 200, mysql: shown });
      } finally {
        await run(root, mends());
      }
      await eventually('everything is done again', async () =>
        (await allWrites()).every((kind) => kind === 'done'),
      );
      expect(await readiness()).to.include({ status: 200, mysql: 'up' });
    });

  it('a process that nobody asks anything leaves it too', async () => {
    await run(root, ['SET GLOBAL super_read_only = ON']);
    try {
      const { made } = proxy.connections;
      await eventually('it connects anew', async () => proxy.connections.made > made);
    } finally {
      await run(root, everybodyMayWrite);
    }
  });

  it('connections that are killed are replaced, and nobody hears of it for long', async () => {
    await killAll();
    await eventually('everything is done', async () => (await allWrites()).every((kind) => kind === 'done'));
  });

  it('a transaction that meets super_read_only at its COMMIT was rolled back, and says so', async () => {
    const db = new Database(clinic.urls.mysqlUrl);
    try {
      const name = newId();
      const begun = db.transaction(async (tx) => {
        await sql`insert into departments (id, name, location, created_at, updated_at)
          select uuid_to_bin(uuid()), ${name}, 'Attic', now(3), now(3)`.execute(tx);
        await root.query('SET GLOBAL super_read_only = ON');
      });
      const failure: unknown = await begun.catch((error: unknown) => error);
      expect(failure).to.include({ code: 'mysql_unavailable' });
      const [rows] = await root.query<RowDataPacket[]>(
        `SELECT id FROM ${databaseOf()}.departments WHERE name = ?`,
        [name],
      );
      expect(rows).to.deep.equal([]);
    } finally {
      await run(root, everybodyMayWrite);
      await db.close();
    }
  });

  it('a COMMIT that a hook has failed is told as unknown, and as it was when asked again', async () => {
    for (const [index, isCarriedOut] of [true, false].entries()) {
      const headers = { 'idempotency-key': newId() };
      const body = {
        doctorId: at.doctor.id,
        patientId: someone.patientId,
        startsAt: futureAt(30 + index, 9),
      };
      const send = () => clinic.call(desk, 'POST', '/appointments', { body, headers });
      proxy.refuseCommit({ number: 3100 }, isCarriedOut, 'insert into `appointments`');
      expect((await send()).body).to.include({ status: 503, code: 'outcome_unknown', outcome: 'unknown' });
      const truth = await send();
      expect(truth.status).to.equal(201);
      expect(truth.headers.get('idempotency-replayed') === 'true').to.equal(isCarriedOut);
    }
  });

  it('starting waits for the one that may be written to, and says in words when none comes', async () => {
    const url = `${asClinic(engines.mysqlUrl).replace('/medweave', `/${databaseOf()}`)}`;
    await root.query('SET GLOBAL super_read_only = ON');
    try {
      const words: unknown = await waitForMysql(url, 100).catch((error: unknown) => error);
      expect(String(words)).to.include('(ER_OPTION_PREVENTS_STATEMENT). It may not be written to');
      let isOver = false;
      const waiting = waitForMysql(url, 60_000).then(() => {
        isOver = true;
      });
      expect(await Promise.race([waiting, clinic.call(null, 'GET', '/auth/me')])).to.include({ status: 401 });
      expect(isOver).to.equal(false);
      await run(root, everybodyMayWrite);
      await waiting;
    } finally {
      await run(root, everybodyMayWrite);
    }
  });
});
