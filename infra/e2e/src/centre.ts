import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequestTokenMinter, type ViewerClaims } from '@onewindow/identity';
import { createTestIssuer } from '@onewindow/identity/testing';
import { startNats, type StartedNats } from '@onewindow/messaging/testing';
import { startMongo } from '@onewindow/persistence/testing';
import { REQUEST_TOKEN_HEADER } from '@onewindow/subgraph';
import { freePort, workspaceRoot } from '@onewindow/runtime/embedded';
import type { Answer, Question } from './ask.ts';
import { startProgram, type RunningProgram } from './running-program.ts';

export const SERVICES = ['items', 'windows', 'cases', 'supervision', 'disclosure'] as const;
export type Service = (typeof SERVICES)[number];

/** A whole centre on servers of its own: MongoDB, NATS, the subgraphs and the gateway, each a process. */
export interface Centre {
  readonly gatewayUrl: string;
  readonly blindIndex: { readonly secret: string };
  readonly mongoUri: string;
  readonly databaseOf: (service: Service) => string;
  /** A person's token with these claims. */
  token(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** Moves the business clock of all programs to this moment, or back to the real time. */
  moveClock(to: string | null): void;
  kill(service: Service): Promise<void>;
  start(service: Service, env?: Readonly<Record<string, string>>): Promise<void>;
  /** Resolves when a service ended by itself (a fail point). */
  died(service: Service): Promise<void>;
  /** Kills NATS, deletes its store and brings it back empty. */
  loseBroker(): Promise<void>;
  metricsOf(service: Service): Promise<string>;
  /** Asks a subgraph itself, as the gateway does for this viewer: the only way to `_entities`. */
  askSubgraph(
    service: Service,
    viewer: ViewerClaims,
    question: Pick<Question, 'query' | 'variables'>,
  ): Promise<Answer<Readonly<Record<string, unknown>> | null>>;
  /** The last of what the programs logged, for a failing test. */
  logs(): string;
  /** All that they logged. */
  wholeLogs(): string;
  readonly natsUrl: string;
  stop(): Promise<void>;
}

/** The name under which its port for operators is kept. */
const adminOf = (program: string) => `admin of ${program}`;
const secret = () => randomBytes(32).toString('base64');

/** Starts everything; what did come up is ended when something does not. */
export async function startCentre(): Promise<Centre> {
  const ends: (() => Promise<unknown>)[] = [];
  const endAll = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return await start(ends, endAll);
  } catch (error) {
    await endAll();
    throw error;
  }
}

