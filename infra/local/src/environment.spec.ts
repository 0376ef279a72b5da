import {
  clockEnvironment,
  httpEnvironment,
  identityEnvironment as peopleEnvironment,
  journalEnvironment,
  mongoEnvironment,
  natsEnvironment,
  parseEnvironment,
  personalDataEnvironment,
  requestTokenEnvironment,
  sessionEnvironment,
  subgraphKeysEnvironment,
} from '@onewindow/runtime';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portPlan } from '../setup/ports.mjs';
import {
  databaseName,
  gatewayEnvironment,
  identityEnvironment,
  secretNames,
  serviceEnvironment,
} from './environment.ts';
import { readSecrets } from './secrets.ts';
import type { Site } from './site.ts';
import { stateFolders } from './state-folders.ts';

const services = ['cases', 'items'];
let folder: string;
let site: Site;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-environment-'));
  site = {
    root: folder,
    env: {},
    ports: portPlan(4000, services),
    folders: stateFolders(folder, 4000),
    secrets: readSecrets(join(folder, 'secrets.json'), secretNames(services)),
    watch: {
      guard: { add: () => undefined, remove: () => undefined },
      say: () => undefined,
      giveUp: () => undefined,
    },
    mongoUri: 'mongodb://127.0.0.1:4002/',
    natsUrl: 'nats://127.0.0.1:4003',
  };
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the environment that is handed out is complete', () => {
  it('for a service', () => {
    const read = parseEnvironment(serviceEnvironment(site, 'cases'), {
      mongo: mongoEnvironment,
      nats: natsEnvironment,
      http: httpEnvironment,
      requestTokens: requestTokenEnvironment,
      sessions: sessionEnvironment,
      personalData: personalDataEnvironment,
      journal: journalEnvironment,
      clock: clockEnvironment,
    });
    expect(read.http).toMatchObject({ port: 4010, host: '127.0.0.1' });
    expect(read.mongo.database).toBe('onewindow_cases');
  });

  it('for the gateway, whose keys are those of the services', () => {
    const read = parseEnvironment(gatewayEnvironment(site), {
      http: httpEnvironment,
      people: peopleEnvironment,
      nats: natsEnvironment,
      requestTokens: subgraphKeysEnvironment,
    });
    const ofCases = parseEnvironment(serviceEnvironment(site, 'cases'), {
      requestTokens: requestTokenEnvironment,
    });
    expect(read.requestTokens.keys['cases']).toEqual(ofCases.requestTokens.keys);
    expect(read.requestTokens.keys['items']).not.toEqual(ofCases.requestTokens.keys);
    expect(read.people.issuer).toBe(identityEnvironment(site)['IDENTITY_ISSUER']);
  });

  it('with the blind index that the tokens are made with', () => {
    expect(identityEnvironment(site)['IDENTITY_INDEX_SECRET']).toBe(
      serviceEnvironment(site, 'cases')['PERSONAL_DATA_INDEX_SECRET'],
    );
  });
});

it('another run beside it has data, logs and databases of its own, and the same secrets', () => {
  const [one, other] = [stateFolders('/w', 4000), stateFolders('/w', 5000)];
  expect(one.state).toBe(other.state);
  expect(new Set([one.data, one.logs, other.data, other.logs]).size).toBe(4);
  expect(databaseName(4000, 'cases')).not.toBe(databaseName(5000, 'cases'));
});
