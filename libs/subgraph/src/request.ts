import type { Viewer } from '@onewindow/identity';
import type { Log } from '@onewindow/runtime';
import type { Language } from './language.ts';

/** All that a service learns of one request: what it makes its context from. */
export interface SubgraphRequest {
  readonly viewer: Viewer;
  readonly traceId: string;
  readonly traceparent: string;
  readonly language: Language;
  /** When the answer is of no use any more; absent when nobody said. */
  readonly deadline?: Date;
  /** Aborts when the caller has gone or the deadline has passed. */
  readonly signal: AbortSignal;
  /** With the trace id and the viewer's id in every line. */
  readonly log: Log;
}

/** What every service's context must have: rights and errors go by it. */
export type SubgraphContext = Pick<SubgraphRequest, 'viewer' | 'traceId' | 'log'> &
  Partial<Pick<SubgraphRequest, 'language'>>;
