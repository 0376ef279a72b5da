import type { ListQuery } from '@onewindow/service';
import type { CaseStatus } from '../domain/case.ts';
import { ALL_STATUSES } from '../domain/permitted.ts';
import { SCOPE_FIELDS } from '../persistence/case-queries.ts';
import type { CaseScope } from './visible-cases.ts';

export interface CaseList {
  readonly scope: CaseScope;
  readonly statuses?: readonly CaseStatus[] | null | undefined;
  readonly item?: string | null | undefined;
  readonly overdue?: boolean | null | undefined;
  /** URGENT leaves out what has no clock running. */
  readonly order: 'NEWEST' | 'URGENT';
}

const SINCE_EVER = '1970-01-01T00:00:00.000Z';

/** The newest of each of these items. */
export function casesOfItems(scope: CaseScope, items: readonly string[]) {
  const { equality } = casesIn({ scope, order: 'NEWEST' });
  return {
    query: `${scope.name}:newest:item`,
    equality,
    each: { field: 'state.itemId', values: items },
  };
}

/** The declared query that serves a list. A filter that is absent is "one of all". */
export function casesIn({ scope, statuses, item, overdue, order }: CaseList): ListQuery {
  const equality = {
    [SCOPE_FIELDS[scope.name]]: scope.value,
    'state.status': statuses ?? ALL_STATUSES,
    'state.overdue': overdue ?? [true, false],
    ...(item != null && { 'state.itemId': item }),
  };
  if (order === 'URGENT') {
    const range = { 'state.dueAt': { from: SINCE_EVER } };
    return { query: `${scope.name}:urgent`, equality, range };
  }
  return { query: `${scope.name}:newest${item == null ? '' : ':item'}`, equality };
}
