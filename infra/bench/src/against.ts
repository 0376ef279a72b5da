import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A checkout in which the gateway is built. */
export interface Checkout {
  readonly name: string;
  readonly folder: string;
  /** Removes it, where it was made. */
  readonly remove: () => void;
}

const PROGRAM = 'gateway/dist/main.js';

/** A folder in which the gateway is built, else what git knows by this name: checked out beside this one and built. */
export function checkOut(name: string, root: string): Checkout {
  if (existsSync(join(name, PROGRAM))) return { name, folder: name, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-against-'));
  const git = (...args: readonly string[]) => {
    execFileSync('git', ['-C', root, 'worktree', ...args], { stdio: 'ignore' });
  };
  git('add', '--detach', folder, name);
  const remove = () => {
    git('remove', '--force', folder);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    install(root, folder);
    execFileSync('sh', ['-c', buildCommand(folder)], { cwd: folder, stdio: 'inherit' });
  } catch (error) {
    remove();
    throw error;
  }
  return { name, folder, remove };
}

/** What its lock file says; where that is the same as here, what is installed here, but for our own packages: those are links to folders beside them. */
function install(root: string, folder: string): void {
  const lockIn = (checkout: string) => readFileSync(join(checkout, 'package-lock.json'), 'utf8');
  if (lockIn(root) !== lockIn(folder)) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      ...{ cwd: folder, stdio: 'inherit' },
    });
    return;
  }
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(to);
  for (const entry of readdirSync(from)) {
    if (entry === OURS)
      cpSync(join(from, entry), join(to, entry), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(join(from, entry), join(to, entry));
  }
}

const OURS = '@onewindow';

/** As that checkout builds its gateway. */
function buildCommand(folder: string): string {
  const project = JSON.parse(readFileSync(join(folder, 'gateway/project.json'), 'utf8')) as {
    readonly targets: { readonly build: { readonly options: { readonly command: string } } };
  };
  return project.targets.build.options.command;
}
