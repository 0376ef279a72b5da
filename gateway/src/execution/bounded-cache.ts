/** Keeps what was used last: the oldest is forgotten when there are more than `entries`, or more than `bytes`. */
export interface BoundedCache<Value> {
  get(key: string, make: () => Value): Value;
  find(key: string): Value | undefined;
  put(key: string, value: Value): void;
  /** What is kept now, as `bytesOf` counts it. */
  readonly bytes: number;
}

export interface CacheBounds<Value> {
  readonly entries: number;
  /** Of all entries together. One that is larger than an eighth of it is not kept. */
  readonly bytes: number;
  /** What an entry holds, key included. Rather too much than too little. */
  readonly bytesOf: (key: string, value: Value) => number;
}

interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** What callers can fill is bounded in bytes; `CacheBounds.entries` alone is for what they can't make large. */
export function createBoundedCache<Value>({
  entries: most,
  bytes: mostBytes,
  bytesOf,
}: CacheBounds<Value>): BoundedCache<Value> {
  // A map keeps the order of insertion: what is used is put in again, once there is something to forget.
  const entries = new Map<string, Entry<Value>>();
  let bytes = 0;
  const forget = (key: string) => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  const put = (key: string, value: Value): void => {
    forget(key);
    const entry = { value, bytes: bytesOf(key, value) };
    if (8 * entry.bytes > mostBytes) return;
    entries.set(key, entry);
    bytes += entry.bytes;
    for (const oldest of entries.keys()) {
      if (entries.size <= most && bytes <= mostBytes) break;
      forget(oldest);
    }
  };
  const find = (key: string): Value | undefined => {
    const found = entries.get(key);
    if (found === undefined) return undefined;
    if (2 * entries.size > most || 2 * bytes > mostBytes) {
      entries.delete(key);
      entries.set(key, found);
    }
    return found.value;
  };
  return {
    get: (key, make) => {
      const found = find(key);
      if (found !== undefined) return found;
      const value = make();
      put(key, value);
      return value;
    },
    find,
    put,
    get bytes() {
      return bytes;
    },
  };
}
