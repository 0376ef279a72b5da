import DataLoader from 'dataloader';

export type Loader<Key, Value> = Pick<
  DataLoader<Key, Value>,
  'load' | 'loadMany' | 'prime' | 'clear' | 'clearAll'
>;

/**
 * Collects the keys of one request and asks for them together: the batch answers in the order and
 * length of its keys. Made anew for every request, for what it remembers was read for one viewer.
 */
export function createLoader<Key, Value>(
  batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
): Loader<Key, Value> {
  return new DataLoader<Key, Value>(batch, { maxBatchSize: 1_000 });
}
