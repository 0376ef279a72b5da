import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portPlan } from '../setup/ports.mjs';
import { serviceNames } from '../setup/programs.mjs';
import { sentence } from '../setup/sentence.mjs';
import {
  gatewayAddress,
  gatewayEnvironment,
  serviceEnvironment,
  type Told,
} from './environment.ts';
import { keptServers } from './kept-servers.ts';
import type { Secrets } from './secrets.ts';
import { stateFolders } from './state-folders.ts';

export { DEFAULT_PORT } from '../setup/ports.mjs';
export { personaToken, runningCentre, runningCentres } from './running-centres.ts';

/** The programs of a centre that `npm start` runs, each with its address and what it is told. */
export interface Centre {
  readonly programs: readonly CentreProgram[];
  readonly secrets: readonly string[];
}

export interface CentreProgram {
  readonly name: string;
  readonly address: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The centre on this port, for who looks at it from outside: nothing is made or started. */
export function findCentre(request: {
  readonly root: string;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
}): Centre {
  const { root, port, env } = request;
  const services = serviceNames(root);
  const ports = portPlan(port, services);
  const folders = stateFolders(root, port);
  const secrets = localSecrets(root);
  if (secrets === undefined)
    throw sentence('No centre was ever started here: run npm start first.');
  const kept = keptServers(folders);
  const site: Told = {
    ...{ root, env, ports, folders, secrets },
    mongoUri:
      given(env['MONGODB_URI']) ??
      kept?.mongoUri ??
      `mongodb://127.0.0.1:${ports.mongo}/?directConnection=true`,
    natsUrl: given(env['NATS_URL']) ?? kept?.natsUrl ?? `nats://127.0.0.1:${ports.nats}`,
  };
  const quiet = { APOLLO_TELEMETRY_DISABLED: '1' };
  const gateway = { ...gatewayEnvironment(site), ...quiet };
  return {
    secrets: Object.values(secrets),
    programs: [
      { name: 'gateway', address: gatewayAddress(site), environment: gateway },
      ...services.map((name) => ({
        name,
        address: `http://127.0.0.1:${ports.services[name]}`,
        environment: { ...serviceEnvironment(site, name), ...quiet },
      })),
    ],
  };
}

/** The secrets that this workspace made for itself; absent where it never ran. */
export function localSecrets(root: string): Secrets | undefined {
  const file = join(root, '.onewindow', 'secrets.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Secrets) : undefined;
}

const given = (value: string | undefined) => (value === '' ? undefined : value);
