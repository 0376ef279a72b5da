import type { GraphQLResolveInfo } from 'graphql';
import { connection, type Connection, type PageOf } from './connection.ts';
import { countWhenAsked } from './count-when-asked.ts';
import { pageRequest } from './page-request.ts';

/** Rows in an order, read page by page. */
export interface List<Row> {
  readonly page: (page: ReturnType<typeof pageRequest>) => Promise<PageOf<Row>>;
  /** How many there are on all pages; counting may end at `atMost`, which is what is answered then. */
  readonly count: (atMost: number) => Promise<number>;
}

/** Nobody pages through more, and a count costs what it counts: beyond this a list has "10,000 or more". */
const MOST_COUNTED = 10_000;

const NOTHING: List<never> = {
  page: () => Promise.resolve({ edges: [], hasNextPage: false, hasPreviousPage: false }),
  count: () => Promise.resolve(0),
};

/**
 * The Relay connection of a list with `totalCount`: the page that is asked for, and the count when
 * somebody selects it, exact up to 10,000 (`totalCountIsExact`). Null is the list of whoever may see none of it: an empty one, as everywhere.
 */
export async function connectionOf<Row, Node>(
  { args, info }: Asked,
  list: List<Row> | null,
  toNode: (row: Row) => Node,
): Promise<Connection<Node> & Total> {
  const { page, count }: List<Row> = list ?? NOTHING;
  const [rows, counted] = await Promise.all([
    page(pageRequest(args)),
    countWhenAsked(info, () => count(MOST_COUNTED + 1)),
  ]);
  return {
    ...connection(rows, toNode),
    totalCount: Math.min(counted, MOST_COUNTED),
    totalCountIsExact: counted <= MOST_COUNTED,
  };
}

interface Total {
  readonly totalCount: number;
  /** False where there are more than were counted. */
  readonly totalCountIsExact: boolean;
}

/** The field as it is asked for. */
interface Asked {
  readonly args: Parameters<typeof pageRequest>[0];
  readonly info: GraphQLResolveInfo;
}
