/**
 * How long the broker holds an event back after its nth failed attempt: three times as long each
 * time, with a fifth of jitter either way. A bare `nak` would burn all attempts within a second.
 */
export function retryDelay(
  attempt: number,
  {
    base,
    limit,
    random,
  }: { readonly base: number; readonly limit: number; readonly random: number },
): number {
  const grown = Math.min(base * 3 ** (attempt - 1), limit);
  return Math.round(grown * (0.8 + 0.4 * random));
}
