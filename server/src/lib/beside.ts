import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The file of a process or thread of its own. From sources it is the .ts file beside the one that asks, whose types Node
 * strips by itself; in the bundle it lies beside the bundle as .js.
 * @param from the `import.meta.url` of the file that asks
 * @throws Error when the bundle was built without it
 */
export function fileBeside(from: string, name: string): string {
  const path = fileURLToPath(new URL(`./${name}${from.endsWith('.ts') ? '.ts' : '.js'}`, from));
  if (!existsSync(path)) throw new Error(`${path} is missing: build the server again.`);
  return path;
}
