/** How many digits each level of a region's code has: province, city, county, township, village. */
const LEVELS = [2, 4, 6, 9, 12];

/** The digits that say something: `511602000000` and `511602` are one region, `5116` holds it. */
function telling(code: string): string {
  const bare = code.replace(/0+$/u, '');
  const length = LEVELS.find((level) => level >= bare.length) ?? code.length;
  return code.slice(0, length);
}

/** True when neither region lies in the other. */
export function isElsewhere(one: string, other: string): boolean {
  const [a, b] = [telling(one), telling(other)];
  return !a.startsWith(b) && !b.startsWith(a);
}
