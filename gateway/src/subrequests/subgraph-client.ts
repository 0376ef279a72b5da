import { setTimeout as sleep } from 'node:timers/promises';
import { types } from 'node:util';
import type { RequestTokenMinter } from '@onewindow/identity';
import { inSpan, type RunningSpan } from '@onewindow/runtime';
import { DEADLINE_HEADER, REQUEST_TOKEN_HEADER } from '@onewindow/subgraph';
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  CircuitState,
  handleWhen,
  wrap,
} from 'cockatiel';
import { Pool } from 'undici';
import type { RequestContext } from '../request-context.ts';
import { post, TookTooLong } from './post.ts';
import { InvalidAnswer, parseAnswer, type SubgraphAnswer } from './read-answer.ts';
import { createRetryBudget } from './retry-budget.ts';
import { createOutageCount } from './outage-count.ts';
import { subrequestCode, subrequestError } from './subrequest-error.ts';
import type { ObserveSubrequest } from './subrequest-metrics.ts';

export interface SubgraphClientOptions {
  readonly name: string;
  readonly url: string;
  readonly minter: RequestTokenMinter;
  readonly limits: SubrequestLimits;
  readonly observe?: ObserveSubrequest;
}

export interface SubrequestLimits {
  /** The longest that one subrequest may take, in milliseconds. */
  readonly timeout: number;
  readonly maxAnswerBytes: number;
  readonly connections: number;
  /** How many subrequests may run and wait at once; more fail at once. */
  readonly concurrent: number;
  readonly waiting: number;
  /** After so many outages in a row nothing is sent for `pause` milliseconds. */
  readonly outages: number;
  readonly pause: number;
}

export const defaultSubrequestLimits: SubrequestLimits = {
  timeout: 8_000,
  maxAnswerBytes: 16 * 1_024 * 1_024,
  connections: 64,
  concurrent: 256,
  waiting: 256,
  outages: 10,
  pause: 2_000,
};

export interface SubgraphClient {
  /** Sends a prepared body. Throws a `subrequestError` and nothing else. */
  send(body: string, context: RequestContext, isQuery: boolean): Promise<SubgraphAnswer>;
  /** False while its breaker is open. */
  isUp(): boolean;
  close(): Promise<void>;
}

/** One subgraph behind a bounded pool, a breaker and a bulkhead. */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const { name, url, minter, limits } = options;
  const { origin, pathname } = new URL(url);
  // Kept shorter than subgraphs keep theirs (65 s), so that we never write to one that is being closed.
  // How long an answer may take is told by each request.
  const timeouts = { keepAliveTimeout: 30_000, headersTimeout: 0, bodyTimeout: 0 };
  const pool = new Pool(origin, { connections: limits.connections, ...timeouts });
  const outages = createOutageCount(limits.outages);
  const counted = new WeakSet();
  const breaker = circuitBreaker(
    handleWhen((error) => counted.has(error)),
    {
      halfOpenAfter: limits.pause,
      breaker: new ConsecutiveBreaker(limits.outages),
    },
  );
  let isOpen = false;
  breaker.onBreak(() => (isOpen = true));
  breaker.onReset(() => (isOpen = false));
  const policy = wrap(bulkhead(limits.concurrent, limits.waiting), breaker);
  const retries = createRetryBudget();

  const fetchSpan = {
    name: `fetch ${name}`,
    kind: 'client',
    attributes: { 'onewindow.subgraph': name },
  } as const;

  const fetchAnswer = async (
    body: string,
    context: RequestContext,
    span?: RunningSpan,
  ): Promise<SubgraphAnswer> => {
    const left = context.deadline.getTime() - Date.now();
    if (left <= 0) throw subrequestError('DEADLINE_EXCEEDED', name);
    const token = minter.mint({ subgraph: name, body, viewer: context.claims });
    try {
      const { status, text } = await post(pool, {
        path: pathname,
        headers: {
          'content-type': 'application/json',
          [REQUEST_TOKEN_HEADER]: token,
          [DEADLINE_HEADER]: String(context.deadline.getTime()),
          traceparent: span?.traceparent ?? context.traceparent,
          ...(context.acceptLanguage !== undefined && {
            'accept-language': context.acceptLanguage,
          }),
        },
        body,
        timeout: Math.min(left, limits.timeout),
        limit: limits.maxAnswerBytes,
        departure: context.departure,
      });
      span?.set({ 'http.response.status_code': status });
      const answer = parseAnswer(text);
      // 400 is an operation that the subgraph refuses; other statuses are no answer to the operation.
      if (status === 200 || status === 400) return answer;
      const code = status === 504 ? 'DEADLINE_EXCEEDED' : 'SUBREQUEST_FAILED';
      throw subrequestError(code, name, new Error(`HTTP status ${status}`));
    } catch (error) {
      if (error instanceof InvalidAnswer) throw subrequestError('SUBREQUEST_INVALID', name, error);
      if (context.departure.hasLeft) throw subrequestError('DEADLINE_EXCEEDED', name, error);
      if (error instanceof TookTooLong) {
        // What was left of the request's own time was less than a subgraph may take.
        const code = left < limits.timeout ? 'DEADLINE_EXCEEDED' : 'SUBREQUEST_TIMEOUT';
        throw subrequestError(code, name, error);
      }
      throw error;
    }
  };

  const attempt = (body: string, context: RequestContext) =>
    inSpan(fetchSpan, (span) => fetchAnswer(body, context, span));

  const send: SubgraphClient['send'] = async (body, context, isQuery) => {
    retries.deposit();
    try {
      return await attempt(body, context);
    } catch (error) {
      if (!isConnectionError(error)) throw error;
      if (!isQuery || !retries.withdraw()) throw subrequestError('SUBREQUEST_FAILED', name, error);
    }
    await sleep(10 + Math.random() * 40);
    return attempt(body, context).catch((error: unknown) => {
      throw isConnectionError(error) ? subrequestError('SUBREQUEST_FAILED', name, error) : error;
    });
  };

  const sendCounted: SubgraphClient['send'] = async (body, context, isQuery) => {
    try {
      const answer = await send(body, context, isQuery);
      outages.answered();
      return answer;
    } catch (error) {
      const caller = context.caller ?? context.viewer.id;
      const isTrial = breaker.state !== CircuitState.Closed;
      if (outages.counts(error, { caller, isTrial })) counted.add(error as object);
      throw error;
    }
  };

  return {
    send: async (body, context, isQuery) => {
      const began = performance.now();
      let outcome = 'answered';
      try {
        return await policy.execute(() => sendCounted(body, context, isQuery));
      } catch (error) {
        const isHeldBack =
          error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError;
        const named = isHeldBack ? subrequestError('SUBREQUEST_FAILED', name, error) : error;
        outcome = subrequestCode(named);
        throw named;
      } finally {
        options.observe?.(outcome, (performance.now() - began) / 1_000);
      }
    },
    isUp: () => !isOpen,
    close: () => pool.destroy(),
  };
}

/** The way to the subgraph failed: all that `attempt` did not give a name to. */
function isConnectionError(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error;
}
