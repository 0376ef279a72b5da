import type { IncomingHttpHeaders } from 'node:http';
import { viewerClaims } from '@onewindow/identity';
import type { Log } from '@onewindow/runtime';
import { parseLanguage } from '@onewindow/subgraph';
import { pointsOfCost } from '../rates/cost-points.ts';
import { callerKey, type RequestRates } from '../rates/request-rates.ts';
import { viewerOfRequest, type ViewerOfRequestOptions } from '../viewer-of-request.ts';
import type { LiveCaller } from './live-caller.ts';

/** Who is at the other end, for as long as he may be. */
export interface LiveConnection {
  readonly caller: LiveCaller;
  /** When his token is no longer good; undefined without one. */
  readonly expiresAt: Date | undefined;
  /** A session that was made for him just now. */
  readonly mintedSession: string | undefined;
}

/** How those who subscribe are known, and counted where `rates` are. */
export interface IdentifyOptions {
  readonly identity: ViewerOfRequestOptions;
  readonly rates: RequestRates | undefined;
  readonly log: Log;
}

/** By the same headers as a request, at this address. Undefined for a token that is not good. */
export async function identify(
  { identity, rates, log }: IdentifyOptions,
  headers: IncomingHttpHeaders,
  address: string,
): Promise<LiveConnection | undefined> {
  const authenticated = await viewerOfRequest(identity, headers, { log });
  if (!authenticated.ok) {
    await rates?.refused(address);
    return undefined;
  }
  const { viewer, mintedSession } = authenticated;
  const counted = { viewer, address, isNew: mintedSession !== undefined };
  return {
    caller: {
      viewer,
      claims: viewerClaims(viewer),
      language: parseLanguage(headers['accept-language']),
      log,
      ...(rates && {
        key: callerKey(counted),
        takeText: (length) => rates.text(counted, length),
        take: async (coordinate, cost) =>
          (await rates.operation(counted, pointsOfCost(cost))) ??
          (await rates.fields(counted, [coordinate])),
      }),
    },
    expiresAt: expiryOf(headers.authorization),
    mintedSession,
  };
}

/** Of a token that was verified before: what it says of itself is true. */
function expiryOf(authorization: string | undefined): Date | undefined {
  const payload = authorization?.split('.')[1];
  if (payload === undefined) return undefined;
  const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
    readonly exp?: unknown;
  };
  return typeof exp === 'number' ? new Date(exp * 1_000) : undefined;
}

/** The longest that a timer can wait. */
const LONGEST = 2 ** 31 - 1;

/** Calls `then` at that moment, unless the returned function is called before. */
export function at(moment: Date | undefined, then: () => void): () => void {
  if (moment === undefined) return () => undefined;
  let timer: NodeJS.Timeout;
  const wait = () => {
    const left = moment.getTime() - Date.now();
    timer = left <= 0 ? setTimeout(then, 0) : setTimeout(wait, Math.min(left, LONGEST));
    timer.unref();
  };
  wait();
  return () => {
    clearTimeout(timer);
  };
}
