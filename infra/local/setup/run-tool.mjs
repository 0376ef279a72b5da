import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const KEPT_LINES = 20;

/**
 * Runs a tool to its end in a process group that the guard knows, with its output in a log file.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, log: string, guard: { add(pid: number): void, remove(pid: number): void }, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ ok: boolean, tail: string }>} `tail`: the last lines that it wrote
 */
export function runTool(command, args, { cwd, log, guard, env = process.env }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  /** @type {string[]} */
  let lines = [];
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      // npm is a .cmd file on Windows, which only a shell can run.
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    });
    const { pid } = child;
    if (pid !== undefined) guard.add(pid);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        file.write(chunk);
        lines.push(
          ...String(chunk)
            .split('\n')
            .filter((line) => line.trim() !== ''),
        );
        lines = lines.slice(-KEPT_LINES);
      });
    }
    const end = (/** @type {boolean} */ ok) => {
      if (pid !== undefined) guard.remove(pid);
      file.end();
      done({ ok, tail: lines.join('\n') });
    };
    child.once('error', (error) => {
      lines.push(error.message);
      end(false);
    });
    child.once('close', (code) => {
      if (pid !== undefined) end(code === 0);
    });
  });
}
