import { compile } from 'proxy-addr';
import { z } from 'zod';
import { ConfigError } from './lib/errors.js';
import { weaknessOf } from './lib/secret-strength.js';

export const developmentSecret = 'medweave-development-secret-not-for-production';

const namesIn = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function areNetworks(names: string[]): boolean {
  try {
    compile(names);
    return true;
  } catch {
    return false;
  }
}

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  MEDWEAVE_SECRET: z.string().min(32, 'must have at least 32 characters').default(developmentSecret),
  MEDWEAVE_DATA: z.string().min(1).default('.medweave'),
  MEDWEAVE_PUBLIC_URL: z.url().optional(),
  MEDWEAVE_CORS_ORIGINS: z.string().default('*'),
  MEDWEAVE_TRUSTED_PROXIES: z
    .string()
    .default('')
    .refine((list) => areNetworks(namesIn(list)), 'must be addresses or CIDR ranges, separated by commas'),
  MEDWEAVE_MAX_CONNECTIONS: z.coerce.number().int().min(1).default(10_000),
  MEDWEAVE_MAX_CONNECTIONS_PER_NETWORK: z.coerce.number().int().min(1).default(2_000),
  MEDWEAVE_DEMO: z.enum(['yes', 'no']).optional(),
  MEDWEAVE_ANALYTICS: z.enum(['yes', 'no']).default('yes'),
  MEDWEAVE_ADMIN_EMAIL: z.email().optional(),
  MEDWEAVE_ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  MEDWEAVE_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  MYSQL_URL: z.url().optional(),
  MONGO_URL: z.string().startsWith('mongodb').optional(),
  REDIS_URL: z.string().min(1).optional(),
  BCRYPT_COST: z.coerce.number().int().min(4).max(15).default(12),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Config {
  isProduction: boolean;
  port: number;
  host: string;
  secret: string;
  dataDir: string;
  /** The issuer in tokens and the server in the API description. */
  publicUrl: string | null;
  corsOrigins: string[];
  /** What a reader of `/metrics` must show; without one they are for whoever asks on this very machine at a desk. */
  metricsToken: string | null;
  /** The proxies whose `X-Forwarded-For` says where a request comes from. */
  trustedProxies: string[];
  /** How many connections may be open, of one client network (never of a trusted proxy) and in all. */
  maxConnections: { ofNetwork: number; inAll: number };
  /** Whether an empty database gets the demo clinic. Never in production unless asked for. */
  seedsDemo: boolean;
  /** Whether this process keeps the numbers of analytics up to date. One of all processes must. */
  keepsNumbers: boolean;
  /** Made at start where the clinic has no admin yet. */
  firstAdmin: { email: string; password: string } | null;
  mysqlUrl: string | null;
  mongoUrl: string | null;
  redisUrl: string | null;
  bcryptCost: number;
  logLevel: string;
}

/** The only place that reads the environment. @throws ConfigError naming each wrong variable and what it must be. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`These environment variables are not usable:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  const isProduction = value.NODE_ENV === 'production';
  if (isProduction) requireProductionGrade(value);
  return {
    isProduction,
    port: value.PORT,
    host: value.HOST,
    secret: value.MEDWEAVE_SECRET,
    dataDir: value.MEDWEAVE_DATA,
    publicUrl: value.MEDWEAVE_PUBLIC_URL ?? null,
    corsOrigins: namesIn(value.MEDWEAVE_CORS_ORIGINS),
    metricsToken: value.MEDWEAVE_METRICS_TOKEN ?? null,
    trustedProxies: namesIn(value.MEDWEAVE_TRUSTED_PROXIES),
    maxConnections: {
      ofNetwork: value.MEDWEAVE_MAX_CONNECTIONS_PER_NETWORK,
      inAll: value.MEDWEAVE_MAX_CONNECTIONS,
    },
    seedsDemo: value.MEDWEAVE_DEMO === undefined ? !isProduction : value.MEDWEAVE_DEMO === 'yes',
    keepsNumbers: value.MEDWEAVE_ANALYTICS === 'yes',
    firstAdmin: firstAdminOf(value.MEDWEAVE_ADMIN_EMAIL, value.MEDWEAVE_ADMIN_PASSWORD),
    mysqlUrl: value.MYSQL_URL ?? null,
    mongoUrl: value.MONGO_URL ?? null,
    redisUrl: value.REDIS_URL ?? null,
    bcryptCost: value.BCRYPT_COST,
    logLevel: value.LOG_LEVEL,
  };
}

/** About as many bits as a guesser must not be able to try. A password is tried through bcrypt, the others at full speed. */
const wantedBits = { MEDWEAVE_SECRET: 88, MEDWEAVE_METRICS_TOKEN: 60, MEDWEAVE_ADMIN_PASSWORD: 30 } as const;
const leastBcryptCost = 10;

/** @throws ConfigError that says what is too weak, without repeating it, and how to do better */
function requireProductionGrade(value: z.infer<typeof environment>): void {
  if (value.MEDWEAVE_SECRET === developmentSecret)
    throw new ConfigError(
      'MEDWEAVE_SECRET is not set. In production every deployment needs its own:\n  MEDWEAVE_SECRET=$(openssl rand -base64 48)',
    );
  const weak = Object.entries(wantedBits).flatMap(([name, bits]) => {
    const text = value[name as keyof typeof wantedBits];
    const weakness = text === undefined ? null : weaknessOf(text, bits);
    return weakness === null ? [] : [`  ${name}: it ${weakness}; make one with: openssl rand -base64 48`];
  });
  if (value.BCRYPT_COST < leastBcryptCost)
    weak.push(`  BCRYPT_COST: must be at least ${leastBcryptCost}; without it, it is 12`);
  if (weak.length > 0) throw new ConfigError(`Too weak for production:\n${weak.join('\n')}`);
}

function firstAdminOf(email: string | undefined, password: string | undefined): Config['firstAdmin'] {
  if (email === undefined && password === undefined) return null;
  if (email === undefined || password === undefined)
    throw new ConfigError(
      'MEDWEAVE_ADMIN_EMAIL and MEDWEAVE_ADMIN_PASSWORD go together: set both or neither.',
    );
  return { email, password };
}
