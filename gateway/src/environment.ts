import {
  httpEnvironment,
  identityEnvironment,
  logEnvironment,
  natsEnvironment,
  parseEnvironment,
  sessionEnvironment,
  subgraphKeysEnvironment,
} from '@onewindow/runtime';
import { z } from 'zod';
import { isOriginForm } from './http/origins.ts';
import { ratesEnvironment } from './rates/rates-environment.ts';

const FORM = 'must be "subgraph=http://host:port/graphql", separated by commas';

/** `{ urls }` by subgraph: where each of them answers. */
const subgraphUrls = z
  .object({ SUBGRAPH_URLS: z.string({ error: `is missing: ${FORM}` }) })
  .transform(({ SUBGRAPH_URLS: text }, context) => {
    const pairs = text
      .split(',')
      .map((part) => /^\s*([a-z][\w-]*)=(https?:\/\/\S+)\s*$/.exec(part));
    if (pairs.some((pair) => pair === null || !URL.canParse(pair[2] ?? ''))) {
      context.addIssue({ code: 'custom', path: ['SUBGRAPH_URLS'], message: FORM });
      return z.NEVER;
    }
    const urls = pairs.map((pair): [string, string] => [pair?.[1] ?? '', pair?.[2] ?? '']);
    return { urls: Object.fromEntries(urls) };
  });

/** `{ supergraph, explorer }`: files, from the folder that the gateway runs in. */
const files = z
  .object({
    SUPERGRAPH_FILE: z.string().default('supergraph.graphql'),
    EXPLORER_FOLDER: z.string().default('explorer'),
  })
  .transform((it) => ({ supergraph: it.SUPERGRAPH_FILE, explorer: it.EXPLORER_FOLDER }));

/** `{ identity? }`: the identity provider of a developer's machine, whose personas anybody may become. */
const personas = z
  .object({
    EXPLORER_PERSONAS_URL: z.url({ error: 'must be an address' }).optional(),
    ONEWINDOW_LOCAL: z.string().optional(),
  })
  .refine((it) => it.EXPLORER_PERSONAS_URL === undefined || it.ONEWINDOW_LOCAL === '1', {
    path: ['EXPLORER_PERSONAS_URL'],
    error: 'is refused where ONEWINDOW_LOCAL is not 1: nobody becomes somebody else in earnest',
  })
  .transform(({ EXPLORER_PERSONAS_URL: identity }) => (identity === undefined ? {} : { identity }));

/** `{ secure }`: whether browsers may send the session over HTTPS alone. */
const cookies = z
  .object({ SECURE_COOKIES: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('1') })
  .transform((it) => ({ secure: it.SECURE_COOKIES === '1' }));

/** `{ origins }`: pages of which origins may ask, as `http/origins.ts` reads them. None by default. */
const crossOrigin = z
  .object({ CORS_ORIGINS: z.string().default('') })
  .transform(({ CORS_ORIGINS: text }) =>
    text
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .refine((origins) => origins.every(isOriginForm), {
    path: ['CORS_ORIGINS'],
    error:
      'must be origins as "https://portal.example" or "http://localhost:*", separated by commas: no path, and never *, because the session is sent to them',
  })
  .transform((origins) => ({ origins }));

/** `{ introspection, persistedQueries }`: what callers may do; both by default. */
const permitted = z
  .object({
    INTROSPECTION: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('1'),
    PERSISTED_QUERIES: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('1'),
  })
  .transform((it) => ({
    introspection: it.INTROSPECTION === '1',
    persistedQueries: it.PERSISTED_QUERIES === '1',
  }));

/** Without a broker there are no live updates. */
const noBroker: z.ZodType<{ readonly url?: string }> = z.object({}).transform(() => ({}));

/** `{ connections }`: how many subscribers may be connected at once. */
const live = z
  .object({
    LIVE_CONNECTIONS: z
      .string()
      .regex(/^\d{1,6}$/, { error: 'must be a whole number from 0 to 999999' })
      .default('10000'),
  })
  .transform((it) => ({ connections: Number(it.LIVE_CONNECTIONS) }));

/** What runs query plans: our executor, or Apollo's own as a way back. */
const executor = z
  .object({
    GATEWAY_EXECUTOR: z.enum(['stock', 'own'], { error: 'must be stock or own' }).default('own'),
  })
  .transform((it) => it.GATEWAY_EXECUTOR);

/** All that the gateway takes from its environment. Throws one error that tells all problems at once. */
export function parseGatewayEnvironment(source: Readonly<Record<string, string | undefined>>) {
  return parseEnvironment(source, {
    http: httpEnvironment,
    log: logEnvironment,
    persons: identityEnvironment,
    sessions: sessionEnvironment,
    requestTokens: subgraphKeysEnvironment,
    subgraphs: subgraphUrls,
    files,
    cookies,
    crossOrigin,
    permitted,
    rates: ratesEnvironment,
    executor,
    personas,
    live,
    broker: (source['NATS_URL'] ?? '').trim() === '' ? noBroker : natsEnvironment,
  });
}
