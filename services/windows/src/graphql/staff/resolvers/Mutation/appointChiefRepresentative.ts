import { appointChiefRepresentative as command } from '../../../../commands/manage-staff.ts';
import { toView } from '../../../../queries/view.ts';
import { refuse } from '../../../refuse.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const REFUSALS = [
  'NotAuthorized',
  'NotFound',
  'NotPermittedInStatus',
  'AlreadyExists',
  'Conflict',
  'IdempotencyMismatch',
  'RankTooLow',
] as const;

export const appointChiefRepresentative: NonNullable<
  MutationResolvers['appointChiefRepresentative']
> = async (_parent, { input }, context) => {
  const outcome = await command(context.journals, input, context.caller);
  if (!outcome.ok) return refuse(outcome.rejection, REFUSALS, context.language);
  return {
    __typename: 'AppointChiefRepresentativeSuccess',
    staffMember: toView(outcome.aggregate),
  };
};
