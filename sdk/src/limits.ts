/** What a timer can count to, on every platform: one that is set to more fires at once. It is 24 days. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Calls `onEnd` after so many milliseconds, and never when no timer counts that far, `Infinity` included.
 * @returns what stops it
 */
export function startTimer(timeoutMs: number, onEnd: () => void): () => void {
  if (timeoutMs > longestTimerMs) return () => {};
  const timer = setTimeout(onEnd, timeoutMs);
  return () => clearTimeout(timer);
}

/** @throws TypeError for anything but a number above zero; `Infinity` is one */
export function requireTimeout(timeoutMs: number | undefined): void {
  if (timeoutMs !== undefined && !(typeof timeoutMs === 'number' && timeoutMs > 0))
    throw new TypeError('timeoutMs must be a number of milliseconds above 0; Infinity for no limit.');
}

/** @throws TypeError for anything but 0, 1, 2, …; `Infinity` is one of them */
export function requireRetries(maxRetries: number): void {
  const isCount = Number.isInteger(maxRetries) || maxRetries === Number.POSITIVE_INFINITY;
  if (!isCount || maxRetries < 0)
    throw new TypeError('maxRetries must be 0, 1, 2 or more; Infinity for no limit.');
}
