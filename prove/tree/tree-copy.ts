import { execFile } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A copy of the files that git knows or would take, as they are now, with the packages of the original. */
export async function copyTree(root: string, copy: string): Promise<void> {
  for (const file of await filesOf(root)) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await cp(join(root, file), join(copy, file)).catch(ignoreDeleted);
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
}

async function filesOf(root: string): Promise<string[]> {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', list, { cwd: root, maxBuffer: 64 * 1_024 * 1_024 }).catch(
    (cause: unknown) => {
      throw new Error('Code is changed in a copy of the tree that git lists: run it in a clone.', {
        cause,
      });
    },
  );
  return stdout.split('\0').filter((file) => file !== '');
}

/** Git goes on listing what was deleted and not committed. */
function ignoreDeleted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
