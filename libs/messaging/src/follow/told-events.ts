/** Remembers what was told lately: an event may be in the stream more than once. */
export interface ToldEvents {
  /** False when it was added before. */
  readonly add: (id: string) => boolean;
}

export function createToldEvents(limit: number): ToldEvents {
  const ids = new Set<string>();
  return {
    add: (id) => {
      if (ids.has(id)) return false;
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > limit && oldest !== undefined) ids.delete(oldest);
      return true;
    },
  };
}
