import type { Departure } from '@onewindow/runtime';
import type { Dispatcher, Pool } from 'undici';
import { InvalidAnswer } from './read-answer.ts';

export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds from now until the last byte must be here. */
  readonly timeout: number;
  /** The largest answer, in bytes. */
  readonly limit: number;
  readonly departure: Departure;
}

export interface Posted {
  readonly status: number;
  readonly text: string;
}

/** It took longer than `timeout`. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/**
 * Posts by the pool's own callbacks: streams, their iterators and signals made for each request cost more
 * than the rest of a subrequest. Rejects with `TookTooLong`, `InvalidAnswer` (too large), the
 * departure's reason, or the error of the connection.
 */
export function post(pool: Pool, request: Post): Promise<Posted> {
  const { path, headers, body, departure } = request;
  return new Promise((resolve, reject) => {
    const answer = collectAnswer(request, {
      resolve: (posted) => {
        settle();
        resolve(posted);
      },
      reject: (error) => {
        settle();
        reject(error);
      },
    });
    const late = setTimeout(() => {
      answer.abort(new TookTooLong(`longer than ${request.timeout} ms`));
    }, request.timeout);
    const settle = () => {
      clearTimeout(late);
      stay();
    };
    const stay = departure.onLeave(answer.abort);
    if (departure.hasLeft) answer.abort(new Error('The caller has gone.'));
    else pool.dispatch({ method: 'POST', path, headers: { ...headers }, body }, answer);
  });
}

interface Settling {
  readonly resolve: (posted: Posted) => void;
  readonly reject: (error: Error) => void;
}

/** Collects one answer; `abort` ends it wherever it is, before its connection too. */
function collectAnswer(
  { limit }: Pick<Post, 'limit'>,
  { resolve, reject }: Settling,
): Dispatcher.DispatchHandler & { readonly abort: (reason: Error) => void } {
  const chunks: Buffer[] = [];
  let status = 0;
  let length = 0;
  let ended: Error | undefined;
  let controller: Dispatcher.DispatchController | undefined;
  const abort = (reason: Error) => {
    if (ended !== undefined) return;
    ended = reason;
    reject(reason);
    controller?.abort(reason);
  };
  return {
    abort,
    onRequestStart: (started) => {
      controller = started;
      if (ended !== undefined) started.abort(ended);
    },
    onResponseStart: (_, statusCode) => {
      status = statusCode;
    },
    onResponseData: (_, chunk) => {
      length += chunk.length;
      if (length > limit) abort(new InvalidAnswer(`larger than ${limit} bytes`));
      else chunks.push(chunk);
    },
    onResponseEnd: () => {
      const [first] = chunks;
      const whole = chunks.length === 1 && first ? first : Buffer.concat(chunks, length);
      if (ended === undefined) resolve({ status, text: whole.toString('utf8') });
    },
    onResponseError: (_, error) => {
      if (ended === undefined) reject(error);
    },
  };
}
