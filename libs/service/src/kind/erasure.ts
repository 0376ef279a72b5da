import { isKnownStaff } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import type { ErasureNote } from '@onewindow/persistence';
import { inWords, refusal, validateInput, type Language } from '@onewindow/subgraph';
import { z } from 'zod';
import type { Caller } from '../command-meta.ts';
import type { Kinds } from './open-kinds.ts';

const REASONS = [
  'PURPOSE_ENDED',
  'RETENTION_OVER',
  'CONSENT_WITHDRAWN',
  'UNLAWFUL',
  'OTHER_BY_LAW',
] as const;
type Reason = (typeof REASONS)[number];

/** Both are chained for ever: so they have the form of what they are, which no sentence about somebody has. */
const input = z.object({
  id: z.string(),
  reason: z.enum(REASONS),
  legalBasis: z.string().refine(
    (text) => /^[\p{Script=Han}《》]{2,40} \d{1,4}(?:\(\d{1,3}\)){0,2}$/u.test(text),
    inWords({
      en: 'A law and the number of its article, such as 个人信息保护法 47.',
      zh: '请填写法律名称和条款号，例如“个人信息保护法 47”。',
    }),
  ),
  decision: z
    .string()
    .refine(
      (text) =>
        /^[\p{Script=Han}A-Za-z]{0,20}[〔[(]\d{4}[〕\])][\p{Script=Han}\d]{0,15}\d+号$/u.test(text),
      inWords({
        en: 'The number of a document, such as 示例政决〔2026〕7号.',
        zh: '请填写规范的文号，例如“示例政决〔2026〕7号”。',
      }),
    )
    .nullish(),
});

interface ErasingContext {
  readonly caller: Caller;
  readonly kinds: Kinds;
  readonly language: Language;
}

async function erase(
  _parent: unknown,
  args: { readonly input: unknown },
  { caller, kinds, language }: ErasingContext,
) {
  const asked = validateInput(input, args.input, language);
  if (!asked.ok) return asked.refusal;
  // Who has erased something must be known for ever.
  if (!isKnownStaff(caller.viewer)) return refusal({ code: 'NotAuthorized' }, language);
  const { id, decision, ...why } = asked.value;
  const outcome = await kinds.erase({ id, ...why, ...(decision != null && { decision }) });
  if (!outcome.ok) return refusal(outcome.rejection, language);
  return { __typename: 'EraseTextsSuccess', id, texts: outcome.erased } as const;
}

/**
 * A service's mutation that erases what people wrote on a record of any of its kinds: the same in all, each under the
 * service's own name (`eraseCasesTexts`). ADR 38.
 */
export function erasureOf<const Service extends string>(service: Service) {
  const name = service.charAt(0).toUpperCase() + service.slice(1);
  return { Mutation: { [`erase${name}Texts`]: erase } } as unknown as {
    readonly Mutation: Readonly<Record<`erase${Capitalize<Service>}Texts`, typeof erase>>;
  };
}

/** An erasure, as the SDL's `Erasure` has it. */
interface ToldErasure extends Omit<ErasureNote, 'reason'> {
  readonly at: Instant;
  readonly reason: Reason;
}

/** The field `erasures` of whatever has texts to erase: when and why, in place of what is gone. */
export const erasuresOf = ({
  erasures = [],
}: {
  readonly erasures?: readonly ErasureNote[];
}): readonly ToldErasure[] =>
  erasures.map((one) => ({
    ...one,
    reason: REASONS.find((known) => known === one.reason) ?? 'OTHER_BY_LAW',
  }));
