import { uncoveredQueries } from '@onewindow/persistence/testing';
import { departmentReplica } from '../organisation/department-replica.ts';
import { itemKind } from './item.kind.ts';

describe('queries', () => {
  it('of items are each served by an index', () => {
    expect(uncoveredQueries(itemKind.with().type)).toEqual([]);
  });

  it('of departments are each served by an index', () => {
    expect(uncoveredQueries(departmentReplica)).toEqual([]);
  });
});
