/** Reports a step that takes longer than a second, and again every five seconds with the time it has taken. */
export async function withProgress<T>(
  report: (line: string) => void,
  text: string,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = Date.now();
  let ticks = 0;
  const timer = setInterval(() => {
    if (ticks % 5 === 0) report(ticks === 0 ? `${text} …` : `${text} … ${seconds(startedAt)} s`);
    ticks += 1;
  }, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

function seconds(startedAt: number): number {
  return Math.round((Date.now() - startedAt) / 1000);
}
