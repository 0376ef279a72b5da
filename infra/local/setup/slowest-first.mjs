const SLOW = [/\.e2e\.spec\.ts$/, /crash|differential/, /[\\/]test[\\/]/];

/**
 * Test files in the order in which they are best run: those that take minutes first, so that none of them is left
 * over at the end with one worker idle. Among equals the order stays.
 * @template {{ readonly path: string }} Test
 * @param {readonly Test[]} tests
 */
export function slowestFirst(tests) {
  return [...tests].sort((one, other) => rank(one) - rank(other));
}

/** @param {{ readonly path: string }} test */
function rank({ path }) {
  const at = SLOW.findIndex((pattern) => pattern.test(path));
  return at < 0 ? SLOW.length : at;
}
