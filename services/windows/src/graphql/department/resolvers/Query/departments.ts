import { listOf } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { toView } from '../../../../queries/view.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const BY_NAME = { query: 'byName', equality: {} } as const;

export const departments: NonNullable<QueryResolvers['departments']> = (
  ...[, args, { journals, caller }, info]
) => connectionOf({ args, info }, listOf(journals.departments, BY_NAME, caller.at), toView);
