import { ids, states } from '../../test/an-entry.ts';
import type { KnownEntry } from '../domain/disclosure-entry.ts';
import { deskOf, mayRead } from './visible-entries.ts';
import {
  anybody,
  colleague,
  editor,
  operator,
  reviewer,
  stranger,
} from '../../test/running-disclosure.ts';
import { availableActions } from '../graphql/entry/available-actions.ts';

const entries = Object.values(states).filter(
  (state): state is KnownEntry => state.status !== 'ABSENT',
);
const seenBy = (viewer: typeof editor) =>
  entries.filter((entry) => mayRead(viewer, entry)).map(({ status }) => status);

describe('who reads which entry', () => {
  it.each([anybody, stranger, colleague, operator])(
    'everybody what is public or was replaced: $id',
    (viewer) => {
      expect(seenBy(viewer)).toEqual([
        ...['PUBLISHED_BEFORE', 'UPDATED_DURING', 'PUBLISHED_AFTER', 'REPLACED'],
      ]);
    },
  );

  it.each([editor, reviewer])('the desk of the department all: $id', (viewer) => {
    expect(seenBy(viewer)).toEqual(entries.map(({ status }) => status));
  });

  it('has a desk only as staff of a department', () => {
    expect(deskOf(editor)).toBe(ids.department);
    expect(deskOf({ ...editor, kind: 'SERVICE' })).toBeNull();
    const { department: _, ...nowhere } = editor;
    expect(deskOf(nowhere)).toBeNull();
  });
});

describe('what a viewer may do', () => {
  it.each(entries)('with an entry that is $status: nothing from outside', (entry) => {
    for (const viewer of [anybody, stranger, colleague]) {
      expect(availableActions(viewer, entry)).toEqual([]);
    }
  });

  it('is the editor to write and publish, the reviewer to review and to take back what is public', () => {
    const actions = (viewer: typeof editor, status: Exclude<keyof typeof states, 'ABSENT'>) =>
      availableActions(viewer, states[status]);
    const back = 'WITHDRAW_DISCLOSURE_ENTRY';
    expect(actions(editor, 'PLANNED')).toEqual(['SUBMIT_DISCLOSURE_ENTRY', back]);
    expect(actions(reviewer, 'PLANNED')).toEqual([back]);
    expect(actions(editor, 'UNDER_REVIEW')).toEqual([back]);
    expect(actions(reviewer, 'UNDER_REVIEW')).toEqual([
      ...['APPROVE_DISCLOSURE_ENTRY', 'RETURN_DISCLOSURE_ENTRY', 'EXEMPT_DISCLOSURE_ENTRY', back],
    ]);
    expect(actions(editor, 'APPROVED')).toEqual(['PUBLISH_DISCLOSURE_ENTRY', back]);
    expect(actions(editor, 'PUBLISHED_AFTER')).toEqual(['REPLACE_DISCLOSURE_ENTRY']);
    expect(actions(reviewer, 'PUBLISHED_AFTER')).toEqual([back]);
    expect(actions(editor, 'REPLACED')).toEqual([]);
    expect(actions(editor, 'WITHDRAWN')).toEqual([]);
  });

  it('is not to replace by hand what follows its source', () => {
    const origin = { kind: 'ITEM', version: 1 } as const;
    expect(availableActions(editor, { ...states.PUBLISHED_BEFORE, origin })).toEqual([]);
  });
});
