/** Keeps what was used last: the oldest of more than `limit` entries is forgotten. */
export interface BoundedCache<Value> {
  get(key: string, make: () => Value): Value;
  find(key: string): Value | undefined;
}

export function createBoundedCache<Value>(limit: number): BoundedCache<Value> {
  // A map keeps the order of insertion: what is used is put in again, once there is something to forget.
  const entries = new Map<string, Value>();
  const put = (key: string, value: Value): Value => {
    entries.set(key, value);
    if (entries.size > limit) {
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    }
    return value;
  };
  const find = (key: string): Value | undefined => {
    const found = entries.get(key);
    if (found !== undefined && 2 * entries.size > limit) {
      entries.delete(key);
      entries.set(key, found);
    }
    return found;
  };
  return { find, get: (key, make) => find(key) ?? put(key, make()) };
}
