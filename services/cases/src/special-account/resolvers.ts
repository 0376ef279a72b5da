import { oneOf, pageOf } from '@onewindow/service';
import type { MutationResolvers, QueryResolvers } from '../graphql/types.generated.ts';
import { mutationsOf } from '../kit.ts';
import { specialAccountCommands } from './special-account.commands.ts';
import { specialAccountKind } from './special-account.kind.ts';

export const Mutation = mutationsOf(specialAccountCommands) satisfies Pick<
  Required<MutationResolvers>,
  'nameSpecialAccount'
>;

export const Query = {
  specialAccount: oneOf(specialAccountKind),
  specialAccounts: pageOf(specialAccountKind),
} satisfies QueryResolvers;
