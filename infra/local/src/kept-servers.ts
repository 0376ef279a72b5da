import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from './site.ts';
import type { StateFolders } from './state-folders.ts';

/** Which servers a centre runs on. */
export type KeptServers = Pick<Site, 'mongoUri' | 'natsUrl'>;

const fileOf = ({ data }: Pick<StateFolders, 'data'>) => join(data, 'servers.json');

/**
 * Keeps where the servers of this run are, so that who looks at the centre later need not be told again. An
 * address may hold a password: only the owner may read the file.
 */
export function keepServers(
  folders: Pick<StateFolders, 'data'>,
  { mongoUri, natsUrl }: KeptServers,
): void {
  const file = fileOf(folders);
  // The mode is heeded only where a file is made.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ mongoUri, natsUrl }), { mode: 0o600 });
}

/** The servers of the last run with this data; undefined where there was none. */
export function keptServers(folders: Pick<StateFolders, 'data'>): KeptServers | undefined {
  const file = fileOf(folders);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptServers) : undefined;
}
