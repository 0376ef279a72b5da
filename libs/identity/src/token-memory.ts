/** Remembers at most `limit` values until they expire; the one that was not used longest goes first. */
export interface TokenMemory<Value> {
  recall(key: string, now: number): Value | undefined;
  remember(key: string, value: Value, expiresAt: number): void;
}

export function createTokenMemory<Value>(limit: number): TokenMemory<Value> {
  // A map keeps the order of insertion; what is used is put in again.
  const entries = new Map<string, { readonly value: Value; readonly expiresAt: number }>();
  return {
    recall(key, now) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      if (entry.expiresAt <= now) return undefined;
      entries.set(key, entry);
      return entry.value;
    },
    remember(key, value, expiresAt) {
      entries.delete(key);
      entries.set(key, { value, expiresAt });
      if (entries.size <= limit) return;
      const oldest = entries.keys().next();
      if (oldest.done !== true) entries.delete(oldest.value);
    },
  };
}
