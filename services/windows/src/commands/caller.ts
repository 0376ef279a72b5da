import type { Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import type { CommandMeta } from '@onewindow/persistence';

/** Who commands, and when by the business clock. */
export interface Caller {
  readonly viewer: Viewer;
  readonly at: Instant;
  readonly traceparent?: string;
}

/** What any input of a mutation may carry beside its own fields. */
interface CommandInput {
  readonly commandId?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/**
 * Splits an input into what the journal needs: the command's identity and the arguments it is compared by.
 * `mutation` is one of them, so that one commandId under two mutations is a mismatch.
 */
export function metaOf(caller: Caller, mutation: string, input: CommandInput): CommandMeta {
  const { commandId, expectedVersion, ...args } = input;
  return {
    actor: caller.viewer.id,
    at: caller.at,
    mutation,
    args: args,
    ...(commandId == null ? {} : { commandId }),
    ...(expectedVersion == null ? {} : { expectedVersion }),
    ...(caller.traceparent === undefined ? {} : { traceparent: caller.traceparent }),
  };
}

export const notAuthorized = { ok: false, rejection: { code: 'NotAuthorized' } } as const;
export const notFound = (id: string) =>
  ({ ok: false, rejection: { code: 'NotFound', id } }) as const;
