import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  findManifest,
  FOLDER,
  manifestFiles,
  manifests,
  type DeploymentSpec,
  type Manifest,
} from './manifests.ts';
import { programs, readAs, services, type Variables } from './programs.ts';
import { operatorsEnvironment, runScript } from './run-script.ts';

const SECONDS_OF_A_STOP = 30;
const hosts = 'MONGODB_HOSTS=m-0.m:27017,m-1.m:27017\nNATS_HOSTS=n-0.n:4222,n-1.n:4222\n';
const environment = operatorsEnvironment() + hosts;
const secrets = new Map(
  (
    JSON.parse(runScript('infra/k8s/make-secrets.mjs', environment)) as {
      items: { metadata: { name: string }; stringData: Variables }[];
    }
  ).items.map(({ metadata, stringData }) => [metadata.name, stringData]),
);
const deploymentOf = (name: string) =>
  findManifest('Deployment', name).spec as unknown as DeploymentSpec;
const containerOf = (name: string) => deploymentOf(name).template.spec.containers[0];
const labelled = (name: string) => ({ matchLabels: { 'app.kubernetes.io/name': name } });

/** All that a program is told: its map of configuration and its secret. */
const variablesOf = (name: string): Variables =>
  Object.assign(
    {},
    ...containerOf(name).envFrom.map(({ configMapRef, secretRef }) =>
      configMapRef
        ? findManifest('ConfigMap', configMapRef.name).data
        : secrets.get(secretRef?.name ?? ''),
    ),
  ) as Variables;

describe.each(programs)('%s', (name) => {
  it('takes the environment that it is given', async () => {
    await expect(readAs(name, variablesOf(name))).resolves.toBeDefined();
  });

  it('listens where its service sends requests', () => {
    const { PORT, ADMIN_PORT } = variablesOf(name);
    expect(containerOf(name).ports).toEqual([
      { name: 'http', containerPort: Number(PORT) },
      { name: 'admin', containerPort: Number(ADMIN_PORT) },
    ]);
    const { ports, selector } = findManifest('Service', name).spec ?? {};
    expect(ports).toMatchObject([{ targetPort: 'http' }]);
    expect(selector).toEqual(labelled(name).matchLabels);
  });

  it('is asked whether it lives and whether it is ready', () => {
    const probe = (path: string) => ({ httpGet: { path, port: 'http' } });
    expect(containerOf(name)).toMatchObject({
      startupProbe: probe('/health/live'),
      livenessProbe: probe('/health/live'),
      readinessProbe: probe('/health/ready'),
    });
  });

  it('has more than one process, of which an upgrade of the cluster takes one at a time', () => {
    expect(deploymentOf(name).replicas).toBeGreaterThan(1);
    expect(findManifest('PodDisruptionBudget', name).spec).toEqual({
      maxUnavailable: 1,
      selector: labelled(name),
    });
  });

  it('has time to stop once nobody sends it requests any more', () => {
    const { terminationGracePeriodSeconds } = deploymentOf(name).template.spec;
    const { lifecycle } = containerOf(name) as unknown as {
      lifecycle: { preStop: { sleep: { seconds: number } } };
    };
    const { seconds } = lifecycle.preStop.sleep;
    expect(terminationGracePeriodSeconds).toBeGreaterThan(seconds + SECONDS_OF_A_STOP);
  });

  it('is nobody, can change no file, has no capability, and has limits', () => {
    expect(deploymentOf(name).template.spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(containerOf(name)).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    });
    const { requests, limits } = containerOf(name).resources;
    expect([requests, limits].map((one) => Object.keys(one).sort())).toEqual([
      ['cpu', 'memory'],
      ['cpu', 'memory'],
    ]);
  });
});

it('the manifests of all services differ in the name only', () => {
  const read = (name: string) =>
    readFileSync(join(FOLDER, `${name}.yaml`), 'utf8').replaceAll(name, 'SERVICE');
  for (const name of services) expect(read(name)).toBe(read('items'));
});

it('kustomization.yaml names every file and every image', () => {
  const kustomization = manifests.find(({ kind }) => kind === 'Kustomization');
  expect([...(kustomization?.resources ?? []), 'kustomization.yaml'].sort()).toEqual(
    [...manifestFiles].sort(),
  );
  const images = kustomization?.images?.map(({ name }) => name) ?? [];
  for (const name of programs) {
    expect(containerOf(name).image).toBe(`onewindow/${name}`);
    expect(images).toContain(`onewindow/${name}`);
  }
});

