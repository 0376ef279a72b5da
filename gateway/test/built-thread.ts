import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createLog, createMetrics } from '@onewindow/runtime';
import { createThreadWork, type ThreadWorkOptions } from '../src/planning/thread-work.ts';

const root = `${__dirname}/../..`;

/** The planning thread as it ships, built into a folder of its own. */
export function buildThread(): { readonly file: string; readonly remove: () => void } {
  // In the workspace: it imports what is installed there.
  mkdirSync(`${root}/gateway/dist`, { recursive: true });
  const folder = mkdtempSync(`${root}/gateway/dist/test-`);
  const file = `${folder}/planning-thread.js`;
  const entry = 'gateway/src/planning/planning-thread.ts';
  execFileSync(process.execPath, ['infra/local/build.mjs', entry, file], { cwd: root });
  return {
    file,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** With what it tells operators of itself, as text. */
export function threadWork(options: Pick<ThreadWorkOptions, 'data' | 'file' | 'longest'>) {
  const metrics = createMetrics('gateway');
  const log = createLog({ service: 'gateway', level: 'silent' });
  const work = createThreadWork({ ...options, log, metrics });
  return { work, told: async () => (await metrics.render()).text };
}
