import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a step was last done for, so that it is not done again for the same.
 * @param {string} state the folder `.onewindow`
 * @param {string} name
 */
export function createStamp(state, name) {
  const file = join(state, 'stamps', name);
  return {
    /** @param {string} value */
    matches: (value) => readOrEmpty(file) === value,
    /** @param {string} value */
    write: (value) => {
      mkdirSync(join(state, 'stamps'), { recursive: true });
      writeFileSync(file, value);
    },
  };
}

/** @param {readonly (string | Buffer)[]} parts */
export function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return '';
    throw error;
  }
}
