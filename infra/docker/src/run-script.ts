import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, type Variables } from './programs.ts';

/** Runs one of the scripts that an operator runs, with `input` on its standard input; answers what it printed. */
export function runScript(file: string, input = ''): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, file)], {
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The lines `NAME=value` of a file like `.env`. */
export const variablesIn = (text: string): Variables =>
  Object.fromEntries(
    [...text.matchAll(/^([A-Z]\w*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );

/** An environment as an operator makes it: the script's, with the identity provider filled in. */
export function operatorsEnvironment(): string {
  return runScript('infra/docker/make-environment.mjs')
    .replace('OIDC_ISSUER=', 'OIDC_ISSUER=https://identity.example')
    .replace('OIDC_JWKS_URI=', 'OIDC_JWKS_URI=https://identity.example/jwks');
}
