import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Log } from '@onewindow/runtime';
import { errorInLanguage } from '@onewindow/subgraph';
import { makeServer, type ConnectionInitMessage, type Context, type Server } from 'graphql-ws';
import { parse, type ExecutionArgs, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { RequestRates } from '../rates/request-rates.ts';
import { SESSION, type ViewerOfRequestOptions } from '../viewer-of-request.ts';
import { at, identify, type LiveConnection } from './live-connection.ts';
import { liveError, type LiveFault } from './live-error.ts';
import type { LiveLimits } from './live-limits.ts';
import { readLiveRequest } from './live-request.ts';
import type { LiveUpdates } from './live-updates.ts';
import { Refused } from './refused.ts';
import type { SetUps } from './set-ups.ts';
import { silentUntilEnd } from './silent-until-end.ts';
import type { Subscriber } from './subscriber.ts';

export interface ProtocolOptions {
  readonly live: LiveUpdates;
  readonly schema: () => GraphQLSchema;
  readonly identity: ViewerOfRequestOptions;
  readonly rates: RequestRates | undefined;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly limits: LiveLimits;
  readonly log: Log;
}

/** What belongs to one WebSocket. */
export interface SocketExtra {
  readonly request: IncomingMessage;
  /** Tells the subscription of an id a payload, which is written out. Resolves when it is on its way; never rejects. */
  readonly tell: (id: string, payload: string) => Promise<void>;
  readonly close: (code: number, reason: string) => void;
  readonly subscribers: Set<Subscriber>;
  /** Of subscriptions that are looked at, before they begin. */
  readonly setUps: SetUps;
  isClosed: boolean;
  connection?: LiveConnection;
  stopWaiting?: () => void;
}

type SocketContext = Context<ConnectionInitMessage['payload'], SocketExtra>;

/** Not one that a client gives up at: he comes back with a new token. */
const FORBIDDEN = 4403;
/** graphql-ws only asks it whether it is a subscription: what is asked is read elsewhere, once for all. */
const ANY_SUBSCRIPTION = parse('subscription { any }');

/** The protocol `graphql-transport-ws`, for subscriptions alone. */
export function createSocketProtocol(options: ProtocolOptions): Server<SocketExtra> {
  const { live, limits } = options;
  const connect = async ({ extra, connectionParams = {} }: SocketContext) => {
    const headers = headersOf(extra.request.headers, connectionParams);
    const connection = await identify(options, headers, options.addressOf(extra.request));
    if (connection === undefined || extra.isClosed) return false;
    extra.connection = connection;
    extra.stopWaiting = at(connection.expiresAt, () => {
      for (const subscriber of extra.subscribers) subscriber.end(liveError('TOKEN_EXPIRED'));
      // After what they are told of it.
      setImmediate(() => {
        extra.close(FORBIDDEN, 'The token has expired');
      });
    });
    const { mintedSession } = connection;
    return mintedSession === undefined || { [SESSION]: mintedSession };
  };
  const subscribe = async (
    { extra, subscriptions }: SocketContext,
    id: string,
    payload: object,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> => {
    const language = extra.connection?.caller.language ?? 'zh';
    const told = (fault: LiveFault) => errorInLanguage(liveError(fault), language);
    if (extra.connection === undefined) return [told('TOKEN_EXPIRED')];
    const most = limits.subscriptions;
    if (Object.keys(subscriptions).length > most) return [told('TOO_MANY_SUBSCRIPTIONS')];
    const isTurn = await extra.setUps.begin(() => id in subscriptions && !extra.isClosed);
    // Of what was taken back nobody is told.
    if (!isTurn) return [told('TOO_MANY_SUBSCRIPTIONS')];
    try {
      const request = readLiveRequest(payload, language);
      const subscriber = await live.subscribe(request, extra.connection.caller, ({ text }) =>
        extra.tell(id, text),
      );
      extra.subscribers.add(subscriber);
      void subscriber.ended.then(() => extra.subscribers.delete(subscriber));
      return { schema: options.schema(), document: ANY_SUBSCRIPTION, contextValue: subscriber };
    } catch (error) {
      if (error instanceof Refused) return error.errors;
      throw error;
    } finally {
      extra.setUps.end();
    }
  };
  return makeServer<ConnectionInitMessage['payload'], SocketExtra>({
    onConnect: connect,
    onSubscribe: subscribe,
    subscribe: ({ contextValue }) => silentUntilEnd(contextValue as Subscriber),
    onClose: ({ extra }) => {
      extra.isClosed = true;
      extra.setUps.sweep();
      extra.stopWaiting?.();
    },
  });
}

/** Of which no token can be read. */
const NO_TOKEN = '';
const OF_PARAMETERS = ['authorization', SESSION, 'accept-language'] as const;

/**
 * What a browser can't put into headers it says in its first message. A token that is no text is one that is not good,
 * as any other; null is none.
 */
function headersOf(
  headers: IncomingHttpHeaders,
  parameters: Readonly<Record<string, unknown>>,
): IncomingHttpHeaders {
  const said = Object.entries(parameters).flatMap(([name, value]) => {
    const known = OF_PARAMETERS.find((it) => it === name.toLowerCase());
    if (known === undefined || value === null || value === undefined) return [];
    if (typeof value === 'string') return [[known, value] as const];
    return known === 'authorization' ? [[known, NO_TOKEN] as const] : [];
  });
  return { ...headers, ...Object.fromEntries(said) };
}
