import { uncoveredQueries } from '@onewindow/persistence/testing';
import { departmentReplica } from '../replicas/department-replica.ts';
import { itemType } from './item-aggregate.ts';

describe('queries', () => {
  it('of items are each served by an index', () => {
    expect(uncoveredQueries(itemType)).toEqual([]);
  });

  it('of departments are each served by an index', () => {
    expect(uncoveredQueries(departmentReplica)).toEqual([]);
  });
});
