import { equalityOf, listOf } from '@onewindow/service';
import { badUserInput, connectionOf } from '@onewindow/subgraph';
import type { QueryResolvers } from '../graphql/types.generated.ts';
import { caseKind } from './case.kind.ts';
import { caseSight } from './sight.ts';

const SINCE_EVER = '1970-01-01T00:00:00.000Z';

/** `Query.cases`: the newest, those of one item, or what must be done first. */
export const cases: NonNullable<QueryResolvers['cases']> = (
  ...[, args, { kinds, viewer, caller }, info]
) => {
  const { item, ...filter } = args.filter ?? {};
  const { journal, asked } = kinds.of(caseKind);
  const { list, listOfParent } = asked(info);
  if (args.orderBy !== 'DUE_AT_ASC') {
    const newest = item == null ? list({ filter }) : listOfParent('item', item, { filter });
    return connectionOf({ args, info }, newest, caseKind.toView);
  }
  if (item != null) {
    throw badUserInput({
      en: 'The cases of one item are listed by the time of submission.',
      zh: '同一事项的办件只能按提交时间排列。',
    });
  }
  const seen = caseSight(viewer);
  const mostUrgent = seen && {
    query: `${seen.name}:urgent`,
    equality: equalityOf(caseKind.lists, seen, filter),
    range: { 'state.dueAt': { from: SINCE_EVER } },
    parts: caseKind.partsShown(info),
  };
  return connectionOf({ args, info }, listOf(journal, mostUrgent, caller.at), caseKind.toView);
};
