import type { IncomingMessage } from 'node:http';
import type { Log } from '@onewindow/runtime';
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { LiveLimits } from './live-limits.ts';
import { createSetUps } from './set-ups.ts';
import type { SocketExtra } from './socket-protocol.ts';
import { createSubscriptionIds } from './subscription-ids.ts';

/** What may lie here for a client that asks and does not read, in bytes. */
const UNREAD = 4 * 1_024 * 1_024;

/** One WebSocket, spoken to by the protocol, and given up when nobody is there any more. */
export function serveSocket(
  socket: WebSocket,
  request: IncomingMessage,
  options: {
    readonly protocol: Server<SocketExtra>;
    readonly limits: LiveLimits;
    readonly log: Log;
  },
): void {
  const { protocol, limits, log } = options;
  const send = (text: string) =>
    new Promise<void>((resolve) => {
      if (socket.readyState !== socket.OPEN) resolve();
      // Of one that is gone its `close` is told.
      else
        socket.send(text, () => {
          resolve();
        });
    });
  const demandReader = () => {
    if (socket.bufferedAmount > UNREAD) socket.terminate();
  };
  const close = (code: number, reason: string) => {
    socket.close(code, reason);
  };
  const ids = createSubscriptionIds();
  const extra: SocketExtra = {
    request,
    tell: async (id, payload) => {
      const name = ids.nameOf(id);
      if (name === undefined) return;
      await send(`{"id":${JSON.stringify(name)},"type":"next","payload":${payload}}`);
    },
    close,
    subscribers: new Set(),
    setUps: createSetUps(limits.subscriptions),
    isClosed: false,
  };
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: async (said) => {
        const text = ids.outgoing(said);
        if (text !== undefined) await send(text);
      },
      close: (code = 1000, reason = '') => {
        close(code, reason);
      },
      onMessage: (receive) => {
        socket.on('message', (data: Buffer, isBinary: boolean) => {
          demandReader();
          const text = isBinary ? '' : ids.incoming(data.toString('utf8'));
          receive(text).catch((error: unknown) => {
            log.error({ err: error }, 'a message of a subscriber failed');
            socket.close(INTERNAL_ERROR, 'Internal server error');
          });
        });
      },
    },
    extra,
  );
  let isThere = true;
  const asking = setInterval(() => {
    if (!isThere) socket.terminate();
    isThere = false;
    socket.ping();
  }, limits.keepAlive);
  asking.unref();
  socket.on('ping', demandReader);
  socket.on('pong', () => (isThere = true));
  socket.on('error', (error) => {
    log.debug({ err: error }, 'a subscriber broke the rules of WebSockets');
  });
  socket.once('close', (code, reason) => {
    clearInterval(asking);
    closed(code, reason.toString()).catch((error: unknown) => {
      log.error({ err: error }, 'a subscriber was not let go');
    });
  });
}

const INTERNAL_ERROR = 4500;
