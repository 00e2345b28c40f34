/**
 * What an error of MySQL means for whoever asked:
 * - `contention`: the transaction was rolled back, or one of its statements was; the whole of it may run again at once.
 * - `demoted`: this server is not, or is no longer, the one that may be written to. So nobody keeps a connection to it.
 * - `unavailable`: it could not be asked, or could do nothing for now. Its connection is given up.
 * Anything else is an answer: a duplicate key, say, or a mistake in a statement.
 */
type Meaning = 'contention' | 'demoted' | 'unavailable';

export interface MysqlError extends Error {
  code: string;
  errno?: number;
  fatal?: boolean;
}

/**
 * By number, since names differ between servers and proxies (MySQL 9.7 Error Message Reference, unless said). Numbers
 * below 3,000 that routers and proxies send in an error packet of their own are those of clients (2000 to 2099).
 */
const meanings: Readonly<Record<Meaning, readonly number[]>> = {
  contention: [
    1205, // lock wait timeout
    1213, // deadlock; on Galera also a lost certification, at COMMIT
    1412, // table definition has changed, please retry transaction
    1689, // wait on a lock was aborted due to a pending exclusive lock
    3101, // plugin instructed the server to roll back: a lost certification of Group Replication
    3572, // NOWAIT is set
  ],
  demoted: [
    1036, // table is read only
    1047, // unknown command: a Galera node outside its group
    1053, // server shutdown in progress
    1290, // running with --read-only or --super-read-only; Aurora says so during a failover
    1792, // cannot execute statement in a READ ONLY transaction: transaction_read_only
    1836, // running in read-only mode
    1874, // InnoDB is in read only mode
    1881, // innodb_force_recovery
    3032, // offline mode
    3098, // a plugin refuses what is not replicated: a node that leaves its group
    3100, // a replication hook failed: the group is not reached
    3168, // server isn't available
    3781, // on hold after a failover of the group, and not let in in time
    3782, // … or killed
    3783, // … or the member is in error
    3796, // group_replication_consistency in this state of the member
    3797, // … while it waited for others
    3798,
    3799,
    3989, // schema is in read only mode
    9001, // ProxySQL: no server of the hostgroup was reached in time
  ],
  unavailable: [
    1004, // cannot create file
    1021, // disk full
    1026, // error writing file
    1030, // got error from storage engine
    1037, // out of memory
    1040, // too many connections
    1041, // out of memory
    1044, // access denied to database
    1045, // access denied: a password that was changed
    1049, // unknown database: it is being restored
    1114, // table is full: so is the disk
    1129, // host is blocked
    1130, // host is not allowed
    1135, // cannot create a thread
    1146, // no such table: it is being restored; which tables there are was asked at start
    1152, // aborted connection
    1158, // network errors, 1158 to 1161
    1159,
    1160,
    1161,
    1180, // error during COMMIT
    1181, // error during ROLLBACK
    1184, // aborted connection
    1203, // the user has too many connections
    1206, // more locks than fit
    1226, // a limit of the user's account
    1317, // query execution was interrupted: KILL QUERY, shutdown
    1598, // binary logging not possible
    1637, // too many active transactions
    1698, // access denied
    1812, // tablespace is missing
    1814, // tablespace was discarded
    1820, // the password must be changed
    1862, // the password has expired
    1878, // temporary file write failure
    1927, // connection was killed (MariaDB, MaxScale)
    3024, // maximum statement execution time exceeded
    3118, // the account is locked
    3169, // session was killed
    4031, // disconnected because of inactivity
    4081, // memory limit of all connections
    4082, // memory limit of a connection
  ],
};

const meaningOfNumber = new Map(
  Object.entries(meanings).flatMap(([meaning, numbers]) =>
    numbers.map((number) => [number, meaning as Meaning] as const),
  ),
);

/** Errors of the driver and of the network below it, by their code. */
const driverCodes = new Set([
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'POOL_ACQUIRE_TIMEOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'QUERY_TIMEOUT',
]);

/** Errors of the driver that have no code. */
const driverMessages = ['Queue limit reached.', 'Pool is closed.'];

/**
 * What an error says when it is the answer to COMMIT: MySQL has rolled back. All others leave it open, such as 3100: the
 * group may have got the transaction before this member lost the group.
 * - 1205, 1213, 3101: the transaction could not get what COMMIT needs, and is rolled back.
 * - 1290: read_only is looked at before anything is written down (`ha_commit_trans`), and the transaction rolled back.
 */
const rolledBackAtCommit = new Set([1205, 1213, 1290, 3101]);

/** What START TRANSACTION READ WRITE is refused with. */
const readOnly = new Set([1290, 1792, 1836]);

export const isMysqlError = (error: unknown): error is MysqlError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

export function meaningOf(error: unknown): Meaning | null {
  if (!(error instanceof Error)) return null;
  const meaning = meaningOfNumber.get(numberOf(error));
  if (meaning !== undefined) return meaning;
  return isOfDriver(error) || isOfClient(numberOf(error)) ? 'unavailable' : null;
}

/** Nothing was done, and the whole transaction may be tried again at once. */
export const isContention = (error: unknown): boolean => meaningOf(error) === 'contention';

/** MySQL could not be asked, or may not be written to, as opposed to having answered with a refusal. */
export const isMysqlUnavailable = (error: unknown): boolean => {
  const meaning = meaningOf(error);
  return meaning === 'demoted' || meaning === 'unavailable';
};

/** The server answers, and reads go on. */
export const isReadOnlyRefusal = (error: unknown): boolean =>
  error instanceof Error && readOnly.has(numberOf(error));

/** @param error the answer to COMMIT */
export const isCommitRolledBack = (error: unknown): boolean =>
  error instanceof Error && rolledBackAtCommit.has(numberOf(error));

const numberOf = (error: Error): number => ('errno' in error ? Number(error.errno) : 0);

const isOfDriver = (error: Error): boolean =>
  ('fatal' in error && error.fatal === true) ||
  (isMysqlError(error) && driverCodes.has(error.code)) ||
  driverMessages.includes(error.message);

const isOfClient = (number: number): boolean => number >= 2_000 && number < 2_100;
