import { sql } from 'kysely';
import { clinicItself } from '../auth/fair-queue.js';
import type { Passwords } from '../auth/passwords.js';
import { type Config, developmentSecret } from '../config.js';
import { testedVersions } from '../engines/tested-versions.js';
import { generatedPassword } from '../generate/sign-ins.js';
import { isLoopback } from '../lib/loopback.js';
import type { Database } from '../lib/mysql.js';
import { demoPassword, demoSignIns } from './demo-people.js';

/** Passwords that stand in our own documentation, by the sign-in that has them. */
const knownPasswords = new Map([
  ...demoSignIns.map(({ email }) => [email, demoPassword] as const),
  ...['admin', 'desk', 'doctor', 'nurse', 'patient'].map(
    (name) => [`${name}@generated.example`, generatedPassword] as const,
  ),
]);

/** What whoever starts the server should hear before others find it out. */
export class StartWarnings {
  constructor(
    private readonly config: Config,
    private readonly mysqlUrl: string,
    private readonly db: Database,
    private readonly passwords: Passwords,
  ) {}

  async all(): Promise<string[]> {
    const { host, secret } = this.config;
    const warnings = [...(await this.#ofMysql())];
    if (isLoopback(host)) return warnings;
    const reached = `It listens on ${host}, where others can reach it`;
    if (secret === developmentSecret)
      warnings.push(
        `${reached}, with the secret that everybody knows: anybody can make themselves an admin. Set MEDWEAVE_SECRET.`,
      );
    const known = await this.#signInsWithKnownPassword();
    if (known.length > 0)
      warnings.push(
        `${reached}, and everybody knows the password of: ${known.join(', ')}. Change it, or deactivate them.`,
      );
    return warnings;
  }

  async #ofMysql(): Promise<string[]> {
    const { rows } = await sql<{ version: string }>`select version() as version`.execute(this.db.read);
    const version = rows[0]?.version ?? '';
    const { username, password, hostname } = new URL(this.mysqlUrl);
    const isOpen = username === 'root' && password === '' && !isLoopback(hostname);
    return [
      ...(version.startsWith(`${testedVersions.mysql}.`)
        ? []
        : [`MySQL ${version} is untried: the tests run on ${testedVersions.mysql}.`]),
      ...(isOpen ? [`MySQL at ${hostname} lets root in without a password.`] : []),
      ...(this.config.isProduction && (await this.#isAboveReadOnly())
        ? [
            'The account of MYSQL_URL has SUPER or CONNECTION_ADMIN: it would write to a server that is read_only, and stay on one that is offline.',
          ]
        : []),
    ];
  }

  async #isAboveReadOnly(): Promise<boolean> {
    const { rows } = await sql`select 1 from information_schema.USER_PRIVILEGES
      where PRIVILEGE_TYPE in ('SUPER', 'CONNECTION_ADMIN') and GRANTEE = concat(
        quote(substring_index(current_user(), '@', 1)), '@', quote(substring_index(current_user(), '@', -1))
      ) limit 1`.execute(this.db.read);
    return rows.length > 0;
  }

  /** Of those that may sign in. */
  async #signInsWithKnownPassword(): Promise<string[]> {
    const { rows } = await sql<{ email: string; passwordHash: string }>`
      select email, password_hash as passwordHash from users
      where is_active and email in (${sql.join([...knownPasswords.keys()])}) order by email`.execute(
      this.db.read,
    );
    const found: string[] = [];
    for (const { email, passwordHash } of rows)
      if (await this.passwords.matches(knownPasswords.get(email) ?? '', passwordHash, clinicItself))
        found.push(email);
    return found;
  }
}
