/** Whether a version, with or without a `v`, is at least this one. Tags behind a hyphen don't count. */
export function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [numbers(version), numbers(least)];
  for (const [at, wanted] of want.entries()) {
    const had = have[at] ?? 0;
    if (had !== wanted) return had > wanted;
  }
  return true;
}

const numbers = (version: string): readonly number[] =>
  version.replace(/^v/u, '').split('-', 1).join('').split('.').map(Number);
