import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other set-up of this workspace runs: `npm test` beside a first `npm start` waits for it.
 * @template Result
 * @param {string} state
 * @param {{ say(text: string): void }} progress
 * @param {() => Promise<Result>} work
 */
export async function alone(state, progress, work) {
  const file = join(state, 'setup.lock');
  mkdirSync(state, { recursive: true });
  for (let told = false; !claim(file); told = true) {
    if (!told) progress.say(`  … Waiting for the set-up of process ${holder(file)} in this folder`);
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function claim(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    // Whoever holds it may have been killed: then nobody does.
    if (!isRunning(holder(file))) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file @returns {number} 0 while it is not known */
function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return 0;
    throw error;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
