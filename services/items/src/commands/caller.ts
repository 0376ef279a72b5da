import type { Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import type { CommandMeta } from '@onewindow/persistence';
import type { Editor } from '../domain/item.ts';

/** Who commands, and when by the business clock. */
export interface Caller {
  readonly viewer: Viewer;
  readonly at: Instant;
  readonly traceparent: string;
}

/** What every input of a mutation may carry beside its own fields. */
export interface Repeatable {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

export function metaOf(caller: Caller, mutation: string, input: Repeatable): CommandMeta {
  const { commandId, expectedVersion, ...args } = input;
  return {
    actor: caller.viewer.id,
    at: caller.at,
    mutation,
    args: args,
    traceparent: caller.traceparent,
    ...(commandId != null && { commandId }),
    ...(expectedVersion != null && { expectedVersion }),
  };
}

export function editorOf({ viewer }: Caller): Editor {
  return {
    id: viewer.id,
    department: viewer.department ?? null,
    centre: viewer.scopes.has('windows:manage') ? (viewer.centre ?? null) : null,
  };
}
