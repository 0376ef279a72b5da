import { validateInput } from '@onewindow/subgraph';
import { toCaseView } from '../../../../queries/case-view.ts';
import { refusalOf } from '../../../refusal/case-answer.ts';
import { submitCaseInput } from '../../inputs.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const submitCase: NonNullable<MutationResolvers['submitCase']> = async (
  _parent,
  { input },
  context,
) => {
  const { acceptDemoNumbers, caller, language } = context;
  const { at } = caller;
  const valid = validateInput(submitCaseInput({ acceptDemoNumbers, at }), input, language);
  if (!valid.ok) return valid.refusal;
  const outcome = await context.commands.submitCase(context.caller, valid.value);
  return outcome.ok
    ? {
        __typename: 'SubmitCaseSuccess',
        case: toCaseView(outcome.aggregate),
        queryCode: outcome.queryCode ?? null,
      }
    : (refusalOf(outcome.rejection, context.language) as ResolversTypes['SubmitCaseResult']);
};
