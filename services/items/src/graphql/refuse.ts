import type { Language, Refusal } from '@onewindow/subgraph';
import { toRefusal, type KnownRefusal } from './refusal-words.ts';

/** What any mutation on one item can answer with. */
export const BASE_REFUSALS = [
  'NotPermittedInStatus',
  'NotAuthorized',
  'NotFound',
  'Conflict',
  'IdempotencyMismatch',
] as const;

/**
 * The union member of a rejection. `codes` are the refusals that the mutation's union lists: any
 * other is a fault of ours and not an answer.
 */
export function refuse<
  const R extends { readonly code: string },
  const Code extends R['code'] & KnownRefusal,
>(
  rejection: R,
  codes: readonly Code[],
  language: Language,
): Refusal<Extract<R, { readonly code: Code }>> {
  const listed: readonly string[] = codes;
  if (!listed.includes(rejection.code)) throw new Error(`No answer for ${rejection.code} here.`);
  return toRefusal(rejection as never, language);
}
