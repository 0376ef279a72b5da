import type { Viewer } from '@onewindow/identity';
import type { CommandMeta } from '@onewindow/persistence';
import type { Instant } from '@onewindow/kernel';

/** Who gives a command in which request. */
export interface Caller {
  readonly viewer: Viewer;
  readonly traceparent: string;
}

/** What every input carries for the journal, beside its own. */
export interface Repeatable {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

export function metaOf(
  mutation: string,
  { viewer, traceparent }: Caller,
  { input, at }: { readonly input: Repeatable; readonly at: Instant },
): CommandMeta {
  const { commandId, expectedVersion, ...args } = input;
  return {
    actor: viewer.id,
    at,
    mutation,
    traceparent,
    args: args,
    ...(commandId != null && { commandId }),
    ...(expectedVersion != null && { expectedVersion }),
  };
}
