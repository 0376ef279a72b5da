/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('There is no median of nothing.');
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

export interface Line {
  readonly intercept: number;
  readonly slope: number;
  /** How much of the spread the line explains, 1 when it goes through every point. */
  readonly r2: number;
}

/**
 * Between which two of the values the median of what they were drawn from lies, with a probability of 95 %: as many of
 * them lie below it as heads fall in as many throws. Of fewer than six the least and the most.
 */
export function medianBetween(values: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort((one, other) => one - other);
  const { length } = sorted;
  const below = Math.max(0, Math.floor((length - 1.96 * Math.sqrt(length)) / 2));
  const [low, high] = [sorted[below], sorted[length - 1 - below]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return [low, high];
}

/** The line of least squares through these points, each weighed by 1/y² since errors grow with y. */
export function fitLine(points: readonly { readonly x: number; readonly y: number }[]): Line {
  const weighed = points.map(({ x, y }) => ({ x, y, w: 1 / (y * y) }));
  const total = (of: (point: { x: number; y: number; w: number }) => number) =>
    weighed.reduce((sum, point) => sum + of(point), 0);
  const [w, wx, wy] = [total((p) => p.w), total((p) => p.w * p.x), total((p) => p.w * p.y)];
  const [wxx, wxy] = [total((p) => p.w * p.x * p.x), total((p) => p.w * p.x * p.y)];
  const slope = (w * wxy - wx * wy) / (w * wxx - wx * wx);
  const intercept = (wy - slope * wx) / w;
  const mean = wy / w;
  const left = total((p) => p.w * (p.y - intercept - slope * p.x) ** 2);
  const spread = total((p) => p.w * (p.y - mean) ** 2);
  return { intercept, slope, r2: spread === 0 ? 1 : 1 - left / spread };
}
