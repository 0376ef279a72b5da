import type { Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import type { CommandMeta } from '@onewindow/persistence';

/** Who commands in this request, and when by the business clock. */
export interface Caller {
  readonly viewer: Viewer;
  readonly at: Instant;
  readonly traceparent: string;
}

/** What the input of any mutation may carry beside its own fields. */
export interface Repeatable {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/**
 * Splits an input into what the journal needs: the command's identity, and the arguments that a repeat is
 * compared by. The name of the mutation is one of them, so that one commandId under two is a mismatch.
 */
export function commandMeta(caller: Caller, mutation: string, input: Repeatable): CommandMeta {
  const { commandId, expectedVersion, ...args } = input;
  return {
    actor: caller.viewer.id,
    at: caller.at,
    traceparent: caller.traceparent,
    mutation,
    args: args,
    ...(commandId != null && { commandId }),
    ...(expectedVersion != null && { expectedVersion }),
  };
}
