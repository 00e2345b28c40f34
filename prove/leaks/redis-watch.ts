import { Redis } from 'ioredis';

/** Hears every command that reaches a Redis, and looks at what it keeps. */
export interface RedisWatch {
  readonly commands: readonly string[];
  /** All keys with their values. */
  kept(): Promise<string>;
  close(): void;
}

export async function watchRedis(url: string): Promise<RedisWatch> {
  const redis = new Redis(url);
  const ears = await redis.monitor();
  const commands: string[] = [];
  ears.on('monitor', (_time: string, args: string[]) => commands.push(args.join(' ')));
  return {
    commands,
    async kept() {
      const texts: string[] = [];
      for await (const keys of redis.scanStream({ count: 500 }) as AsyncIterable<string[]>)
        for (const key of keys)
          texts.push(`${key} ${(await redis.dumpBuffer(key))?.toString('latin1') ?? ''}`);
      return texts.join('\n');
    },
    close() {
      ears.disconnect();
      redis.disconnect();
    },
  };
}
