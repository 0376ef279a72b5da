// node infra/docker/make-environment.mjs > .env
// Prints an environment for docker-compose.yml with fresh secrets. Keep it where you keep secrets: data that was encrypted
// under them can't be read without them. The three lines of the identity provider are yours to fill in.
import { randomBytes } from 'node:crypto';

const services = ['items', 'windows', 'cases', 'supervision', 'disclosure'];
const bytes = () => randomBytes(32).toString('base64');
// A password stands in addresses and in the configuration of NATS, which takes what begins with a digit for a number.
const password = () => `p${randomBytes(24).toString('hex')}`;

const blocks = [
  [
    '# Whose tokens of people are believed.',
    'OIDC_ISSUER=',
    'OIDC_AUDIENCE=onewindow',
    'OIDC_JWKS_URI=',
  ],
  [
    '# Signs the sessions of people without an account.',
    `SESSION_SECRET=${bytes()}`,
    '# Finds a person by an ID number: the identity provider makes the claim identityIndex with the same.',
    `PERSONAL_DATA_INDEX_SECRET=${bytes()}`,
  ],
  [
    '# The servers.',
    `MONGODB_ADMIN_PASSWORD=${password()}`,
    `MONGODB_KEY_FILE=${randomBytes(512).toString('base64')}`,
    `NATS_CLUSTER_PASSWORD=${password()}`,
    `OPERATOR_NATS_PASSWORD=${password()}`,
    `GATEWAY_NATS_PASSWORD=${password()}`,
  ],
  ...services.map((service) => {
    const prefix = service.toUpperCase();
    return [
      `# ${service}`,
      `${prefix}_MONGODB_PASSWORD=${password()}`,
      `${prefix}_NATS_PASSWORD=${password()}`,
      `${prefix}_REQUEST_TOKEN_SECRET=${bytes()}`,
      `${prefix}_JOURNAL_HMAC_KEY=${bytes()}`,
      `${prefix}_PERSONAL_DATA_KEY=${bytes()}`,
    ];
  }),
];
process.stdout.write(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
