import type { Day } from '@onewindow/calendar';
import { addMoney, type Instant, type Money } from '@onewindow/kernel';
import type { ListRequest } from '@onewindow/persistence';
import { feeBillKind, type FeeBillJournal, type FeeBillView } from '../fee-bill/fee-bill.kind.ts';
import { booksOf, type Books } from './domain/books-of-a-day.ts';

type Bills = Pick<FeeBillJournal, 'list'>;
interface OfDay {
  readonly centre: string;
  readonly day: Day;
  readonly at: Instant;
}
const AT_ONCE = 100;

/** What our books say of a centre's day. */
export async function bookingsOf(bills: Bills, { centre, day, at }: OfDay): Promise<Books> {
  const [came, went] = await Promise.all([
    all(bills, { query: 'depositedOn', equality: { centre, 'state.depositDay': day } }, at),
    all(bills, { query: 'refundedOn', equality: { centre, 'state.refundDay': day } }, at),
  ]);
  return booksOf(came, went);
}

/** What was collected in a centre and is not on the special account yet; to be given back, it counts until it was. */
export async function notDeposited(bills: Bills, centre: string, at: Instant): Promise<Money> {
  const equality = { centre, 'state.status': ['COLLECTED', 'REFUND_DUE'] };
  const waiting = await all(bills, { query: 'centre:oldest', equality }, at);
  return addMoney(...waiting.filter(({ deposit }) => !deposit).map(({ payable }) => payable));
}

/** All that these values find, page by page. */
async function all(
  bills: Bills,
  wanted: Pick<ListRequest, 'query' | 'equality'>,
  at: Instant,
): Promise<readonly FeeBillView[]> {
  const found: FeeBillView[] = [];
  let after: string | undefined;
  do {
    const page = await bills.list({ ...wanted, first: AT_ONCE, ...(after && { after }) }, at);
    found.push(...page.edges.map(({ node }) => feeBillKind.toView(node)));
    after = page.hasNextPage ? page.edges.at(-1)?.cursor : undefined;
  } while (after !== undefined);
  return found;
}
