import type { Bench } from '../measure/bench.js';
import { median } from '../measure/figures.js';
import { startApi } from './api-process.js';

const starts = 5;
const limitMs = 1_000;

/** From the start of the process to its first answer, while the stores run and the schema is there. */
export async function measureStart({ stores, findings }: Bench): Promise<void> {
  const times: number[] = [];
  for (let number = 0; number < starts; number++) {
    const api = await startApi({ ...stores, isAdminMade: false });
    times.push(api.startedInMs);
    await api.stop();
  }
  findings.below('startToFirstAnswerMs', median(times), limitMs, ' ms');
}
