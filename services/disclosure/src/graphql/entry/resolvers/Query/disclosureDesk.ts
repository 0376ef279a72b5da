import { connection, countWhenAsked, pageRequest } from '@onewindow/subgraph';
import type { EntryStatus } from '../../../../domain/disclosure-entry.ts';
import { toEntryView } from '../../../../queries/entry-view.ts';
import { deskRequest } from '../../../../queries/list-entries.ts';
import { deskOf } from '../../../../queries/visible-entries.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

const NOT_PUBLIC: readonly EntryStatus[] = [
  'PLANNED',
  'UNDER_REVIEW',
  'RETURNED_FOR_CHANGE',
  'APPROVED',
  'EXEMPTED',
  'WITHDRAWN',
];
const NOTHING = { edges: [], hasNextPage: false, hasPreviousPage: false };

export const disclosureDesk: NonNullable<QueryResolvers['disclosureDesk']> = async (
  ...[, { statuses, ...args }, { viewer, journal, caller }, info]
) => {
  const page = pageRequest(args);
  const department = deskOf(viewer);
  if (department === null) return { ...connection(NOTHING, toEntryView), totalCount: 0 };
  const request = deskRequest(department, statuses ?? NOT_PUBLIC);
  return {
    ...connection(await journal.list({ ...request, ...page }, caller.at), toEntryView),
    totalCount: await countWhenAsked(info, () => journal.count(request)),
  };
};
