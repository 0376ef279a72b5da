import { uncoveredQueries } from '@onewindow/persistence/testing';
import { ids, place, states } from '../../test/an-entry.ts';
import { entryType } from './entry-type.ts';

describe('an entry as the journal keeps it', () => {
  it('has an index for every query', () => {
    expect(uncoveredQueries(entryType)).toEqual([]);
  });

  it('belongs to region, department and, where it has one, centre', () => {
    expect(entryType.belonging(states.PLANNED)).toEqual(place);
    const { region, department } = ids;
    expect(entryType.belonging({ ...states.PLANNED, centre: null })).toEqual({
      region,
      department,
    });
    expect(() => entryType.belonging(states.ABSENT)).toThrow('nowhere');
  });

  it('keeps one fact unique: who is to replace an entry', () => {
    const unique = entryType.indexes.filter((index) => index.unique);
    expect(unique.map(({ fact }) => fact)).toEqual(['successor']);
    expect(states.PLANNED).not.toHaveProperty('replacesKey');
  });
});
