import type { Connection } from 'mysql2/promise';

/** An account as an application has it: root keeps its connections, and may write where nobody else may. */
export const account = `'clinic'@'127.0.0.1'`;
export const createAccount = [
  `CREATE USER ${account} IDENTIFIED BY 'first'`,
  `GRANT SELECT ON medweave.* TO ${account}`,
  `GRANT ALL ON \`test\\_%\`.* TO ${account}`,
];

export const everybodyMayWrite = ['SET GLOBAL super_read_only = OFF', 'SET GLOBAL read_only = OFF'];

export const asClinic = (mysqlUrl: string): string => mysqlUrl.replace('root@', 'clinic:first@');

export async function run(connection: Connection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await connection.query(statement);
}
