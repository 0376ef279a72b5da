/** Keeps what was used last: the oldest of more than `limit` entries is forgotten. */
export interface BoundedCache<Value> {
  get(key: string, make: () => Value): Value;
}

export function createBoundedCache<Value>(limit: number): BoundedCache<Value> {
  const entries = new Map<string, Value>();
  return {
    get: (key, make) => {
      const found = entries.get(key);
      const value = found ?? make();
      if (found !== undefined) entries.delete(key);
      entries.set(key, value);
      if (entries.size > limit) {
        const [oldest] = entries.keys();
        if (oldest !== undefined) entries.delete(oldest);
      }
      return value;
    },
  };
}
