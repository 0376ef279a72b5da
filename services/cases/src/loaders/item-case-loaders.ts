import type { Page, PageRequest } from '@onewindow/persistence';
import type { Caller } from '@onewindow/service';
import { createLoader, type Loader } from '@onewindow/subgraph';
import type { CaseState } from '../domain/case.ts';
import type { CaseJournal } from '../persistence/case-aggregate.ts';
import { countCasesOfItems, listCasesOfItems } from '../queries/list-cases.ts';
import { scopeOf } from '../queries/visible-cases.ts';

const NOTHING: Page<CaseState> = { edges: [], hasNextPage: false, hasPreviousPage: false };

export interface ItemCaseLoaders {
  /** An item's cases within the viewer's scope: one Mongo command for all items asked for the same page. */
  readonly casesOfItem: (item: string, page: PageRequest) => Promise<Page<CaseState>>;
  readonly countOfItem: Loader<string, number>;
}

export function createItemCaseLoaders(
  journal: CaseJournal,
  { viewer, at }: Pick<Caller, 'viewer' | 'at'>,
): ItemCaseLoaders {
  const scope = scopeOf(viewer);
  const byPage = new Map<string, Loader<string, Page<CaseState>>>();
  const loaderOf = (page: PageRequest) => {
    const name = JSON.stringify([page.first, page.after]);
    const loader =
      byPage.get(name) ??
      createLoader(async (items: readonly string[]) =>
        scope ? listCasesOfItems(journal, { scope, items, ...page }, at) : items.map(() => NOTHING),
      );
    byPage.set(name, loader);
    return loader;
  };
  return {
    casesOfItem: (item, page) => loaderOf(page).load(item),
    countOfItem: createLoader(async (items) =>
      scope ? countCasesOfItems(journal, { scope, items }) : items.map(() => 0),
    ),
  };
}
