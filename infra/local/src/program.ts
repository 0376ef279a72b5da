import { join } from 'node:path';
import { execPath } from 'node:process';
import { startServer } from '@onewindow/runtime/embedded';
import type { Base } from './site.ts';
import { supervise } from './supervise.ts';

export interface Program {
  /** As a sentence calls it. */
  readonly name: string;
  /** Of the bundle, from the workspace's root. */
  readonly file: string;
  readonly log: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

const READY_WITHIN_MS = 90_000;
const ANSWER_WITHIN_MS = 2_000;

/** Runs one of our own programs; answers when it says itself that it is ready. */
export function startProgram(
  { root, env, folders, watch }: Pick<Base, 'root' | 'env' | 'folders' | 'watch'>,
  program: Program,
): Promise<{ readonly stop: () => Promise<void> }> {
  const answersAt = async (path: string) => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const url = `http://127.0.0.1:${program.port}/health/${path}`;
    return (await fetch(url, { signal })).status === 200;
  };
  return supervise({
    ...watch,
    name: program.name,
    start: (on) =>
      startServer({
        ...on,
        command: execPath,
        args: ['--enable-source-maps', join(root, program.file)],
        env: { ...env, ...program.env, APOLLO_TELEMETRY_DISABLED: '1' },
        logFile: join(folders.logs, `${program.log}.log`),
        readyWithinMs: READY_WITHIN_MS,
        isReady: () => answersAt('ready'),
      }),
    // Alive and not ready is no reason to start it again: what it waits for is somewhere else.
    isAlive: () => answersAt('live'),
  });
}
