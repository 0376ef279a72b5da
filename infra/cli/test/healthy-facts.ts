import type { BrokerReport, DurableReport } from '@onewindow/messaging';
import type { Facts, ProgramFacts } from '../src/doctor/facts.ts';

/** Secrets of a test: long, and unlike each other. */
export const secretOf = (name: string) => `${name}-`.padEnd(40, 'abcdefghijklmnop');

const quiet = { APOLLO_TELEMETRY_DISABLED: '1' };
const health = (address: string) => ({ address, isLive: true, isReady: true });

export const aService = (
  change: Readonly<Record<string, string | undefined>> = {},
): ProgramFacts => ({
  name: 'cases',
  isGateway: false,
  environment: {
    ...quiet,
    REQUEST_TOKEN_KEYS: `one:${secretOf('cases')}`,
    JOURNAL_HMAC_KEY: secretOf('journal'),
    ...change,
  },
  health: { ...health('http://cases:4000'), clock: { offset: 0, within: 500 } },
});

export const aGateway = (
  change: Readonly<Record<string, string | undefined>> = {},
): ProgramFacts => ({
  name: 'gateway',
  isGateway: true,
  environment: {
    ...quiet,
    SESSION_KEYS: `one:${secretOf('sessions')}`,
    SUBGRAPH_TOKEN_KEYS: `cases=one:${secretOf('cases')}`,
    ...change,
  },
  health: { ...health('http://gateway:4000'), subgraphs: { cases: 'up' } },
});

export const aBroker = (durable: Partial<DurableReport> = {}): BrokerReport => ({
  version: '2.15.1',
  jetStream: true,
  streams: [
    {
      ...{ name: 'ONEWINDOW_CASES', bytes: 10, maxBytes: 1_000, replicas: 3 },
      durables: [
        { durable: 'cases-own', waiting: 0, unacknowledged: 0, isPulled: true, ...durable },
      ],
    },
  ],
});

/** A real centre in which all is well. */
export const healthy: Facts = {
  isLocal: false,
  node: '20.20.0',
  python: undefined,
  packages: [
    { name: '@apollo/gateway', version: '2.14.4', path: 'node_modules/@apollo/gateway' },
    { name: '@apollo/subgraph', version: '2.14.4', path: 'node_modules/@apollo/subgraph' },
    { name: 'graphql', version: '16.15.0', path: 'node_modules/graphql' },
  ],
  nx: { neverConnectToCloud: true, analytics: false },
  programs: [aGateway(), aService()],
  databases: [
    {
      program: 'cases',
      report: {
        ...{ topology: 'replica set', members: 3, write: { ms: 3 } },
        clock: { offset: 10, within: 5 },
        more: { bound: [{ durable: 'cases-own', stream: 'ONEWINDOW_CASES' }], deadLetters: 0 },
      },
    },
  ],
  stored: { looked: { journals: 3, accesses: 2, replicas: 1 }, found: [] },
  brokers: [{ programs: ['cases'], reports: [aBroker(), aBroker()] }],
  localSecrets: [secretOf('local')],
  movedClock: undefined,
};
