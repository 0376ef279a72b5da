import type { Limits, SentError } from '@onewindow/subgraph';

/** What the thread is made with. */
export interface ThreadData {
  readonly supergraphSdl: string;
  readonly limits: Limits;
  readonly introspection: boolean;
}

/** What it is asked, and what it answers: one for one, in order. */
export type AskedWork =
  | { readonly kind: 'READ'; readonly text: string }
  | { readonly kind: 'PLAN'; readonly text: string; readonly operationName: string | undefined };

export type DoneWork =
  | { readonly says: string }
  | { readonly errors: readonly SentError[] }
  /** The plan as JSON. */
  | { readonly plan: string }
  /** An error that callers are told, and a fault. */
  | { readonly refused: SentError }
  | { readonly failed: string };
