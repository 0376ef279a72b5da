import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '@onewindow/runtime';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { isOwnPage, type MayAsk } from '../http/origins.ts';
import type { ConnectionCount } from './connection-count.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LiveMetrics } from './live-metrics.ts';
import { createSocketProtocol, type ProtocolOptions } from './socket-protocol.ts';
import { serveSocket } from './serve-socket.ts';

export interface WebSocketRouteOptions extends ProtocolOptions {
  readonly mayAsk: MayAsk;
  readonly count: ConnectionCount;
  readonly limits: LiveLimits;
  readonly metrics: LiveMetrics;
  readonly log: Log;
}

/** WebSockets on `/graphql`, for subscriptions alone. */
export interface WebSocketRoute {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Takes no more, and says good-bye to all. */
  stop(): Promise<void>;
}

const PATH = '/graphql';
const GOING_AWAY = 1001;

export function createWebSocketRoute(options: WebSocketRouteOptions): WebSocketRoute {
  const { mayAsk, rates, count, limits, metrics, log } = options;
  const protocol = createSocketProtocol(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  let isStopping = false;
  const enter: WebSocketRoute['upgrade'] = (request, socket, head) => {
    const leave = isStopping ? undefined : count.enter();
    if (leave === undefined) {
      refuse(socket, '503 Service Unavailable');
      return;
    }
    metrics.connected('websocket', 1);
    socket.once('close', () => {
      leave();
      metrics.connected('websocket', -1);
    });
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      serveSocket(webSocket, request, { protocol, limits, log });
    });
  };
  const tooManyFrom = (request: IncomingMessage) =>
    rates?.connection(options.addressOf(request)) ?? Promise.resolve(undefined);
  return {
    upgrade: (request, socket, head) => {
      socket.on('error', (error) => {
        log.debug({ err: error }, 'a connection broke');
      });
      if (request.url?.split('?', 1)[0] !== PATH) {
        refuse(socket, '404 Not Found');
        return;
      }
      const { origin, host } = request.headers;
      // A browser opens a WebSocket to anywhere, with our cookie, and asks nobody first. Others than browsers name none.
      if (origin !== undefined && !isOwnPage(origin, host) && !mayAsk(origin)) {
        refuse(socket, '403 Forbidden');
        return;
      }
      if (rates === undefined) {
        enter(request, socket, head);
        return;
      }
      tooManyFrom(request).then(
        (tooMany) => {
          if (tooMany) refuse(socket, '429 Too Many Requests', tooMany.retryAfter);
          else if (!socket.destroyed) enter(request, socket, head);
        },
        (error: unknown) => {
          log.error({ err: error }, 'a connection could not be counted');
          refuse(socket, '503 Service Unavailable');
        },
      );
    },
    stop: async () => {
      isStopping = true;
      const { clients } = sockets;
      // After they are told that their subscriptions are complete.
      await new Promise((resolve) => setImmediate(resolve));
      for (const client of clients) client.close(GOING_AWAY, 'Going away');
      const gone = [...clients].map(
        (client) => new Promise((resolve) => client.once('close', resolve)),
      );
      const late = setTimeout(() => {
        for (const client of clients) client.terminate();
      }, FAREWELL_MS);
      await Promise.all(gone);
      clearTimeout(late);
    },
  };
}

/** How long one that does not answer the good-bye is waited for. */
const FAREWELL_MS = 1_000;

function refuse(socket: Duplex, status: string, retryAfter?: number): void {
  const wait = retryAfter === undefined ? '' : `retry-after: ${retryAfter}\r\n`;
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${wait}content-length: 0\r\n\r\n`);
}
