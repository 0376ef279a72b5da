import { aBroker, aGateway, aService, healthy, secretOf } from '../../test/healthy-facts.ts';
import { diagnose } from './diagnose.ts';
import type { DatabaseFacts, Facts } from './facts.ts';
import { renderFindings } from './render-findings.ts';

const [database] = healthy.databases;
const report = database?.report as Exclude<DatabaseFacts['report'], { unasked: string }>;
const withReport = (change: Partial<typeof report>) => ({
  databases: [{ program: 'cases', report: { ...report, ...change } }],
});
const durable = (
  ...looks: readonly [Parameters<typeof aBroker>[0], Parameters<typeof aBroker>[0]]
) => ({
  brokers: [{ programs: ['cases'], reports: [aBroker(looks[0]), aBroker(looks[1])] as const }],
});
const server = (change: Partial<ReturnType<typeof aBroker>>) => ({
  brokers: [{ programs: ['cases'], reports: [aBroker(), { ...aBroker(), ...change }] as const }],
});
const two = (name: string) => [
  ...(healthy.packages ?? []),
  { name, version: '2.14.4', path: `node_modules/other/node_modules/${name}` },
];
const late = { address: 'http://gateway:4000', isLive: true, isReady: true };
const services = (...programs: Facts['programs']) => ({ programs: [aGateway(), ...programs] });

it('a centre in which all is well has nothing to mend', () => {
  const findings = diagnose(healthy);
  expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
  expect(findings.map(({ about }) => about)).toEqual([
    ...['Node', 'Apollo packages', 'graphql', 'Nx', 'telemetry of gateway', 'telemetry of cases'],
    ...[
      'MongoDB of cases',
      'what is stored',
      'NATS',
      'stream ONEWINDOW_CASES',
      'durable cases-own',
    ],
    ...['gateway', 'service cases', 'keys', 'clock'],
  ]);
});

type Case = readonly [what: string, change: Partial<Facts>, about: string, detail: string];

const failures: readonly Case[] = [
  ['an old Node', { node: '18.20.4' }, 'Node', '18.20.4'],
  [
    'mixed Apollo packages',
    {
      packages: [
        { name: '@apollo/gateway', version: '2.14.4', path: 'a' },
        { name: '@apollo/subgraph', version: '2.14.3', path: 'b' },
      ],
    },
    'Apollo packages',
    'mixed: 2.14.3, 2.14.4',
  ],
  ['two copies of graphql', { packages: two('graphql') }, 'graphql', '2 copies'],
  [
    'two copies of an Apollo package',
    { packages: two('@apollo/subgraph') },
    '@apollo/subgraph',
    '2 copies',
  ],
  ['an Nx that reports', { nx: { neverConnectToCloud: true } }, 'Nx', 'report'],
  [
    'a database that is away',
    { databases: [{ program: 'cases', report: { unasked: 'no server' } }] },
    'MongoDB of cases',
    'no server',
  ],
  [
    'a database that takes no writes',
    withReport({ write: { refused: 'no majority' } }),
    'MongoDB of cases',
    'no majority',
  ],
  [
    'a journal that somebody changed',
    {
      stored: {
        looked: { journals: 1, accesses: 0, replicas: 0 },
        found: [
          {
            ...{ level: 'broken', program: 'cases', collection: 'cases', id: 'c1' },
            what: 'entry 2 is missing or out of order',
          },
        ],
      },
    },
    'what is stored',
    'cases cases c1 entry 2 is missing',
  ],
  [
    'a broker that is away',
    { brokers: [{ programs: ['cases'], reports: { unasked: 'refused' } }] },
    'NATS',
    'refused',
  ],
  [
    'a broker without JetStream',
    server({ jetStream: false, streams: [] }),
    'NATS',
    'JetStream is off',
  ],
  ['a stream that is not there', server({ streams: [] }), 'stream ONEWINDOW_CASES', 'not there'],
  [
    'a durable that is not bound',
    durable({}, { durable: 'another' }),
    'durable cases-own',
    'not bound',
  ],
  [
    'a durable that nobody pulls',
    durable({ waiting: 5, isPulled: false }, { waiting: 5, isPulled: false }),
    'durable cases-own',
    '5 waiting',
  ],
  [
    'a program that does not answer',
    services({ ...aService(), health: { unasked: 'ECONNREFUSED' } }),
    'service cases',
    'ECONNREFUSED',
  ],
  [
    'a program that is not ready',
    services({ ...aService(), health: { ...late, isReady: false } }),
    'service cases',
    'live, not ready',
  ],
  [
    'no key at all',
    services(aService({ JOURNAL_HMAC_KEY: undefined })),
    'keys of cases',
    'JOURNAL_HMAC_KEY is missing',
  ],
  [
    'a short key',
    services(aService({ JOURNAL_HMAC_KEY: 'short' })),
    'keys of cases',
    'at least 32 bytes',
  ],
  [
    'a key that is no AES key, of a service without personal data',
    services(aService({ PERSONAL_DATA_KEYS: `a:${secretOf('x')}` })),
    'keys of cases',
    '32 bytes in base64',
  ],
  [
    'a key that is no AES key',
    services(
      aService({
        PERSONAL_DATA_KEYS: `a:${secretOf('x')}`,
        PERSONAL_DATA_INDEX_SECRET: secretOf('index'),
      }),
    ),
    'keys of cases',
    '32 bytes in base64',
  ],
  [
    'keys that do not agree',
    services(aService({ REQUEST_TOKEN_KEYS: `one:${secretOf('other')}` })),
    'keys of cases',
    'does not know',
  ],
  [
    'a service that the gateway has no key for',
    services({ ...aService({ REQUEST_TOKEN_KEYS: `one:${secretOf('items')}` }), name: 'items' }),
    'keys of items',
    'no key for it',
  ],
  [
    'a key that two subgraphs share',
    services(aService(), { ...aService(), name: 'items' }),
    'keys of items',
    'shared with cases',
  ],
  [
    'a key of a developer’s folder',
    services(aService({ JOURNAL_HMAC_KEY: secretOf('local') })),
    'keys of cases',
    'JOURNAL_HMAC_KEY is one of a local centre',
  ],
  [
    'a local switch in a real centre',
    services(aService({ ONEWINDOW_LOCAL: '1' })),
    'keys of cases',
    'ONEWINDOW_LOCAL',
  ],
  [
    'a business clock in a real centre',
    services(aService({ BUSINESS_CLOCK: '/clock' })),
    'business clock',
    'cases',
  ],
  [
    'a clock that is a minute off',
    withReport({ clock: { offset: -60_000, within: 5 } }),
    'clock',
    '60.0 s behind',
  ],
];

