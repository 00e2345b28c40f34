import { shortest } from '../clients/shortest.js';
import type { FrontDesk } from '../front-desk/front-desk.js';
import { isDone } from '../front-desk/kept.js';
import type { Broken } from '../kernel/proof.js';
import { eachOf } from '../rig/at-once.js';
import { type Attempt, type Attempts, told } from '../rig/attempts.js';
import type { Rig } from '../rig/rig.js';

interface Note {
  readonly id: string;
  readonly text: string;
}

/** Whether every note that was acknowledged is read back as it was written. */
export async function judgeNotes({ apis }: Rig, desk: FrontDesk, { all }: Attempts): Promise<Broken[]> {
  const posted = all.filter((one) => one.method === 'POST' && one.path === '/clinical-notes' && isDone(one));
  const lost: Attempt[][] = [];
  await eachOf(posted, 8, async (attempt) => {
    const read = await desk.readNote(apis[0]?.baseUrl ?? '', attempt);
    const isSame = isDone(read) && (read.answer as Note).text === (attempt.body as Note).text;
    if (!isSame) lost.push([attempt, read]);
  });
  return shortest(
    'an acknowledged note is not read back as it was written',
    lost.map((pair) => pair.map(told)),
  );
}
