import { Redis } from 'ioredis';

/** A client that answers within 250 ms or fails: Redis only makes things quicker, nothing may wait for it. */
export function openRedis(url: string): Redis {
  const redis = new Redis(url, {
    commandTimeout: 250,
    connectTimeout: 500,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: false,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  redis.on('error', () => {}); // each command reports its own failure; the health page shows the state
  return redis;
}
