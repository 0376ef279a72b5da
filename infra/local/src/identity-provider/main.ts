import { env } from 'node:process';
import { z } from 'zod';
import { claimsOf } from './persona-claims.ts';
import { createIdentityProvider } from './server.ts';

const environment = z
  .object({
    // Anybody may become anybody here, so it must have been asked for in so many words.
    ONEWINDOW_LOCAL: z.literal('1'),
    IDENTITY_PORT: z.coerce.number().int(),
    IDENTITY_ISSUER: z.url(),
    IDENTITY_AUDIENCE: z.string().min(1),
    IDENTITY_KEY: z.string().transform((text) => JSON.parse(text) as Record<string, string>),
    IDENTITY_COOKIE_SECRET: z.string().min(32),
    IDENTITY_INDEX_SECRET: z.string().min(32),
  })
  .parse(env);

const server = createIdentityProvider({
  issuer: environment.IDENTITY_ISSUER,
  audience: environment.IDENTITY_AUDIENCE,
  key: environment.IDENTITY_KEY,
  cookieSecret: environment.IDENTITY_COOKIE_SECRET,
  claimsOf: (persona) => claimsOf(persona, environment.IDENTITY_INDEX_SECRET),
});
server.listen(environment.IDENTITY_PORT, '127.0.0.1');

process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
