/** Does the work for each of these, so many at once. @throws the first failure, once none is under way any more */
export async function eachOf<T>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const one = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, one));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