it.each(failures)('%s fails, and is told with what to do', (...[, change, about, detail]) => {
  const bad = diagnose({ ...healthy, ...change }).filter(({ level }) => level === 'fail');
  const finding = bad.find((it) => it.about === about && it.detail.includes(detail));
  expect(finding?.advice?.en).toMatch(/\.$/);
  expect(finding?.advice?.zh).toMatch(/[\u4e00-\u9fff].*。$/);
});

const warnings: readonly Case[] = [
  ['a folder without packages', { packages: undefined }, 'packages', 'no installed packages'],
  [
    'telemetry that nobody switched off',
    services(aService({ APOLLO_TELEMETRY_DISABLED: undefined })),
    'telemetry of cases',
    'not switched off',
  ],
  ['a single database server', withReport({ members: 1 }), 'MongoDB of cases', 'one machine less'],
  [
    'a standalone database',
    withReport({ topology: 'standalone' }),
    'MongoDB of cases',
    'one machine less',
  ],
  [
    'events that nobody could handle',
    withReport({ more: { ...report.more, deadLetters: 2 } }),
    'dead letters of cases',
    '2 events',
  ],
  ['an old broker', server({ version: '2.10.3' }), 'NATS', '2.10.3'],
  [
    'a durable that falls behind',
    durable({ waiting: 2_000 }, { waiting: 2_500 }),
    'durable cases-own',
    '2500 waiting',
  ],
  [
    'a subgraph that the gateway does not ask',
    {
      programs: [{ ...aGateway(), health: { ...late, subgraphs: { cases: 'down' } } }, aService()],
    },
    'gateway',
    'cases',
  ],
  [
    'a clock that is some seconds off',
    withReport({ clock: { offset: 5_000, within: 5 } }),
    'clock',
    '5.0 s ahead',
  ],
  ['a Python without wheels', { isLocal: true, python: '3.14.0' }, 'Python', '3.14.0'],
  [
    'a business clock that is moved',
    { isLocal: true, movedClock: '+86400000' },
    'business clock',
    '+86400000',
  ],
];

it.each(warnings)('%s is a warning and no failure', (...[, change, about, detail]) => {
  const findings = diagnose({ ...healthy, ...change });
  const [finding] = findings.filter((it) => it.about === about && it.level === 'warn');
  expect(finding?.detail).toContain(detail);
  expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
});

it('what is normal for a moment is not told: full hands, between two pulls, keys in rotation', () => {
  const moment: Partial<Facts> = {
    ...durable({ waiting: 5, unacknowledged: 16, isPulled: false }, { waiting: 5, isPulled: true }),
    programs: [
      aGateway(),
      aService({ REQUEST_TOKEN_KEYS: `new:${secretOf('new')},one:${secretOf('cases')}` }),
    ],
  };
  const findings = diagnose({ ...healthy, ...moment });
  expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
});

it('a local centre is content with one machine and its own keys', () => {
  const local = { isLocal: true, python: '3.11.2', ...withReport({ members: 1 }) };
  const programs = [aGateway(), aService({ ONEWINDOW_LOCAL: '1', BUSINESS_CLOCK: '/clock' })];
  const findings = diagnose({ ...healthy, ...local, programs });
  expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
});

it('no finding holds a secret', () => {
  for (const [, change] of [...failures, ...warnings]) {
    const told = JSON.stringify(diagnose({ ...healthy, ...change }));
    expect(told).not.toContain('abcdefghijklmnop');
  }
});

it('the table has a line for each, what to do below, and the sum', () => {
  const lines = renderFindings(diagnose({ ...healthy, node: '18.0.0' }));
  expect(lines[0]).toMatch(/^FAIL {2}Node +18\.0\.0$/);
  expect(lines[1]).toMatch(/→ Install Node .* 请安装 Node/);
  expect(lines.at(-1)).toBe('14 ok 正常, 0 warn 警告, 1 fail 故障');
});
