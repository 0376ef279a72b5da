import { connection, countWhenAsked, pageRequest } from '@onewindow/subgraph';
import { toView } from '../../../../queries/view.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const BY_NAME = { query: 'byName', equality: {} } as const;

export const departments: NonNullable<QueryResolvers['departments']> = async (
  ...[, args, { journals, caller }, info]
) => {
  const page = await journals.departments.list({ ...BY_NAME, ...pageRequest(args) }, caller.at);
  return {
    ...connection(page, toView),
    totalCount: await countWhenAsked(info, () => journals.departments.count(BY_NAME)),
  };
};
