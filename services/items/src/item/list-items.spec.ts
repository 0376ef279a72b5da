import { DEPARTMENT } from '../../test/an-item.ts';
import { lookupOf } from './list-items.ts';

describe('a listing', () => {
  it('asks for all statuses and kinds when nobody says which', () => {
    const { query, equality } = lookupOf({ orderBy: 'CODE' });
    expect(query).toBe('byCode');
    expect(equality['state.status']).toHaveLength(7);
    expect(equality['state.content.kind']).toHaveLength(5);
  });

  it('looks up a code by letters, digits and hyphens, anything else by name', () => {
    expect(lookupOf({ text: '511A', orderBy: 'NAME' })).toMatchObject({
      query: 'byCode',
      range: { 'state.code': { from: '511A' } },
    });
    expect(lookupOf({ text: '食品', orderBy: 'CODE', department: DEPARTMENT })).toMatchObject({
      query: 'ofDepartmentByName',
      range: { 'state.content.name': { from: '食品' } },
    });
  });
});
