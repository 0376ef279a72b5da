import { connectionOf } from '@onewindow/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import type { CaseView } from '../case/case.kind.ts';
import type { RequestContext } from '../context.ts';
import { noticeKind } from './notice.kind.ts';

interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/**
 * What the applicant of a case was told, newest first. Whoever sees the case, or holds its receipt, sees all of it: each
 * notice is of the case's department. One Mongo command for all cases of a page.
 */
export const noticesOfCase = (
  ...[view, args, { kinds }, info]: [CaseView, PageArgs, RequestContext, GraphQLResolveInfo]
) => {
  const sight = { name: 'department', value: view.department } as const;
  const list = kinds.of(noticeKind).listOfParent('case', view.id, { sight });
  return connectionOf({ args, info }, list, noticeKind.toView);
};
