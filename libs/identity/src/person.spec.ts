import { authorOf, isKnownStaff, isOneOf, isPerson, personOf } from './person.ts';
import type { Viewer } from './viewer.ts';

const member = (id: string, staffId?: string): Viewer => ({
  ...{ id, kind: 'STAFF', scopes: new Set() },
  ...(staffId !== undefined && { staffId }),
});

describe('the same person', () => {
  it('is who has the same staff id, under whichever login', () => {
    expect(personOf(member('one', 's1')).id).toBe(personOf(member('other', 's1')).id);
    expect(isPerson(member('other', 's1'), 's1')).toBe(true);
    expect(isOneOf(member('other', 's1'), [null, 's1'])).toBe(true);
  });

  it('is found in older records by the account', () => {
    expect(isOneOf(member('one', 's1'), ['one'])).toBe(true);
    expect(isOneOf(member('one', 's1'), ['two', 's2'])).toBe(false);
  });

  it('is nobody who was named by an account that reads like a staff id', () => {
    expect(isPerson(member('s1'), 's1')).toBe(false);
    expect(isPerson(member('one', 's1'), null)).toBe(false);
  });
});

describe('who can be told apart from others', () => {
  it.each<readonly [string, Viewer, { readonly known: boolean; readonly author: string | null }]>([
    ['staff with a staff id', member('one', 's1'), { known: true, author: 's1' }],
    ['staff without one', member('one'), { known: false, author: null }],
    ['staff with an empty one', member('one', ''), { known: false, author: null }],
    [
      'a citizen who claims one',
      { ...member('c', 's1'), kind: 'NATURAL' },
      { known: false, author: 'c' },
    ],
    ['a program', { ...member('p'), kind: 'SERVICE' }, { known: false, author: 'p' }],
  ])('%s', (_, viewer, { known, author }) => {
    expect(isKnownStaff(viewer)).toBe(known);
    expect(authorOf(viewer)).toBe(author);
  });
});
