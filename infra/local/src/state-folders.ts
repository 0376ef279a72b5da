import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_PORT } from '../setup/ports.mjs';

export interface StateFolders {
  /** `.onewindow`, of the whole workspace. */
  readonly state: string;
  readonly data: string;
  readonly logs: string;
}

/** Where a run keeps data and logs. Another port is another centre, with data of its own. */
export function stateFolders(root: string, port: number): StateFolders {
  const state = join(root, '.onewindow');
  const suffix = port === DEFAULT_PORT ? '' : `-${port}`;
  return { state, data: join(state, `data${suffix}`), logs: join(state, `logs${suffix}`) };
}

/** How many runs before this one keep their logs, in `logs.1` (the last one), `logs.2` … */
const KEPT_RUNS = 3;

/** Makes them; `fresh` empties the data first. The logs of the last runs are kept beside those of this one. */
export function prepareFolders({ data, logs }: StateFolders, fresh: boolean): void {
  if (fresh) rmSync(data, { recursive: true, force: true });
  rotate(logs);
  for (const folder of [data, logs]) mkdirSync(folder, { recursive: true });
}

function rotate(logs: string): void {
  rmSync(`${logs}.${KEPT_RUNS}`, { recursive: true, force: true });
  for (let run = KEPT_RUNS; run >= 1; run -= 1) {
    const younger = run === 1 ? logs : `${logs}.${run - 1}`;
    if (existsSync(younger)) renameSync(younger, `${logs}.${run}`);
  }
}
