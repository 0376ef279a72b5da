import { mkdirSync, rmSync } from 'node:fs';
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

/** Makes them; `fresh` empties the data first. Logs are of this run only. */
export function prepareFolders({ data, logs }: StateFolders, fresh: boolean): void {
  if (fresh) rmSync(data, { recursive: true, force: true });
  rmSync(logs, { recursive: true, force: true });
  for (const folder of [data, logs]) mkdirSync(folder, { recursive: true });
}
