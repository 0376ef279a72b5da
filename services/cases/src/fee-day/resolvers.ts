import { idFromCode } from '@onewindow/persistence';
import { actionsOf, oneOf, pageOf, type Completing } from '@onewindow/service';
import { feeBillKind } from '../fee-bill/fee-bill.kind.ts';
import type {
  FeeDayResolvers,
  FeeReconciliationLineResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { bookingsOf, notDeposited } from './bookings-of-a-day.ts';
import { reconcile } from './domain/reconcile.ts';
import { feeDayCommands } from './fee-day.commands.ts';
import { feeDayKind, seesTheBooks } from './fee-day.kind.ts';

export const Mutation = mutationsOf(feeDayCommands) satisfies Pick<
  Required<MutationResolvers>,
  'openFeeDay' | 'closeFeeDay'
>;

/** Our books as they are now against the statement that was given last. */
const feeReconciliation: NonNullable<QueryResolvers['feeReconciliation']> = async (
  _,
  { day },
  { kinds, viewer, caller: { at } },
) => {
  const seen = seesTheBooks(viewer);
  if (!seen) return null;
  const centre = seen.value;
  const { journal } = kinds.of(feeBillKind);
  const [closed, { bookings }, waiting] = await Promise.all([
    kinds.of(feeDayKind).byId.load(idFromCode('fee-day', `${centre}/${day}`)),
    bookingsOf(journal, { centre, day, at }),
    notDeposited(journal, centre, at),
  ]);
  const { lines, ...sums } = reconcile(bookings, closed?.statement ?? []);
  const faults = lines.filter(({ fault }) => fault !== null);
  return { day, status: closed?.status ?? null, ...sums, lines, faults, notDeposited: waiting };
};

export const Query = {
  feeDay: oneOf(feeDayKind),
  feeDays: pageOf(feeDayKind),
  feeReconciliation,
} satisfies QueryResolvers;

export const FeeDay: Completing<FeeDayResolvers> = {
  closedAt: ({ closing }) => closing?.at ?? null,
  booked: ({ closing }) => closing?.booked ?? null,
  stated: ({ closing }) => closing?.stated ?? null,
  faults: ({ closing }) => closing?.faults ?? null,
  availableActions: actionsOf(feeDayCommands),
  actions: offeredBy(feeDayCommands),
};

export const FeeReconciliationLine: FeeReconciliationLineResolvers = {
  feeBill: ({ bill }, _, { kinds }) =>
    bill === null ? null : kinds.of(feeBillKind).byId.load(bill),
};
