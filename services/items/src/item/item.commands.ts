import { authorOf, isKnownStaff, isOneOf, personOf, type Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { defineCommands } from '../kit.ts';
import { contentInput } from './content-input.ts';
import { stepRefused } from './domain/permitted.ts';
import { itemKind, type ItemView } from './item.kind.ts';

const edits = ({ scopes, department }: Viewer, item: ItemView) =>
  scopes.has('items:edit') && department === item.department;

/** One department is responsible for an item (003:27): only its editors do what is asked for here. */
const ofDepartment = (viewer: Viewer, item: ItemView) => edits(viewer, item) || 'NotOfDepartment';

/** Who writes or submits becomes an author, whom the reviewer must not be (002:24): so it is known who he is. */
const asAuthor = (viewer: Viewer, item: ItemView) => {
  if (!edits(viewer, item)) return 'NotOfDepartment';
  return authorOf(viewer) !== null || 'NotKnownStaff';
};

/** Who publishes a next revision is told with it, so it is known who he is. */
const mayPublish = (viewer: Viewer, item: ItemView) =>
  item.next === null ? ofDepartment(viewer, item) : asAuthor(viewer, item);

/** Of whom nobody knows who he is, it can't be said that he is no author. */
const mayReview = (viewer: Viewer) =>
  (viewer.scopes.has('items:review') && isKnownStaff(viewer)) || 'NotKnownStaff';

/** The department takes its proposal back, or the office ends it; who does is told with it. */
const mayDrop = (viewer: Viewer, item: ItemView) =>
  viewer.scopes.has('items:review') ? mayReview(viewer) : asAuthor(viewer, item);

const managesACentre = ({ scopes, centre }: Viewer) =>
  scopes.has('windows:manage') && centre !== undefined;

/** The department, or who manages a centre; that it is the centre which the item enters is asked with the command. */
const mayEnter = (viewer: Viewer, item: ItemView) =>
  edits(viewer, item) || managesACentre(viewer) || 'NotOfDepartmentOrCentre';

/** What department, reviewer and centre do with an item, or with its next revision when it is public. */
export const itemCommands = defineCommands(
  itemKind,
  { id: 'id' },
  {
    reviseItem: {
      does: 'ReviseItem',
      action: 'REVISE_ITEM',
      input: z.object({ changes: contentInput }),
      may: asAuthor,
      bars: (_, item) => stepRefused('ReviseItem', item),
      command: ({ reason, changes }, { viewer }) => ({
        by: personOf(viewer).id,
        reason,
        change: contentInput.parse(changes),
      }),
    },
    submitItemForReview: {
      does: 'SubmitItemForReview',
      action: 'SUBMIT_ITEM_FOR_REVIEW',
      may: asAuthor,
      bars: (_, item) => stepRefused('SubmitItemForReview', item),
      command: (_, { viewer }) => ({ by: personOf(viewer).id }),
    },
    reviewItem: {
      does: 'ReviewItem',
      action: 'REVIEW_ITEM',
      may: mayReview,
      bars: (viewer, item) =>
        stepRefused('ReviewItem', item) ??
        (isOneOf(viewer, (item.next ?? item).authors) ? { code: 'ReviewerIsAuthor' } : null),
      command: ({ decision, opinion }, { viewer }) => ({
        by: personOf(viewer).ids,
        decision,
        opinion,
      }),
    },
    publishItem: {
      does: 'PublishItem',
      action: 'PUBLISH_ITEM',
      claims: 'itemCode',
      holder: whoHasItsCode,
      may: mayPublish,
      bars: (_, item) => stepRefused('PublishItem', item),
      command: (_, { viewer }) => ({ by: personOf(viewer).id }),
    },
    dropProposal: {
      does: 'DropProposal',
      action: 'DROP_PROPOSAL',
      may: mayDrop,
      bars: (_, item) => stepRefused('DropProposal', item),
      command: ({ reason }, { viewer }) => ({ by: personOf(viewer).id, reason }),
    },
    enterItem: {
      does: 'EnterItem',
      action: 'ENTER_ITEM',
      may: mayEnter,
      command: async ({ centreId }, { viewer, context }, item) => {
        const { centres, departments, notKnown } = context;
        const [centre = null] = await centres.findMany([centreId]);
        const unknown = centre === null ? notKnown(centreId) : null;
        if (unknown?.code === 'NotYetKnown') return reject(unknown);
        const [department = null] = await departments.findMany([item.department]);
        return {
          editor: {
            department: edits(viewer, item) ? item.department : null,
            centre: managesACentre(viewer) ? (viewer.centre ?? null) : null,
          },
          centre: centre && { id: centre._id, region: centre.region },
          departmentCentre: department?.centre ?? null,
        };
      },
    },
    suspendItem: {
      does: 'SuspendItem',
      action: 'SUSPEND_ITEM',
      may: ofDepartment,
      command: ({ reason }) => ({ reason }),
    },
    resumeItem: {
      does: 'ResumeItem',
      action: 'RESUME_ITEM',
      may: ofDepartment,
      command: () => ({}),
    },
    abolishItem: {
      does: 'AbolishItem',
      action: 'ABOLISH_ITEM',
      may: ofDepartment,
      command: ({ reason }) => ({ reason }),
    },
  },
);

/** Another item that has one of its codes. */
async function whoHasItsCode(
  { id, codes }: ItemView,
  { kinds, caller }: RequestContext,
): Promise<string | null> {
  const { journal } = kinds.of(itemKind);
  const found = await Promise.all(
    codes.map((code) => journal.findBy('withCode', { 'state.codes': code }, caller.at)),
  );
  return found.find((other) => other != null && other.id !== id)?.id ?? null;
}
