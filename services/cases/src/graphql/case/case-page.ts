import { InvalidCursor } from '@onewindow/persistence';
import { badUserInput, connection, countWhenAsked, pageRequest } from '@onewindow/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context.ts';
import { toCaseView } from '../../queries/case-view.ts';
import { countCases, listCases, type CaseList } from '../../queries/list-cases.ts';
import type { CaseScope } from '../../queries/visible-cases.ts';

const NOTHING = { edges: [], hasNextPage: false, hasPreviousPage: false };

/** A page of the cases within the viewer's scope; who has none sees an empty list, as everywhere. */
export async function casePage(
  { journal, caller }: RequestContext,
  list: Omit<CaseList, 'scope'> & { readonly scope: CaseScope | null },
  {
    args,
    info,
  }: { readonly args: Parameters<typeof pageRequest>[0]; readonly info: GraphQLResolveInfo },
) {
  const page = pageRequest(args);
  const { scope, ...filter } = list;
  if (!scope) return { ...connection(NOTHING, toCaseView), totalCount: 0 };
  const scoped = { ...filter, scope };
  return {
    ...connection(await ours(listCases(journal, { ...scoped, ...page }, caller.at)), toCaseView),
    totalCount: await countWhenAsked(info, () => countCases(journal, scoped)),
  };
}

/** A cursor that isn't ours is the caller's mistake. */
export async function ours<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof InvalidCursor) throw badUserInput(cause.message);
    throw cause;
  }
}
