type Labels = Readonly<Record<string, string>>;

/**
 * Replaces each further value of a label by `other`: every value is a time series of its own, and a
 * caller who chooses values could fill the memory with them.
 */
export function createLabelLimit(limit: number): (labels: Labels) => Labels {
  const seen = new Map<string, Set<string>>();
  const bounded = (label: string, value: string): string => {
    const values = seen.get(label) ?? new Set<string>();
    seen.set(label, values);
    if (!values.has(value) && values.size >= limit) return 'other';
    values.add(value);
    return value;
  };
  return (labels) =>
    Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, bounded(key, value)]));
}
