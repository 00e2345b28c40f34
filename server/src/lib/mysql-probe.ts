import { createConnection } from 'mysql2';

const answersWithinMs = 800;

/** Whether MySQL says anything at all, be it a refusal, to somebody who has just come. */
export async function isMysqlAnswering(url: string): Promise<boolean> {
  const startedAt = performance.now();
  const outcome = await askOnce(url);
  const wasAsleep = performance.now() - startedAt > 2 * answersWithinMs;
  return outcome === 'answered' || (wasAsleep && isMysqlAnswering(url)); // this process had no time to listen
}

function askOnce(url: string): Promise<'answered' | 'silent'> {
  return new Promise((resolve) => {
    const connection = createConnection({ uri: url, connectTimeout: answersWithinMs });
    const settle = (outcome: 'answered' | 'silent') => {
      clearTimeout(timer);
      connection.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(settle, answersWithinMs, 'silent');
    const settleBy = (error?: { errno?: number } | null) =>
      settle(!error || (error.errno ?? 0) > 0 ? 'answered' : 'silent'); // those of the network are below zero
    connection.on('error', settleBy);
    connection.ping(settleBy);
  });
}
