import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../logs/create-log.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { createRouteFinder, type Routes } from './find-route.ts';
import { healthRoutes, metricsRoute } from './operations-routes.ts';
import { createRunningRequests } from './running-requests.ts';
import { serveRequest } from './serve-request.ts';

export interface HttpHostOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether all that the process needs is there; what it throws means no. */
  readonly readiness: () => Promise<boolean> | boolean;
  /** By exact path, or by a beginning that ends in `/`. */
  readonly handlers: Routes;
  /** Bytes; 1 MiB. */
  readonly bodyLimit?: number;
  /**
   * A port of its own for what only operators may ask: `/metrics`, `adminHandlers`, and health once more. Without one
   * nobody is told. 0 takes a free one.
   */
  readonly adminPort?: number;
  /** What is answered at `adminPort` alone, by exact path. */
  readonly adminHandlers?: Routes;
  /** How long an idle connection is kept; must be longer than the client's, which then closes first. */
  readonly keepAliveMs?: number;
}

export interface HttpHost {
  readonly server: Server;
  /** Where operators ask, `http://host:port`; undefined before the start and without `adminPort`. */
  readonly adminAddress: string | undefined;
  /** Answers the address, `http://host:port`. */
  start(): Promise<string>;
  /** Not ready any more, while requests go on as before: load balancers look away first. */
  unready(): void;
  /**
   * Unready, then accepts no more, lets running requests end and closes idle connections. After
   * `withinMs` (20 s) the signals of those still running abort and their connections are cut.
   */
  drain(withinMs?: number): Promise<void>;
}

/** HTTP on bare `node:http`: health, handlers that get the raw body, and metrics on a port of their own. */
export function createHttpHost(options: HttpHostOptions): HttpHost {
  const { log, metrics } = options;
  let isServing = true;
  const isReady = async () => {
    try {
      return isServing && (await options.readiness());
    } catch (error) {
      log.warn({ err: error }, 'readiness could not be told');
      return false;
    }
  };
  const running = createRunningRequests();
  const health = healthRoutes(isReady);
  const serve = (routes: Routes): Server => {
    const findRoute = createRouteFinder(routes);
    const serving = { log, metrics, bodyLimit: options.bodyLimit ?? 1 << 20, findRoute, running };
    const keepAliveTimeout = options.keepAliveMs ?? 65_000;
    return createServer(
      { keepAliveTimeout, headersTimeout: 20_000, requestTimeout: 60_000 },
      (request, response) => void serveRequest(serving, request, response),
    );
  };
  const { adminPort, adminHandlers } = options;
  const server = serve({ ...options.handlers, ...health });
  const admin =
    adminPort === undefined
      ? undefined
      : serve({ ...adminHandlers, ...metricsRoute(metrics), ...health });
  let adminAddress: string | undefined;
  const unready = () => {
    isServing = false;
  };
  return {
    server,
    get adminAddress() {
      return adminAddress;
    },
    start: async () => {
      if (admin) adminAddress = await listen(admin, { ...options, port: adminPort ?? 0 });
      return listen(server, options);
    },
    unready,
    async drain(withinMs = 20_000) {
      unready();
      const servers = [server, ...(admin ? [admin] : [])].filter(({ listening }) => listening);
      if (servers.length === 0) return;
      const closed = servers.map((one) => new Promise((resolve) => one.close(resolve)));
      const cut = () => {
        for (const one of servers) one.closeAllConnections();
      };
      const inTime = new AbortController();
      const late = sleep(withinMs, 'late', { signal: inTime.signal });
      late.catch(() => undefined); // It is aborted below.
      if ((await Promise.race([running.end(), late])) === 'late') {
        log.warn({ running: running.size }, 'requests were cut off');
        running.abort();
        cut();
      }
      inTime.abort();
      // No request runs: what is left is idle, or a client that never sent the whole of its request.
      cut();
      await Promise.all(closed);
    },
  };
}

function listen(
  server: Server,
  { port, host = '0.0.0.0' }: Pick<HttpHostOptions, 'host' | 'port'>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const bound = (server.address() as AddressInfo).port;
      resolve(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${bound}`);
    });
  });
}
