import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cwd, execPath } from 'node:process';
import { workspaceRoot } from '../embedded/workspace-root.ts';

export interface BundledProgram {
  /** Runs with plain `node`. */
  readonly file: string;
  remove(): void;
}

/**
 * A program of a spec as one file, made as the services' own are: one that is started dozens of times is
 * translated once. It lies in the workspace, because it finds `node_modules` from where it lies.
 */
export function bundleProgram(entry: string): BundledProgram {
  const root = workspaceRoot(cwd());
  const temporary = join(root, '.onewindow', 'tmp');
  mkdirSync(temporary, { recursive: true });
  const folder = mkdtempSync(join(temporary, 'program-'));
  const file = join(folder, 'main.js');
  execFileSync(execPath, [join(root, 'infra', 'local', 'build.mjs'), entry, file], { cwd: root });
  return {
    file,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
