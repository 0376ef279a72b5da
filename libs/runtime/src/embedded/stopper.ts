import type { ChildProcess } from 'node:child_process';

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Ends a process by asking, asking again and killing at last; answers when it is gone. */
export function createStopper(
  child: ChildProcess,
  exited: Promise<Exit>,
  patience = { againMs: 5_000, killMs: 10_000 },
) {
  return {
    async stop(): Promise<Exit> {
      signal(child, 'SIGTERM');
      const timers = [
        setTimeout(() => {
          signal(child, 'SIGTERM');
        }, patience.againMs),
        setTimeout(() => {
          signal(child, 'SIGKILL');
        }, patience.killMs),
      ];
      try {
        return await exited;
      } finally {
        timers.forEach(clearTimeout);
      }
    },
    async kill(): Promise<Exit> {
      signal(child, 'SIGKILL');
      return exited;
    },
  };
}

/** To the whole group, as a server may be a script that runs another program. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    child.kill(name);
    return;
  }
  try {
    process.kill(-child.pid, name);
  } catch (cause) {
    // It ended between the check and the signal.
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}
