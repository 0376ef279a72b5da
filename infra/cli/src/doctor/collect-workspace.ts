import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WATCHED_PACKAGES } from './check-packages.ts';
import type { Facts, InstalledPackage } from './facts.ts';

/** What is installed in this workspace, as npm itself wrote it down. */
export function readPackages(root: string): Facts['packages'] {
  const file = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(file)) return undefined;
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  return Object.entries(packages).flatMap(([path, { version = '' }]): InstalledPackage[] => {
    const name = path.split('node_modules/').at(-1) ?? '';
    return WATCHED_PACKAGES.includes(name) ? [{ name, version, path }] : [];
  });
}

export function readNx(root: string): Facts['nx'] {
  const file = join(root, 'nx.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
    : undefined;
}

/** `3.11.2`, or undefined where no Python answers. */
export async function pythonVersion(): Promise<string | undefined> {
  for (const command of ['python3', 'python']) {
    try {
      const { stdout } = await promisify(execFile)(command, ['--version'], { timeout: 5_000 });
      const version = /Python (\S+)/u.exec(stdout)?.[1];
      if (version !== undefined) return version;
    } catch {
      // Not there under this name: that is what is asked.
    }
  }
  return undefined;
}
