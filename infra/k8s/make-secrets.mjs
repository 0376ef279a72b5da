// node infra/k8s/make-secrets.mjs < .env | kubectl apply -n onewindow -f -
// The namespace must be there: kubectl apply -f infra/k8s/namespace.yaml
// Prints one Secret for each program, made of an environment as infra/docker/make-environment.mjs prints it, with where
// the servers are beside it: MONGODB_HOSTS=a:27017,b:27017 (and MONGODB_OPTIONS), NATS_HOSTS=a:4222,b:4222. Nothing is
// written to disk.
import { readFileSync } from 'node:fs';

const services = ['items', 'windows', 'cases', 'supervision', 'disclosure'];
const withPersonalData = ['cases', 'supervision', 'disclosure'];
const given = Object.fromEntries(
  readFileSync(0, 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);
const missing = [];
const demand = (name) => {
  if (!given[name]) missing.push(name);
  return given[name] ?? '';
};

const brokerFor = (user) =>
  demand('NATS_HOSTS')
    .split(',')
    .map((host) => `nats://${user}:${demand(`${user.toUpperCase()}_NATS_PASSWORD`)}@${host.trim()}`)
    .join(',');
const requestTokenKey = (prefix) => `k1:${demand(`${prefix}_REQUEST_TOKEN_SECRET`)}`;

function secretsOf(service) {
  const prefix = service.toUpperCase();
  const options = given.MONGODB_OPTIONS || `replicaSet=rs0&authSource=${service}&w=majority`;
  return {
    MONGODB_URI: `mongodb://${service}:${demand(`${prefix}_MONGODB_PASSWORD`)}@${demand('MONGODB_HOSTS')}/?${options}`,
    MONGODB_DATABASE: service,
    NATS_URL: brokerFor(service),
    REQUEST_TOKEN_KEYS: requestTokenKey(prefix),
    JOURNAL_HMAC_KEY: demand(`${prefix}_JOURNAL_HMAC_KEY`),
    PERSONAL_DATA_KEYS: `p1:${demand(`${prefix}_PERSONAL_DATA_KEY`)}`,
    ...(withPersonalData.includes(service) && {
      PERSONAL_DATA_INDEX_SECRET: demand('PERSONAL_DATA_INDEX_SECRET'),
    }),
  };
}

const programs = {
  gateway: {
    NATS_URL: brokerFor('gateway'),
    SESSION_KEYS: `s1:${demand('SESSION_SECRET')}`,
    SUBGRAPH_TOKEN_KEYS: services
      .map((service) => `${service}=${requestTokenKey(service.toUpperCase())}`)
      .join(';'),
  },
  ...Object.fromEntries(services.map((service) => [service, secretsOf(service)])),
};
if (missing.length > 0) {
  process.stderr.write(`Missing: ${[...new Set(missing)].sort().join(', ')}.\n`);
  process.exit(1);
}
// They are in the same .env for docker-compose.yml, and are no secrets.
const elsewhere = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URI'].filter((name) => given[name]);
if (elsewhere.length > 0)
  process.stderr.write(
    `${elsewhere.join(', ')}: not in a secret, set them in infra/k8s/configuration.yaml or in an overlay (infra/k8s/example).\n`,
  );
const items = Object.entries(programs).map(([name, stringData]) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: `onewindow-${name}` },
  type: 'Opaque',
  stringData,
}));
process.stdout.write(
  `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, undefined, 2)}\n`,
);
