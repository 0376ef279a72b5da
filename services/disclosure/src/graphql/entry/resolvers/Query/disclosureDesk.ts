import { listOf } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
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

export const disclosureDesk: NonNullable<QueryResolvers['disclosureDesk']> = (
  ...[, { statuses, ...args }, { viewer, journal, caller }, info]
) => {
  const department = deskOf(viewer);
  const wanted = department === null ? null : deskRequest(department, statuses ?? NOT_PUBLIC);
  return connectionOf({ args, info }, listOf(journal, wanted, caller.at), toEntryView);
};
