import { uncoveredQueries } from '@onewindow/persistence/testing';
import { ids, place, states } from '../../test/an-entry.ts';
import {
  anybody,
  colleague,
  editor,
  operator,
  reviewer,
  stranger,
} from '../../test/running-disclosure.ts';
import { deskOf } from './desk.ts';
import { entryKind } from './entry.kind.ts';

const { type, sees } = entryKind.with();

describe('an entry as the journal keeps it', () => {
  it('has an index for every query', () => {
    expect(uncoveredQueries(type)).toEqual([]);
  });

  it('belongs to region, department and, where it has one, centre', () => {
    expect(type.belonging(states.PLANNED)).toEqual(place);
    const { region, department } = ids;
    expect(type.belonging({ ...states.PLANNED, centre: null })).toEqual({ region, department });
    expect(() => type.belonging(states.ABSENT)).toThrow('before it is made');
  });

  it('keeps one fact unique: who is to replace an entry', () => {
    const unique = type.indexes.filter((index) => index.unique);
    expect(unique.map(({ fact }) => fact)).toEqual(['successor']);
    expect(states.PLANNED).not.toHaveProperty('replacesKey');
  });
});

describe('who reads which entry', () => {
  const entries = Object.values(states).filter(({ status }) => status !== 'ABSENT');
  const seenBy = async (viewer: typeof editor) => {
    const seen: string[] = [];
    for (const state of entries) {
      const loaded = { id: 'e', version: 1, state, ...type.belonging(state) };
      if (await sees(viewer, loaded)) seen.push(state.status);
    }
    return seen;
  };

  it.each([anybody, stranger, colleague, operator])(
    'everybody what is public or was replaced: $id',
    async (viewer) => {
      expect(await seenBy(viewer)).toEqual([
        'PUBLISHED_BEFORE',
        'UPDATED_DURING',
        'PUBLISHED_AFTER',
        'REPLACED',
      ]);
    },
  );

  it.each([editor, reviewer])('the desk of the department all: $id', async (viewer) => {
    expect(await seenBy(viewer)).toEqual(entries.map(({ status }) => status));
  });

  it('has a desk only as staff of a department', () => {
    expect(deskOf(editor)).toBe(ids.department);
    expect(deskOf({ ...editor, kind: 'SERVICE' })).toBeNull();
    const { department: _, ...nowhere } = editor;
    expect(deskOf(nowhere)).toBeNull();
  });
});
