import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The environment as a program got it: `process.env`, or a record made by a test. */
export type EnvironmentSource = Readonly<Record<string, string | undefined>>;

const onWindows = process.platform === 'win32';
const suffixes = onWindows ? ['.exe', '.cmd', ''] : [''];

/** The full path of a program on the PATH of this environment. */
export function programOnPath(env: EnvironmentSource, name: string): string | undefined {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((it) => it !== '');
  return folders.map((folder) => programIn(folder, name)).find((it) => it !== undefined);
}

/**
 * A program of the wheels in `.onewindow/python`, with the environment it needs. That folder is a
 * virtual environment or, where Python can't make one, the target of `pip install --target`, whose
 * programs find their modules by PYTHONPATH only.
 */
export function programOfWheels(
  root: string,
  name: string,
): { readonly command: string; readonly env: Readonly<Record<string, string>> } | undefined {
  const folder = join(root, '.onewindow', 'python');
  const command = programIn(join(folder, 'bin'), name) ?? programIn(join(folder, 'Scripts'), name);
  if (command === undefined) return undefined;
  const isVirtualEnvironment = existsSync(join(folder, 'pyvenv.cfg'));
  return { command, env: isVirtualEnvironment ? {} : { PYTHONPATH: folder } };
}

function programIn(folder: string, name: string): string | undefined {
  return suffixes.map((suffix) => join(folder, `${name}${suffix}`)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
