/** What arrives meanwhile waits for no longer than that, and one step more. */
const sliceMs = 0.1;
/** So few are worked on at once: to ask for a turn costs more. */
const fewItems = 500;
/** A step of the work. */
const stepItems = 50;

interface Job {
  /** How long it is, compared to others. */
  readonly items: number;
  /** @returns true when it was the last one */
  readonly step: () => boolean;
}

/** The shortest first: two weeks of a calendar do not wait for a year of one. */
const jobs: Job[] = [];

/**
 * Maps a list of any length without keeping the event loop: a long one in slices, of which each turn does one, and one
 * list after the other, so that many of them hold others up no longer than one does. A shorter one goes first.
 */
export async function mapInSlices<From, To>(items: readonly From[], map: (item: From) => To): Promise<To[]> {
  if (items.length <= fewItems) return items.map(map);
  const mapped: To[] = [];
  await inSlices(items.length, () => {
    for (const item of items.slice(mapped.length, mapped.length + stepItems)) mapped.push(map(item));
    return mapped.length === items.length;
  });
  return mapped;
}

/**
 * Takes steps until one of them is the last. Each should take a fraction of a millisecond.
 * @param items how many there are to work on
 */
export function inSlices(items: number, step: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const safeStep = (): boolean => {
      try {
        const isLast = step();
        if (isLast) resolve();
        return isLast;
      } catch (error) {
        reject(error);
        return true;
      }
    };
    const longerAt = jobs.findIndex((job) => job.items > items);
    jobs.splice(longerAt < 0 ? jobs.length : longerAt, 0, { items, step: safeStep });
    if (jobs.length === 1) setImmediate(slice);
  });
}

function slice(): void {
  const untilMs = performance.now() + sliceMs;
  while (jobs[0] && performance.now() < untilMs) if (jobs[0].step()) jobs.shift();
  if (jobs.length > 0) setImmediate(slice);
}
