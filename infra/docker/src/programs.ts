import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';

export const root = workspaceRoot(process.cwd());

/** The services of the workspace that can run, by their folders. */
export const services: readonly string[] = readdirSync(join(root, 'services')).filter((name) =>
  existsSync(join(root, 'services', name, 'src', 'main.ts')),
);

/** All programs that are deployed. */
export const programs: readonly string[] = ['gateway', ...services];

export type Variables = Readonly<Record<string, string>>;

/** What the program itself makes of an environment: throws, as its start would, what is missing or wrong. */
export async function readAs(program: string, variables: Variables): Promise<unknown> {
  const folder = program === 'gateway' ? 'gateway' : `services/${program}`;
  const module = (await import(join(root, folder, 'src', 'environment.ts'))) as object;
  const [read] = Object.entries(module).flatMap(([name, value]: [string, unknown]) =>
    /^(read|parse)\w*Environment$/.test(name) && typeof value === 'function' ? [value] : [],
  );
  if (read === undefined) throw new Error(`${folder}/src/environment.ts reads no environment.`);
  return (read as (source: Variables) => unknown)(variables);
}
