import { sentence } from './sentence.mjs';

/**
 * Refuses a Node that is too old for the packages.
 * @param {string} version as in `process.versions.node`
 */
export function demandNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw sentence(
    `One Window needs Node 20.19 or newer and this is Node ${version}. Install it from nodejs.org and try again.`,
  );
}
