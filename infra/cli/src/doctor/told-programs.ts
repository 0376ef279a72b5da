import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseEnv } from 'node:util';
import { addressesOf } from './collect-health.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** A program as its environment tells of it. */
export interface ToldProgram {
  readonly name: string;
  readonly isGateway: boolean;
  readonly address: string;
  readonly environment: Variables;
}

/** Where the operators of this program ask; undefined where its environment names no port for them. */
export function adminOf({
  address,
  environment,
}: Pick<ToldProgram, 'address' | 'environment'>): string | undefined {
  const { ADMIN_PORT: port = '' } = environment;
  return port === '' ? undefined : Object.assign(new URL(address), { port }).origin;
}

/**
 * The programs of a real centre from the files of their environments, `name=file`; without a name it is
 * the file's (`cases.env`) or the folder's (`cases/.env`). Subgraphs are asked where the gateway asks them.
 */
export function programsOfFiles(files: readonly string[]): readonly ToldProgram[] {
  return withAddresses(
    files.map((given) => {
      const [, named, file = given] = /^([a-z][\w-]*)=(.+)$/u.exec(given) ?? [];
      const environment = parseEnv(readFileSync(file, 'utf8')) as Variables;
      return { name: named ?? nameOf(file), environment };
    }),
  );
}

/** The one program in whose own environment the doctor runs (in its container), if it is in one. */
export function programOfVariables(env: Variables): readonly ToldProgram[] {
  const isGateway = env['SUBGRAPH_TOKEN_KEYS'] !== undefined;
  if (!isGateway && env['REQUEST_TOKEN_KEYS'] === undefined) return [];
  const name = isGateway ? 'gateway' : (env['MONGODB_DATABASE'] ?? 'service');
  return withAddresses([{ name: name.replace(/^onewindow_/u, ''), environment: env }]);
}

function nameOf(file: string): string {
  const name = basename(file);
  return name.startsWith('.env') ? basename(dirname(file)) : name.replace(/\.env$/u, '');
}

function withAddresses(
  programs: readonly { readonly name: string; readonly environment: Variables }[],
): readonly ToldProgram[] {
  const isGateway = (environment: Variables) => environment['SUBGRAPH_URLS'] !== undefined;
  const gateway = programs.find(({ environment }) => isGateway(environment));
  const known = addressesOf(gateway?.environment ?? {});
  return programs.map(({ name, environment }) => ({
    ...{ name, environment, isGateway: isGateway(environment) },
    address: known.get(name) ?? `http://127.0.0.1:${environment['PORT'] ?? '4000'}`,
  }));
}
