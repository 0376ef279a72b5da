import { z } from 'zod';
import { keys } from './keys.ts';
import { address, integer, portNumber, secret, text, wholeNumber } from './variable.ts';

/** `{ uri, database? }`; a service names its own database where none is given. */
export const mongoEnvironment = z
  .object({
    MONGODB_URI: address('the address of the MongoDB replica set', ['mongodb:', 'mongodb+srv:']),
    MONGODB_DATABASE: z.string().optional(),
    INDEX_CHANGES: z.enum(['apply', 'tell'], { error: 'must be apply or tell' }).default('apply'),
  })
  .transform(({ MONGODB_URI: uri, MONGODB_DATABASE: database, INDEX_CHANGES: indexChanges }) => ({
    uri,
    indexChanges,
    ...(database !== undefined && { database }),
  }));

/**
 * `{ url, stream? }`: `stream.replicas` is how many servers of a cluster keep each event, `stream.maxBytes` what the
 * service's stream may hold and reserves on each of them; both where that is said.
 */
export const natsEnvironment = z
  .object({
    NATS_URL: address('the address of the NATS cluster', ['nats:', 'tls:', 'ws:', 'wss:']),
    NATS_STREAM_REPLICAS: z
      .enum(['1', '3', '5'], { error: 'must be 1, 3 or 5: an even number outvotes nobody' })
      .optional(),
    NATS_STREAM_BYTES: wholeNumber({ min: 1 << 20, max: 2 ** 49 }).optional(),
  })
  .transform(({ NATS_URL: url, NATS_STREAM_REPLICAS: replicas, NATS_STREAM_BYTES: maxBytes }) => {
    const stream = {
      ...(replicas !== undefined && { replicas: Number(replicas) }),
      ...(maxBytes !== undefined && { maxBytes }),
    };
    return { url, ...(Object.keys(stream).length > 0 && { stream }) };
  });

/** `{ port, host, bodyLimit, adminPort? }`; without `adminPort` nobody can ask for metrics. */
export const httpEnvironment = z
  .object({
    ADMIN_PORT: portNumber.optional(),
    PORT: integer({ min: 0, max: 65_535, fallback: 4000 }),
    HOST: z.string().default('0.0.0.0'),
    HTTP_BODY_LIMIT: integer({ min: 1024, max: 1 << 30, fallback: 1 << 20 }),
  })
  .refine(({ PORT, ADMIN_PORT }) => ADMIN_PORT === undefined || PORT === 0 || PORT !== ADMIN_PORT, {
    path: ['ADMIN_PORT'],
    error: 'must be another port than PORT: what operators ask is not for everybody',
  })
  .transform((it) => ({
    port: it.PORT,
    host: it.HOST,
    bodyLimit: it.HTTP_BODY_LIMIT,
    ...(it.ADMIN_PORT !== undefined && { adminPort: it.ADMIN_PORT }),
  }));

/** `{ issuer, audience, jwksUri }`: whose tokens of people are believed. */
export const identityEnvironment = z
  .object({
    OIDC_ISSUER: address('the issuer of tokens, as their claim "iss" has it', ['https:', 'http:']),
    OIDC_AUDIENCE: text('the audience that tokens are made for'),
    OIDC_JWKS_URI: address('where the keys of the issuer are', ['https:', 'http:']),
  })
  .transform((it) => ({
    issuer: it.OIDC_ISSUER,
    audience: it.OIDC_AUDIENCE,
    jwksUri: it.OIDC_JWKS_URI,
  }));

/** `{ keys }` of the anonymous sessions. */
export const sessionEnvironment = z
  .object({ SESSION_KEYS: keys('the keys that sign anonymous sessions') })
  .transform((it) => ({ keys: it.SESSION_KEYS }));

/** `{ keys }` that this subgraph and the gateway know. */
export const requestTokenEnvironment = z
  .object({ REQUEST_TOKEN_KEYS: keys('the keys of the request tokens of this subgraph') })
  .transform((it) => ({ keys: it.REQUEST_TOKEN_KEYS }));

/**
 * `{ hmacKey, sealEveryMs }`: the key of the HMAC of a command's arguments, by which a repetition is known; how long
 * an entry waits for its seal at most.
 */
export const journalEnvironment = z
  .object({
    JOURNAL_HMAC_KEY: secret('the key under which arguments of commands are remembered'),
    JOURNAL_SEAL_MINUTES: z.coerce
      .number({ error: 'must be a number of minutes' })
      .positive({ error: 'must be a number of minutes' })
      .default(60),
  })
  .transform((it) => ({
    hmacKey: it.JOURNAL_HMAC_KEY,
    sealEveryMs: it.JOURNAL_SEAL_MINUTES * 60_000,
  }));

const aes256 = {
  isGood: (key: string) => Buffer.from(key, 'base64').length === 32,
  demand: 'must have keys of 32 bytes in base64, as AES-256 wants',
};

/** `{ keys }` of what people wrote, for a service that keeps nobody's personal data. The first one encrypts. */
export const textKeysEnvironment = z
  .object({ PERSONAL_DATA_KEYS: keys('the keys that encrypt what people wrote', aes256) })
  .transform((it) => ({ keys: it.PERSONAL_DATA_KEYS }));

/** `{ keys, indexSecret }`: the first key encrypts, all of them decrypt; the blind index has its own. */
export const personalDataEnvironment = z
  .object({
    PERSONAL_DATA_KEYS: keys('the keys that encrypt personal data', aes256),
    PERSONAL_DATA_INDEX_SECRET: secret('the secret of the blind index'),
  })
  .transform((it) => ({
    keys: it.PERSONAL_DATA_KEYS,
    indexSecret: it.PERSONAL_DATA_INDEX_SECRET,
  }));

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** `{ level }` */
export const logEnvironment = z
  .object({
    LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'),
  })
  .transform((it) => ({ level: it.LOG_LEVEL }));

/** `{ businessClock? }`, the file that moves the business clock: only on a developer's machine and in tests. */
export const clockEnvironment = z
  .object({ BUSINESS_CLOCK: z.string().optional(), ONEWINDOW_LOCAL: z.string().optional() })
  .refine((it) => it.BUSINESS_CLOCK === undefined || it.ONEWINDOW_LOCAL === '1', {
    path: ['BUSINESS_CLOCK'],
    error: 'is refused where ONEWINDOW_LOCAL is not 1: the time of the law is not moved in earnest',
  })
  .transform(({ BUSINESS_CLOCK: file }) => (file === undefined ? {} : { businessClock: file }));