async function start(
  ends: (() => Promise<unknown>)[],
  endAll: () => Promise<void>,
): Promise<Centre> {
  const root = workspaceRoot(process.cwd());
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-e2e-'));
  const clockFile = join(folder, 'business-clock');
  writeFileSync(clockFile, '');
  const [issuer, mongo, firstNats] = await Promise.all([
    createTestIssuer(),
    startMongo(),
    startNats(),
  ]);
  let nats: StartedNats = firstNats;
  ends.push(
    () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
    () => Promise.all([issuer.stop(), nats.stop(), mongo.kill()]),
  );

  const ports = new Map<string, number>();
  for (const name of [...SERVICES, 'gateway']) {
    ports.set(name, await freePort());
    ports.set(adminOf(name), await freePort());
  }
  const urlOf = (name: string) => `http://127.0.0.1:${ports.get(name) ?? 0}`;
  const databaseOf = (service: Service) => `${mongo.prefix}_${service}`;
  const requestSecrets = new Map(SERVICES.map((name) => [name, secret()]));
  const requestKeys = new Map(
    [...requestSecrets].map(([name, text]) => [name, `test:${text}`] as const),
  );
  const minter = createRequestTokenMinter(
    Object.fromEntries(
      [...requestSecrets].map(([name, text]) => [name, [{ id: 'test', secret: text }]] as const),
    ),
  );
  const blindIndex = { secret: secret() };
  const everyProgram = {
    HOST: '127.0.0.1',
    ONEWINDOW_LOCAL: '1',
    BUSINESS_CLOCK: clockFile,
    LOG_LEVEL: 'info',
    SESSION_KEYS: `test:${secret()}`,
  };
  const serviceSecrets = {
    PERSONAL_DATA_KEYS: `test:${secret()}`,
    PERSONAL_DATA_INDEX_SECRET: blindIndex.secret,
    JOURNAL_HMAC_KEY: secret(),
  };
  const running = new Map<string, RunningProgram>();
  ends.push(() => Promise.all([...running.values()].map((program) => program.stop())));
  const logOf = (name: string) => join(folder, `${name}.log`);

  const startService = async (service: Service, env: Readonly<Record<string, string>> = {}) => {
    const program = await startProgram({
      file: join(root, `services/${service}/dist/main.js`),
      logFile: logOf(service),
      healthUrl: `${urlOf(service)}/health/live`,
      env: {
        ...everyProgram,
        ...serviceSecrets,
        PORT: String(ports.get(service)),
        ADMIN_PORT: String(ports.get(adminOf(service))),
        MONGODB_URI: mongo.uri,
        MONGODB_DATABASE: databaseOf(service),
        NATS_URL: nats.url,
        // One citizen of the tests applies a hundred times for one item.
        OPEN_APPLICATIONS_PER_ITEM: '100',
        REQUEST_TOKEN_KEYS: requestKeys.get(service) ?? '',
        ...env,
      },
    });
    running.set(service, program);
  };
  const startGateway = async () => {
    gateway = await startProgram({
      file: join(root, 'gateway/dist/main.js'),
      logFile: logOf('gateway'),
      healthUrl: `${urlOf('gateway')}/health/ready`,
      env: {
        ...everyProgram,
        PORT: String(ports.get('gateway')),
        ADMIN_PORT: String(ports.get(adminOf('gateway'))),
        NATS_URL: nats.url,
        SUPERGRAPH_FILE: join(root, 'gateway/supergraph.graphql'),
        EXPLORER_FOLDER: join(root, 'gateway/explorer'),
        SECURE_COOKIES: '0',
        RATE_LIMITS: 'off',
        OIDC_ISSUER: issuer.issuer,
        OIDC_AUDIENCE: issuer.audience,
        OIDC_JWKS_URI: issuer.jwksUri,
        SUBGRAPH_URLS: SERVICES.map((name) => `${name}=${urlOf(name)}/graphql`).join(','),
        SUBGRAPH_TOKEN_KEYS: SERVICES.map((name) => `${name}=${requestKeys.get(name) ?? ''}`).join(
          ';',
        ),
      },
    });
  };
  let gateway: RunningProgram | undefined;
  ends.push(async () => gateway?.stop());
  const starting = [startGateway(), ...SERVICES.map((service) => startService(service))];
  // One that does not come up must not leave the others behind, which come up a moment later.
  await Promise.allSettled(starting);
  await Promise.all(starting);

  return {
    gatewayUrl: urlOf('gateway'),
    blindIndex,
    mongoUri: mongo.uri,
    databaseOf,
    token: (claims) => issuer.mint(claims),
    moveClock: (to) => {
      writeFileSync(clockFile, to ?? '');
    },
    kill: async (service) => running.get(service)?.kill(),
    start: startService,
    died: async (service) => running.get(service)?.ended,
    loseBroker: async () => {
      const { port, storeDir } = nats;
      await nats.kill();
      rmSync(storeDir, { recursive: true, force: true, maxRetries: 5 });
      nats = await startNats({ port });
    },
    askSubgraph: async (service, viewer, { query, variables = {} }) => {
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`${urlOf(service)}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [REQUEST_TOKEN_HEADER]: minter.mint({ subgraph: service, body, viewer }),
        },
        body,
      });
      const answer = (await response.json()) as Omit<Answer<never>, 'status'>;
      return { ...answer, status: response.status };
    },
    metricsOf: async (service) => (await fetch(`${urlOf(adminOf(service))}/metrics`)).text(),
    logs: () =>
      [...SERVICES, 'gateway']
        .map(
          (name) =>
            `== ${name}\n${readFileSync(logOf(name), 'utf8').split('\n').slice(-40).join('\n')}`,
        )
        .join('\n'),
    wholeLogs: () =>
      [...SERVICES, 'gateway'].map((name) => readFileSync(logOf(name), 'utf8')).join('\n'),
    get natsUrl() {
      return nats.url;
    },
    stop: endAll,
  };
}
