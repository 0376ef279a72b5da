import { actionsOf, erasuresOf, oneOf, pageOf, type Completing } from '@onewindow/service';
import { caseKind } from '../case/case.kind.ts';
import type {
  FeeBillResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { payableOf, refundableOf } from './domain/amounts-of-a-bill.ts';
import { feeBillCommands } from './fee-bill.commands.ts';
import { feeBillKind, type FeeBillView } from './fee-bill.kind.ts';

export const Mutation: Pick<
  Required<MutationResolvers>,
  keyof typeof feeBillCommands.rows
> = mutationsOf(feeBillCommands);

export const Query = {
  feeBill: oneOf(feeBillKind),
  feeBills: pageOf(feeBillKind, {
    orders: { BILLED_AT_DESC: 'newest', BILLED_AT_ASC: 'oldest' },
  }),
} satisfies QueryResolvers;

export const FeeBill: Completing<FeeBillResolvers> = {
  erasures: erasuresOf,
  case: ({ case: id }, _, { kinds }) => kinds.of(caseKind).byId.load(id),
  payable: payableOf,
  refundable: refundableOf,
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  invoiceNumber: ({ invoiceNumber }) => invoiceNumber ?? null,
  steps: stepsOf,
  relief: ({ relief }) =>
    relief && {
      requestedAt: relief.requestedAt,
      asked: relief.asked,
      isSupported: relief.chief?.supports ?? null,
      outcome: relief.outcome?.how ?? null,
      document: relief.outcome?.document ?? null,
    },
  availableActions: actionsOf(feeBillCommands),
  actions: offeredBy(feeBillCommands),
};

function stepsOf({ billed, invoice, payment, deposit, voiding, refund }: FeeBillView) {
  const taken = [
    ...([
      ['BILLED', billed],
      ['INVOICED', invoice],
      ['COLLECTED', payment],
    ] as const),
    ...([
      ['DEPOSITED', deposit],
      ['VOIDED', voiding],
      ['REFUNDED', refund],
    ] as const),
  ] as const;
  return taken.flatMap(([step, by]) => (by ? [{ step, at: by.at }] : []));
}
