import { repeatedNotice } from '../../../../queries/repeated-notice.ts';
import { caseAnswer } from '../../../refusal/case-answer.ts';
import { toRefusal } from '../../../refusal/to-refusal.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const requestSupplement: NonNullable<MutationResolvers['requestSupplement']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await context.commands.requestSupplement(context.caller, input);
  const second = outcome.ok ? repeatedNotice(outcome.events) : undefined;
  return second
    ? toRefusal({ code: 'AlreadyNotified', newMaterials: second.newMaterials }, context.language)
    : (caseAnswer(
        'RequestSupplementSuccess',
        outcome,
        context.language,
      ) as ResolversTypes['RequestSupplementResult']);
};
