import { InvalidCursor, type Loaded, type Page, type PageRequest } from '@onewindow/persistence';
import { badUserInput, connection, countWhenAsked, pageRequest } from '@onewindow/subgraph';
import type { GraphQLResolveInfo } from 'graphql';

interface Asked {
  readonly args: Parameters<typeof pageRequest>[0];
  readonly info: GraphQLResolveInfo;
}

/** The connection of a list: its page, and the count when somebody asks for it. */
export async function connectionOf<State, View>(
  { args, info }: Asked,
  toView: (loaded: Loaded<State>) => View,
  list: {
    readonly page: (page: PageRequest) => Promise<Page<State>>;
    readonly count: () => Promise<number>;
  },
) {
  const [page, totalCount] = await Promise.all([
    ours(list.page(pageRequest(args))),
    countWhenAsked(info, list.count),
  ]);
  return { ...connection(page, toView), totalCount };
}

/** A cursor that isn't ours is the caller's mistake. */
async function ours<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof InvalidCursor) throw badUserInput(cause.message);
    throw cause;
  }
}
