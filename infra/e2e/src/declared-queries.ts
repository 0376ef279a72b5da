import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@onewindow/runtime/embedded';
import type { Indexed } from '@onewindow/persistence/testing';

/** Everything of one service that declares queries and the indexes for them. */
export interface Declared extends Indexed {
  readonly service: string;
  /** The export that declares it. */
  readonly name: string;
  /** A journal's; a replica has none of its own sweeps. */
  readonly isJournal: boolean;
}

const FOLDERS = ['persistence', 'replicas'];

/** What the services declare, found in the modules of their persistence and replicas. */
export async function declaredQueries(): Promise<readonly Declared[]> {
  const services = join(workspaceRoot(process.cwd()), 'services');
  const found: Declared[] = [];
  for (const service of readdirSync(services)) {
    for (const file of FOLDERS.flatMap((name) => modulesIn(join(services, service, 'src', name)))) {
      const module = (await import(file)) as Readonly<Record<string, unknown>>;
      found.push(...declaredIn(module).map((one) => ({ service, ...one })));
    }
  }
  return found;
}

const modulesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
        .map((name) => join(folder, name))
    : [];

function declaredIn(module: Readonly<Record<string, unknown>>): Omit<Declared, 'service'>[] {
  return Object.entries(module).flatMap(([name, value]) => {
    const declared = typeof value === 'function' && isMaker(name) ? make(value) : value;
    if (isIndexed(declared)) return [{ ...declared, name, isJournal: 'decider' in declared }];
    // Several replicas by their names.
    return typeof declared === 'object' && declared !== null && /replica/i.test(name)
      ? declaredIn(declared as Readonly<Record<string, unknown>>)
      : [];
  });
}

/** An aggregate that depends on the installation's rules is made by a function of them. */
const isMaker = (name: string) => /(Aggregate|Type)$/.test(name);
const make = (maker: unknown): unknown => (maker as (rules: unknown) => unknown)(anything);

/** Rules of which nobody asks the content: what is declared doesn't depend on them. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
});

function isIndexed(value: unknown): value is Indexed {
  return typeof value === 'object' && value !== null && 'queries' in value && 'indexes' in value;
}
