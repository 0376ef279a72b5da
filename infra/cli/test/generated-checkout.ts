import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '@onewindow/runtime/embedded';

const run = promisify(execFile);
const root = workspaceRoot(process.cwd());

const LEFT_OUT = new Set(['node_modules', '.git', '.nx', '.onewindow', 'dist', 'data', '.env']);

/** A copy of this checkout in which a test may generate what it likes. */
export interface Checkout {
  readonly root: string;
  /** Links the packages of the workspace, also those that were generated since. */
  readonly link: () => void;
  /** A program of node_modules, or `node`, in a folder of the copy. Rejects with what it printed when it ends with another code than 0. */
  readonly run: (folder: string, program: string, ...args: readonly string[]) => Promise<string>;
  readonly remove: () => void;
}

/**
 * Below the checkout, so that packages from outside are found in its `node_modules`; our own are linked in the copy's,
 * so that the copy's services meet the copy's libs.
 */
export function copyCheckout(): Checkout {
  const home = join(root, '.onewindow');
  mkdirSync(home, { recursive: true });
  const copy = mkdtempSync(join(home, 'generated-'));
  for (const name of readdirSync(root)) {
    if (LEFT_OUT.has(name)) continue;
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (source) => !LEFT_OUT.has(basename(source)),
    });
  }
  // The embedded servers.
  const servers = join(home, 'python');
  if (existsSync(servers)) {
    mkdirSync(join(copy, '.onewindow'));
    symlinkSync(servers, join(copy, '.onewindow/python'));
  }
  const packages = join(copy, 'node_modules/@onewindow');
  const link = () => {
    rmSync(packages, { recursive: true, force: true });
    mkdirSync(packages, { recursive: true });
    for (const area of ['libs', 'services', 'infra']) {
      for (const name of readdirSync(join(copy, area))) {
        const target = relative(packages, join(copy, area, name));
        symlinkSync(target, join(packages, name));
      }
    }
  };
  link();
  return {
    root: copy,
    link,
    run: async (folder, program, ...args) => {
      // Not as a part of this run of Jest.
      const apart = ['-u', 'JEST_WORKER_ID', '-u', 'NODE_OPTIONS'];
      const path = program === 'node' ? process.execPath : join(root, 'node_modules/.bin', program);
      try {
        const { stdout } = await run('env', [...apart, path, ...args], {
          cwd: join(copy, folder),
          maxBuffer: 64 * 1024 * 1024,
        });
        return stdout;
      } catch (error) {
        const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
        throw new Error(`${program} ${args.join(' ')} in ${folder}:\n${stdout}\n${stderr}`, {
          cause: error,
        });
      }
    },
    remove: () => {
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
