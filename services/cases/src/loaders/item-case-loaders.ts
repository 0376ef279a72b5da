import type { Loaded } from '@onewindow/persistence';
import { listsOfEach, type Caller } from '@onewindow/service';
import type { List } from '@onewindow/subgraph';
import type { CaseState } from '../domain/case.ts';
import type { CaseJournal } from '../persistence/case-aggregate.ts';
import { casesOfItems } from '../queries/list-cases.ts';
import { scopeOf } from '../queries/visible-cases.ts';

export interface ItemCaseLoaders {
  /** An item's cases within the viewer's scope: one Mongo command for all items asked for the same page. */
  readonly casesOfItem: (item: string) => List<Loaded<CaseState>> | null;
}

export function createItemCaseLoaders(
  journal: CaseJournal,
  { viewer, at }: Pick<Caller, 'viewer' | 'at'>,
): ItemCaseLoaders {
  const ofItem = listsOfEach(journal, casesOfItems, at);
  return { casesOfItem: (item) => ofItem(item, scopeOf(viewer)) };
}
