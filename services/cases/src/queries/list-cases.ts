import type { Instant } from '@onewindow/kernel';
import type { Page, PageRequest } from '@onewindow/persistence';
import type { CaseState, CaseStatus } from '../domain/case.ts';
import { PERMITTED } from '../domain/permitted.ts';
import type { CaseJournal } from '../persistence/case-aggregate.ts';
import { SCOPE_FIELDS } from '../persistence/case-queries.ts';
import type { CaseScope } from './visible-cases.ts';

export interface CaseList {
  readonly scope: CaseScope;
  readonly statuses?: readonly CaseStatus[];
  readonly item?: string;
  readonly overdue?: boolean;
  /** URGENT leaves out what has no clock running. */
  readonly order: 'NEWEST' | 'URGENT';
}

const ALL_STATUSES = Object.keys(PERMITTED).filter((status) => status !== 'ABSENT');
const SINCE_EVER = '1970-01-01T00:00:00.000Z';

export function listCases(
  journal: CaseJournal,
  list: CaseList & PageRequest,
  at: Instant,
): Promise<Page<CaseState>> {
  const { first, after } = list;
  return journal.list({ ...requestOf(list), first, ...(after !== undefined && { after }) }, at);
}

export function countCases(journal: CaseJournal, list: CaseList): Promise<number> {
  return journal.count(requestOf(list));
}

/** The page of each of these items, and how many cases each has: what is newest first. */
export function listCasesOfItems(
  journal: CaseJournal,
  { scope, items, ...page }: CasesOfItems & PageRequest,
  at: Instant,
): Promise<readonly Page<CaseState>[]> {
  return journal.listEach({ ...eachOf({ scope, items }), ...page }, at);
}

export function countCasesOfItems(
  journal: CaseJournal,
  list: CasesOfItems,
): Promise<readonly number[]> {
  return journal.countEach(eachOf(list));
}

export interface CasesOfItems {
  readonly scope: CaseScope;
  readonly items: readonly string[];
}

function eachOf({ scope, items }: CasesOfItems) {
  const { equality } = requestOf({ scope, order: 'NEWEST' });
  return {
    query: `${scope.name}:newest:item`,
    equality,
    each: { field: 'state.itemId', values: items },
  };
}

function requestOf({ scope, statuses, item, overdue, order }: CaseList) {
  const equality = {
    [SCOPE_FIELDS[scope.name]]: scope.value,
    'state.status': statuses ?? ALL_STATUSES,
    'state.overdue': overdue ?? [true, false],
    ...(item !== undefined && { 'state.itemId': item }),
  };
  if (order === 'URGENT') {
    const range = { 'state.dueAt': { from: SINCE_EVER } };
    return { query: `${scope.name}:urgent`, equality, range };
  }
  return { query: `${scope.name}:newest${item === undefined ? '' : ':item'}`, equality };
}
