import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices, composeText } from './compose-file.ts';
import { programs, readAs, root, services } from './programs.ts';
import { operatorsEnvironment, variablesIn } from './run-script.ts';

const given = variablesIn(operatorsEnvironment());
const compose = composeServices(given);
const service = (name: string) => {
  const found = compose[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no ${name}.`);
  return found;
};
const environmentOf = (name: string) => service(name).environment ?? {};
const SECONDS_OF_A_STOP = 30;

describe.each(programs)('%s', (name) => {
  it('takes the environment that it is given', async () => {
    await expect(readAs(name, environmentOf(name))).resolves.toBeDefined();
  });

  it('is built from the one Dockerfile', () => {
    const { target, args } = service(name).build ?? {};
    expect(target).toBe(name === 'gateway' ? 'gateway' : 'service');
    expect(args?.['SERVICE']).toBe(name === 'gateway' ? undefined : name);
    expect(service(name).image).toBe(`onewindow/${name}:0.1.0`);
  });

  it('runs as nobody, can change no file, has no capability and a limit', () => {
    expect(service(name)).toMatchObject({
      user: '65532:65532',
      read_only: true,
      cap_drop: ['ALL'],
    });
    expect(Object.keys(service(name).deploy?.resources.limits ?? {}).sort()).toEqual([
      'cpus',
      'memory',
    ]);
  });

  it('is asked whether it is ready, and is waited for longer than a stop takes', () => {
    expect(service(name).healthcheck?.test).toEqual(['CMD', 'node', 'is-ready.mjs']);
    expect(parseInt(service(name).stop_grace_period ?? '', 10)).toBeGreaterThan(SECONDS_OF_A_STOP);
  });
});

it('nobody outside reaches anything but the gateway', () => {
  const reached = Object.entries(compose).filter(([, it]) => it.ports !== undefined);
  expect(reached.map(([name]) => name)).toEqual(['gateway']);
  // Nor what is for operators.
  expect(service('gateway').ports).toEqual(['4000:4000']);
  expect(environmentOf('gateway')['ADMIN_PORT']).toBe('4100');
  expect(service('gateway').networks).not.toContain('servers');
});

it('the gateway reaches the servers of NATS and none of MongoDB', () => {
  const reached = Object.entries(compose)
    .filter(([name]) => /^(mongo|nats)-/.test(name))
    .filter(([, { networks = [] }]) =>
      networks.some((it) => service('gateway').networks?.includes(it)),
    );
  expect(reached.map(([name]) => name)).toEqual(['nats-1', 'nats-2', 'nats-3']);
  expect(environmentOf('gateway')['NATS_URL']).toMatch(/^nats:\/\/gateway:\w+@nats-1:4222,/);
});

it('the gateway knows each service where it is and by its key', () => {
  const { SUBGRAPH_URLS = '', SUBGRAPH_TOKEN_KEYS = '' } = environmentOf('gateway');
  const urls = SUBGRAPH_URLS.split(',').map((pair) => pair.trim());
  const keys = SUBGRAPH_TOKEN_KEYS.split(';').map((pair) => pair.trim());
  for (const name of services) {
    expect(urls).toContain(`${name}=http://${name}:${environmentOf(name)['PORT'] ?? ''}/graphql`);
    expect(keys).toContain(`${name}=${environmentOf(name)['REQUEST_TOKEN_KEYS'] ?? ''}`);
  }
});

it('no two services share a secret but the one that finds people', () => {
  const isSecret = (name: string) => /KEY|SECRET|URI|URL/.test(name) && !/INDEX/.test(name);
  const secrets = services.flatMap((name) =>
    Object.entries(environmentOf(name)).flatMap(([variable, value]) =>
      isSecret(variable) ? [value] : [],
    ),
  );
  expect(new Set(secrets).size).toBe(secrets.length);
});

it('each service has a user of its own at MongoDB and at NATS', () => {
  const users = readFileSync(join(root, 'infra/docker/mongo/make-replica-set.js'), 'utf8');
  const broker = readFileSync(join(root, 'infra/docker/nats/nats.conf'), 'utf8');
  expect(broker).toContain('user: gateway, password: $GATEWAY_NATS_PASSWORD');
  for (const name of services) {
    expect(users).toContain(`'${name}'`);
    expect(broker).toContain(`user: ${name}, password: $${name.toUpperCase()}_NATS_PASSWORD`);
    expect(environmentOf(name)['MONGODB_URI']).toContain(`//${name}:`);
  }
});

it('events and data are kept three times', () => {
  for (const server of ['mongo', 'nats']) {
    expect(
      Object.keys(compose).filter((name) => /^\w+-\d$/.test(name) && name.startsWith(server)),
    ).toHaveLength(3);
  }
  for (const name of services) {
    expect(environmentOf(name)['NATS_STREAM_REPLICAS']).toBe('3');
    expect(environmentOf(name)['MONGODB_URI']).toMatch(/mongo-1,mongo-2,mongo-3.*w=majority/);
  }
});

describe('secrets', () => {
  it.each(Object.keys(given))('without %s nothing starts', (name) => {
    expect(() => composeServices({ ...given, [name]: '' })).toThrow(`${name} is missing`);
  });

  it('are in no file: each is made anew, and none stands in docker-compose.yml', () => {
    const again = variablesIn(operatorsEnvironment());
    for (const [name, value] of Object.entries(given).filter(
      ([name]) => !name.startsWith('OIDC'),
    )) {
      expect(again[name]).not.toBe(value);
      expect(value.length).toBeGreaterThanOrEqual(32);
    }
    expect(composeText).not.toMatch(/(PASSWORD|SECRET|KEY\w*): +['"]?\w+['"]?$/m);
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('.env');
  });
});
