import type { LaneProcess } from './lane-process.js';
import type { FileRun } from './runner.types.js';

/**
 * Every lane takes the next file of the queue when it is through with its last one, so that they end together.
 * @param onEnd told as each file ends
 */
export async function runInLanes(
  queue: readonly string[],
  lanes: readonly LaneProcess[],
  onEnd: (run: FileRun) => void,
): Promise<void> {
  const waiting = [...queue];
  const takeTurns = async (lane: LaneProcess) => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) onEnd(await lane.run(file));
  };
  await Promise.all(lanes.map(takeTurns));
}
