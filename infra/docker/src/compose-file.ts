import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root, type Variables } from './programs.ts';

export interface ComposeService {
  readonly image: string;
  readonly build?: {
    readonly target: string;
    readonly args?: Readonly<Record<string, string>>;
  };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly environment?: Variables;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly stop_grace_period?: string;
  readonly deploy?: {
    readonly replicas?: number;
    readonly resources: { readonly limits: Readonly<Record<string, string>> };
  };
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly command?: readonly string[];
}

export const composeText = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

/** The services of docker-compose.yml as `docker compose config` would answer them, as far as these fields go. */
export function composeServices(variables: Variables): Readonly<Record<string, ComposeService>> {
  const text = interpolate(composeText, variables);
  const { services } = parse(text, { merge: true }) as {
    readonly services: Readonly<Record<string, ComposeService>>;
  };
  return services;
}

/** `${NAME}`, `${NAME:-otherwise}` and `${NAME:?why it must be there}`. */
function interpolate(text: string, variables: Variables): string {
  return text.replaceAll(/\$\{(\w+)(:[-?])?([^}]*)\}/g, (...found: string[]) => {
    const [, name = '', kind, rest = ''] = found;
    const value = variables[name] ?? '';
    if (value === '' && kind === ':?') throw new Error(`${name} is missing: ${rest}`);
    return value === '' && kind === ':-' ? rest : value;
  });
}
