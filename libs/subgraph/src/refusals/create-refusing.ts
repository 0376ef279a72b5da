import type { Language } from '../language.ts';
import type { ToRefusal } from './create-refusals.ts';
import type { Refusal } from './refusal.ts';

/**
 * The union member of a rejection, for a mutation whose union lists `codes`: any other rejection is a
 * fault of ours and not an answer.
 */
export const createRefusing =
  <Known extends string>(toRefusal: ToRefusal<Known>) =>
  <const R extends { readonly code: string }, const Code extends R['code'] & Known>(
    rejection: R,
    codes: readonly Code[],
    language: Language,
  ): Refusal<Extract<R, { readonly code: Code }>> => {
    const listed: readonly string[] = codes;
    if (!listed.includes(rejection.code)) throw new Error(`No answer for ${rejection.code} here.`);
    return toRefusal(rejection as never, language);
  };
