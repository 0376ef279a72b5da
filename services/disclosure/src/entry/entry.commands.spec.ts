import type { Viewer } from '@onewindow/identity';
import { openKinds } from '@onewindow/service';
import { at, states } from '../../test/an-entry.ts';
import {
  anybody,
  both,
  colleague,
  editor,
  reviewer,
  stranger,
} from '../../test/running-disclosure.ts';
import type { RequestContext } from '../context.ts';
import type { KnownEntry } from './domain/disclosure-entry.ts';
import { entryKind, type EntryView } from './entry.kind.ts';
import { DisclosureEntry } from './resolvers.ts';

/** What the screen is told, of the kind as the service opens it; nothing is read for that. */
async function actions(viewer: Viewer, state: KnownEntry): Promise<readonly string[]> {
  const kinds = openKinds({ journal: () => undefined as never });
  kinds.open(entryKind);
  const caller = { viewer, at, traceparent: '' };
  const context = { viewer, caller, kinds: kinds.forRequest(caller) } as unknown as RequestContext;
  const shown = entryKind.toView({ id: 'e', version: 1, state });
  const resolve = DisclosureEntry.availableActions as unknown as (
    ...given: [EntryView, object, RequestContext]
  ) => Promise<readonly string[]>;
  return resolve(shown, {}, context);
}
const entries = Object.values(states).filter(
  (state): state is KnownEntry => state.status !== 'ABSENT',
);
const BACK = 'WITHDRAW_DISCLOSURE_ENTRY';

describe('what a viewer may do', () => {
  it.each(entries)('with an entry that is $status: nothing from outside', async (entry) => {
    const { staffId: _, ...unknown } = both;
    for (const viewer of [anybody, stranger, colleague, unknown]) {
      expect(await actions(viewer, entry)).toEqual([]);
    }
  });

  it.each([
    ['PLANNED', ['SUBMIT_DISCLOSURE_ENTRY', BACK], [BACK]],
    [
      'UNDER_REVIEW',
      [BACK],
      ['APPROVE_DISCLOSURE_ENTRY', 'RETURN_DISCLOSURE_ENTRY', 'EXEMPT_DISCLOSURE_ENTRY', BACK],
    ],
    ['RETURNED_FOR_CHANGE', ['SUBMIT_DISCLOSURE_ENTRY', BACK], [BACK]],
    ['APPROVED', ['PUBLISH_DISCLOSURE_ENTRY', BACK], [BACK]],
    ['EXEMPTED', [], []],
    ['PUBLISHED_BEFORE', ['REPLACE_DISCLOSURE_ENTRY'], [BACK]],
    ['UPDATED_DURING', ['REPLACE_DISCLOSURE_ENTRY'], [BACK]],
    ['PUBLISHED_AFTER', ['REPLACE_DISCLOSURE_ENTRY'], [BACK]],
    ['REPLACED', [], [BACK]],
    ['WITHDRAWN', [], []],
  ] as const)(
    'with an entry that is %s is the editor to write and publish, the reviewer to review and to take back what is public',
    async (status, ofEditor, ofReviewer) => {
      expect(await actions(editor, states[status])).toEqual(ofEditor);
      expect(await actions(reviewer, states[status])).toEqual(ofReviewer);
    },
  );

  it('is no review for who wrote it', async () => {
    const own = { ...states.UNDER_REVIEW, authors: [both.staffId ?? ''] };
    expect(await actions(both, own)).toEqual([BACK]);
  });

  it('is not to replace by hand what follows its source', async () => {
    const origin = { kind: 'ITEM', version: 1 } as const;
    expect(await actions(editor, { ...states.PUBLISHED_BEFORE, origin })).toEqual([]);
  });
});
