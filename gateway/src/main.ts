import { readFileSync } from 'node:fs';
import {
  createPersonTokenVerifier,
  createRequestTokenMinter,
  createSessionTokens,
} from '@onewindow/identity';
import { connectStreamFollower } from '@onewindow/messaging';
import { runService } from '@onewindow/runtime';
import { createGateway } from './create-gateway.ts';
import { parseGatewayEnvironment } from './environment.ts';
import { readPageFiles } from './explorer/page-files.ts';
import { createThreadWork } from './planning/thread-work.ts';
import { openSharedCounts } from './rates/shared-counts.ts';

// The gateway's library reports home from its constructor on, unless it is told not to.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

/** Its user at the broker may hear nothing else. */
const INBOX = '_INBOX.gateway';

await runService({
  service: 'gateway',
  source: process.env,
  parse: parseGatewayEnvironment,
  start: async ({ environment, log, metrics, lifecycle }) => {
    const { url } = environment.broker;
    const follower =
      url && (await connectStreamFollower({ url, name: 'gateway', inboxPrefix: INBOX, log }));
    const { rates, inHand, trusted, sharedUri } = environment.rates;
    const sharedCounts = sharedUri === undefined ? undefined : openSharedCounts(sharedUri);
    if (sharedCounts) {
      lifecycle.onStop('close', 'counts', () => sharedCounts.close());
      // Without an index counts are slow, and right.
      sharedCounts.prepare().catch((error: unknown) => {
        log.warn({ err: error }, 'shared counts could not be prepared');
      });
    }
    const gateway = createGateway({
      supergraphSdl: readFileSync(environment.files.supergraph, 'utf8'),
      subgraphUrls: environment.subgraphs.urls,
      minter: createRequestTokenMinter(environment.requestTokens.keys),
      identity: {
        persons: createPersonTokenVerifier(environment.persons),
        sessions: createSessionTokens(environment.sessions.keys),
      },
      http: environment.http,
      log,
      metrics,
      explorer: readPageFiles(environment.files.explorer),
      ...(environment.personas.identity && { personasAt: environment.personas.identity }),
      secureCookies: environment.cookies.secure,
      ...environment.crossOrigin,
      ...environment.permitted,
      trusted,
      ...(rates && { rates }),
      ...(inHand && { inHand }),
      ...(sharedCounts && { sharedCounts }),
      executor: environment.executor,
      planApart: (data) =>
        createThreadWork({
          file: new URL('./planning-thread.js', import.meta.url),
          ...{ data, log, metrics },
        }),
      ...(follower && { follower }),
      live: environment.live,
    });
    lifecycle.onStop('drainRequests', 'gateway', () => gateway.stop());
    log.info({ url: await gateway.start() }, 'gateway listens');
  },
});
