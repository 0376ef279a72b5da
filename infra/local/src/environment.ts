import { join } from 'node:path';
import { DEFAULT_PORT } from '../setup/ports.mjs';
import { gatewayAdminPort, serviceAdminPorts } from './admin-ports.ts';
import type { Base, Site } from './site.ts';

/** What an environment is made from: not who watches over the run. */
export type Told = Omit<Site, 'watch'>;

const AUDIENCE = 'onewindow';
const KEY_ID = 'local';

/** The secrets that a run with these services needs; each is 32 random bytes in base64. */
export const secretNames = (services: readonly string[]): readonly string[] => [
  'personalData',
  'blindIndex',
  'journal',
  'sessions',
  'cookies',
  ...services.map(requestTokenSecret),
];
const requestTokenSecret = (service: string) => `requestTokens:${service}`;
const secret = ({ secrets }: Pick<Base, 'secrets'>, name: string): string => {
  const value = secrets[name];
  if (value === undefined) throw new Error(`There is no secret ${name}`);
  return value;
};
const key = (base: Pick<Base, 'secrets'>, name: string) => `${KEY_ID}:${secret(base, name)}`;

export const identityIssuer = ({ ports }: Pick<Base, 'ports'>) =>
  `http://127.0.0.1:${ports.identity}`;
export const gatewayAddress = ({ ports }: Pick<Base, 'ports'>) =>
  `http://127.0.0.1:${ports.gateway}`;

/** Moves the business clock of all programs at once, while it has something in it. */
export const businessClockFile = ({ folders }: Pick<Base, 'folders'>) =>
  join(folders.data, 'business-clock');

/** What notices would have gone out, one file for each message. */
export const outboxFolder = ({ folders }: Pick<Base, 'folders'>) => join(folders.data, 'outbox');

export function identityEnvironment(base: Base): Record<string, string> {
  return {
    ONEWINDOW_LOCAL: '1',
    IDENTITY_PORT: String(base.ports.identity),
    IDENTITY_ISSUER: identityIssuer(base),
    IDENTITY_AUDIENCE: AUDIENCE,
    IDENTITY_KEY: base.secrets.identityKey,
    IDENTITY_COOKIE_SECRET: secret(base, 'cookies'),
    IDENTITY_INDEX_SECRET: secret(base, 'blindIndex'),
  };
}

/** What each stream reserves here: a centre on a developer's machine is small, and so may be its disk. */
export const streamBytes = ({ env }: Pick<Base, 'env'>): number =>
  Number(env['NATS_STREAM_BYTES'] ?? '') || 512 * 1024 ** 2;

export function serviceEnvironment(site: Told, service: string): Record<string, string> {
  return {
    ...ofEveryProgram(site),
    PORT: String(site.ports.services[service]),
    ADMIN_PORT: String(serviceAdminPorts(site.ports)[service]),
    MONGODB_URI: site.mongoUri,
    MONGODB_DATABASE: databaseName(site.ports.gateway, service),
    NATS_URL: site.natsUrl,
    NATS_STREAM_BYTES: String(streamBytes(site)),
    REQUEST_TOKEN_KEYS: key(site, requestTokenSecret(service)),
    JOURNAL_HMAC_KEY: secret(site, 'journal'),
    PERSONAL_DATA_KEYS: key(site, 'personalData'),
    PERSONAL_DATA_INDEX_SECRET: secret(site, 'blindIndex'),
    ...(service === 'cases' && { SENDING_OUTBOX: outboxFolder(site) }),
  };
}

export function gatewayEnvironment(site: Told): Record<string, string> {
  const services = Object.entries(site.ports.services);
  return {
    ...ofEveryProgram(site),
    PORT: String(site.ports.gateway),
    ADMIN_PORT: String(gatewayAdminPort(site.ports)),
    SUPERGRAPH_FILE: join(site.root, 'gateway', 'supergraph.graphql'),
    EXPLORER_FOLDER: join(site.root, 'gateway', 'explorer'),
    EXPLORER_PERSONAS_URL: identityIssuer(site),
    // Browsers take a secure cookie from 127.0.0.1 over HTTP only in part, and there is nobody between.
    SECURE_COOKIES: '0',
    // Everybody is one address here, and the demo files and applies for three months in minutes. Trying query codes is
    // held back as anywhere.
    RATE_LIMITS:
      'address=600000/60,person=600000/60,session=60000/60,connection=6000/60,text=60000/60,filing=6000/600,application=60000/600',
    OPERATIONS_IN_HAND: 'person=1000,address=1000',
    // A frontend that is developed on this machine.
    CORS_ORIGINS: 'http://localhost:*,http://127.0.0.1:*',
    OIDC_ISSUER: identityIssuer(site),
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_JWKS_URI: `${identityIssuer(site)}/jwks`,
    NATS_URL: site.natsUrl,
    SUBGRAPH_URLS: services
      .map(([name, port]) => `${name}=http://127.0.0.1:${port}/graphql`)
      .join(','),
    SUBGRAPH_TOKEN_KEYS: services
      .map(([name]) => `${name}=${key(site, requestTokenSecret(name))}`)
      .join(';'),
  };
}

/** Databases of another run at the same MongoDB have other names, as its data folder has. */
export const databaseName = (port: number, service: string) =>
  port === DEFAULT_PORT ? `onewindow_${service}` : `onewindow_${port}_${service}`;

function ofEveryProgram(site: Told): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    ONEWINDOW_LOCAL: '1',
    BUSINESS_CLOCK: businessClockFile(site),
    SESSION_KEYS: key(site, 'sessions'),
  };
}
