import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface HttpAddress {
  /** 0 takes a free one. */
  readonly port: number;
  /** All interfaces when absent. */
  readonly host?: string;
}

export interface HttpHost {
  /** Listens, and answers the base address. */
  start(): Promise<string>;
  /** Takes no new connection, lets running requests end, closes idle connections. */
  stop(): Promise<void>;
}

/** A bare `node:http` server with exact paths. A route that throws is answered 500 and told to `fault`. */
export function createHttpHost(
  address: HttpAddress,
  routes: ReadonlyMap<string, Route>,
  fault: (error: unknown) => void,
): HttpHost {
  let stopping = false;
  const server = createServer((request, response) => {
    // A connection that is kept alive behind the last answer would hold up the end.
    response.once('close', () => {
      if (stopping)
        setImmediate(() => {
          server.closeIdleConnections();
        });
    });
    const route = routes.get(`${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`);
    if (!route) {
      response.writeHead(404).end();
      return;
    }
    route(request, response).catch((error: unknown) => {
      fault(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  // Longer than the gateway keeps a connection, so that it is never the side that closes one in use.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 30_000;
  return {
    start: () => listen(server, address),
    stop: () => {
      stopping = true;
      return close(server);
    },
  };
}

function listen(server: Server, { port, host }: HttpAddress): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const bound = (server.address() as AddressInfo).port;
      const name = host === undefined || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
      resolve(`http://${name.includes(':') ? `[${name}]` : name}:${bound}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'ERR_SERVER_NOT_RUNNING')
        reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
