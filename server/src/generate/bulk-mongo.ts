import { MongoClient } from 'mongodb';

/** MongoDB for bulk writes, which may take longer than any request may. */
export const bulkMongo = (mongoUrl: string): MongoClient =>
  new MongoClient(mongoUrl, {
    serverSelectionTimeoutMS: 5_000,
    connectTimeoutMS: 5_000,
    maxPoolSize: 2,
    ignoreUndefined: false,
    retryWrites: false,
    w: 'majority',
    journal: true,
  });