it('only the gateway reaches a subgraph, and nothing is reached that is not named', () => {
  expect(findManifest('NetworkPolicy', 'nothing').spec).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
  const component = (it: string) => ({ matchLabels: { 'app.kubernetes.io/component': it } });
  expect(findManifest('NetworkPolicy', 'subgraphs').spec).toMatchObject({
    podSelector: component('subgraph'),
    ingress: [{ from: [{ podSelector: component('gateway') }] }],
  });
  for (const name of services) {
    expect(deploymentOf(name).template.metadata.labels).toMatchObject(
      component('subgraph').matchLabels,
    );
  }
});

it('what operators ask is in no Service, and open to the namespace that measures alone', () => {
  for (const name of programs) {
    expect(JSON.stringify(findManifest('Service', name))).not.toMatch(/admin|4100/);
  }
  const { podSelector, ingress } = findManifest('NetworkPolicy', 'metrics').spec ?? {};
  expect(podSelector).toEqual({
    matchExpressions: [
      { key: 'app.kubernetes.io/component', operator: 'In', values: ['gateway', 'subgraph'] },
    ],
  });
  expect(ingress).toEqual([
    {
      from: [
        { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } },
      ],
      ports: [{ protocol: 'TCP', port: 'admin' }],
    },
  ]);
});

it('the gateway may reach NATS, and never MongoDB', () => {
  const { egress } = findManifest('NetworkPolicy', 'gateway').spec as {
    readonly egress: readonly { readonly ports: readonly { readonly port: unknown }[] }[];
  };
  const ports = egress.flatMap((rule) => rule.ports.map(({ port }) => port));
  expect(ports).toContain(4222);
  expect(ports).not.toContain(27017);
  expect(variablesOf('gateway')['NATS_URL']).toMatch(/^nats:\/\/gateway:\w+@n-0.n:4222,/);
});

it('no secret is in a file', () => {
  expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  const configured = manifests.flatMap(({ kind, data }) =>
    kind === 'ConfigMap' ? Object.keys(data ?? {}) : [],
  );
  expect(
    configured.filter((name) => /KEY|SECRET|PASSWORD|MONGODB_URI|NATS_URL/.test(name)),
  ).toEqual([]);
});

it('says what is missing instead of making half a secret', () => {
  expect(() => runScript('infra/k8s/make-secrets.mjs', operatorsEnvironment())).toThrow(
    'Missing: MONGODB_HOSTS, NATS_HOSTS.',
  );
});

const readExample = (file: string) =>
  parse(readFileSync(join(FOLDER, 'example', file), 'utf8')) as Manifest;
const egressPorts = ({ spec }: Manifest) =>
  (spec as { egress: { ports: { port: unknown }[] }[] }).egress.flatMap(({ ports }) =>
    ports.map(({ port }) => port),
  );
const portOf = (address = '') => Number(new URL(address).port || 443);

it.each([
  [
    'infra/k8s',
    findManifest('ConfigMap', 'onewindow-gateway'),
    findManifest('NetworkPolicy', 'identity-provider'),
  ],
  ['the example', readExample('configuration.yaml'), readExample('identity-provider.yaml')],
])('%s lets the gateway reach the identity provider that it names', (_, { data }, policy) => {
  expect(egressPorts(policy)).toContain(portOf(data?.['OIDC_JWKS_URI']));
});

it('the example patches what is there, and leads people to the gateway', () => {
  const { metadata, kind } = readExample('configuration.yaml');
  expect(Object.keys(findManifest(kind, metadata.name).data ?? {})).toEqual(
    expect.arrayContaining(Object.keys(readExample('configuration.yaml').data ?? {})),
  );
  const text = JSON.stringify(readExample('ingress.yaml').spec);
  expect(text).toContain('{"service":{"name":"gateway","port":{"name":"http"}}}');
  const files = readExample('kustomization.yaml') as Manifest & { patches: { path: string }[] };
  const named = [...(files.resources ?? []), ...files.patches.map(({ path }) => path)];
  expect(named.toSorted()).toEqual([
    ...['..', 'configuration.yaml', 'identity-provider.yaml', 'ingress.yaml'],
  ]);
});

it.each(programs)('the metrics of %s are found by annotation', (name) => {
  const { metadata } = deploymentOf(name).template as unknown as {
    metadata: { annotations: Readonly<Record<string, string>> };
  };
  expect(metadata.annotations).toEqual({
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': variablesOf(name)['ADMIN_PORT'],
    'prometheus.io/path': '/metrics',
  });
});

it.each(['README.md', 'infra/k8s/kustomization.yaml'])(
  '%s makes the namespace before the secrets, and the secrets before the programs',
  (file) => {
    const text = readFileSync(join(FOLDER, '../..', file), 'utf8');
    const places = [
      'apply -f infra/k8s/namespace.yaml',
      'make-secrets.mjs <',
      'apply -k infra/k8s',
    ];
    const found = places.map((command) => text.indexOf(command));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  },
);
