import { type Document, MongoClient, type Db as MongoDb, MongoError, MongoServerError } from 'mongodb';

export const mongoTimeoutMs = 2_000;

/**
 * The driver looks up a field's name in its option `fieldsAsRaw`, by default an ordinary object: what lies in an array
 * called `constructor` or `hasOwnProperty` then came back as bytes. In this one no name is found.
 */
export const noFieldAsRaw: Document = Object.freeze(Object.create(null));

/** MongoDB, which keeps the documents. Every operation has a deadline; nothing waits for a server that is away. */
export class DocumentStore {
  readonly db: MongoDb;
  readonly #client: MongoClient;

  constructor(url: string) {
    this.#client = new MongoClient(url, {
      socketTimeoutMS: mongoTimeoutMs, // the driver's own `timeoutMS` has no effect any more
      serverSelectionTimeoutMS: 500,
      connectTimeoutMS: 1_000,
      heartbeatFrequencyMS: 2_000,
      maxPoolSize: 10,
      waitQueueTimeoutMS: 1_000,
      ignoreUndefined: false,
      fieldsAsRaw: noFieldAsRaw,
      retryWrites: false,
      w: 'majority',
      journal: true,
    });
    this.db = this.#client.db(databaseName(url));
  }

  async ping(): Promise<void> {
    await this.db.command({ ping: 1 });
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}

/** The database named in the URL's path; a Unix-socket URL carries none. */
export const databaseName = (url: string): string =>
  /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? 'medweave';

const awayNames = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoOperationTimeoutError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
]);

/** A server that is stepping down or shutting down, or that ran out of the time it was given. */
const awayCodes = new Set<unknown>([
  50, // MaxTimeMSExpired
  64, // WriteConcernTimeout
  91, // ShutdownInProgress
  189, // PrimarySteppedDown
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
]);

/** True when MongoDB could not be asked, as opposed to having answered with a refusal. */
export const isMongoAway = (error: unknown): boolean =>
  (error instanceof MongoError && awayNames.has(error.name)) ||
  (error instanceof MongoServerError && awayCodes.has(error.code)) ||
  isBrokenPipe(error);

/** The driver lets one error through as it is: of writing to a connection whose other end has just died. */
const isBrokenPipe = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && 'code' in error && error.code === 'EPIPE';
