import { validateInput } from '@onewindow/subgraph';
import { caseAnswer } from '../../../refusal/case-answer.ts';
import { issueCertificateInput } from '../../inputs.ts';
import type { MutationResolvers, ResolversTypes } from './../../../types.generated.ts';

export const issueCertificate: NonNullable<MutationResolvers['issueCertificate']> = async (
  _parent,
  { input },
  context,
) => {
  const valid = validateInput(issueCertificateInput, input, context.language);
  if (!valid.ok) return valid.refusal;
  const outcome = await context.commands.issueCertificate(context.caller, valid.value);
  return caseAnswer(
    'IssueCertificateSuccess',
    outcome,
    context.language,
  ) as ResolversTypes['IssueCertificateResult'];
};
