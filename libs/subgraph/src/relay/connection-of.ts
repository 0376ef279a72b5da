import type { GraphQLResolveInfo } from 'graphql';
import { connection, type Connection, type PageOf } from './connection.ts';
import { countWhenAsked } from './count-when-asked.ts';
import { pageRequest } from './page-request.ts';

/** Rows in an order, read page by page. */
export interface List<Row> {
  readonly page: (page: ReturnType<typeof pageRequest>) => Promise<PageOf<Row>>;
  /** How many there are on all pages. */
  readonly count: () => Promise<number>;
}

const NOTHING: List<never> = {
  page: () => Promise.resolve({ edges: [], hasNextPage: false, hasPreviousPage: false }),
  count: () => Promise.resolve(0),
};

/**
 * The Relay connection of a list with `totalCount`: the page that is asked for, and the count when
 * somebody selects it. Null is the list of whoever may see none of it: an empty one, as everywhere.
 */
export async function connectionOf<Row, Node>(
  { args, info }: Asked,
  list: List<Row> | null,
  toNode: (row: Row) => Node,
): Promise<Connection<Node> & { readonly totalCount: number }> {
  const { page, count }: List<Row> = list ?? NOTHING;
  const [rows, totalCount] = await Promise.all([
    page(pageRequest(args)),
    countWhenAsked(info, count),
  ]);
  return { ...connection(rows, toNode), totalCount };
}

/** The field as it is asked for. */
interface Asked {
  readonly args: Parameters<typeof pageRequest>[0];
  readonly info: GraphQLResolveInfo;
}
