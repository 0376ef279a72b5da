/** Does the work for each, so many at a time, and answers in the order of the list. The first failure ends it. */
export async function inLanes<One, Result>(
  lanes: number,
  list: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = list.entries();
  const lane = async () => {
    for (const [index, one] of left) results[index] = await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, list.length) }, lane));
  return results;
}
