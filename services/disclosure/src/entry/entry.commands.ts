import { isKnownStaff, isOneOf, personOf, type Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import type { Given } from '@onewindow/service';
import type { RequestContext } from '../context.ts';
import type { DisclosureContentInput } from '../graphql/types.generated.ts';
import { isPublicItem } from '../item/domain/item-fact.ts';
import { defineCommands } from '../kit.ts';
import { isOfDesk } from './desk.ts';
import { isCurrent, isPublic, type EntryContent } from './domain/disclosure-entry.ts';
import { entryKind, type EntryView } from './entry.kind.ts';
import {
  changedContentInput,
  contentInput,
  opinionInput,
  reasonInput,
  secrecyCheckInput,
} from './no-id-number.ts';

const edits = (viewer: Viewer, entry: EntryView) =>
  isOfDesk(viewer, entry) && viewer.scopes.has('disclosure:edit');
const reviews = (viewer: Viewer, entry: EntryView) =>
  isOfDesk(viewer, entry) && viewer.scopes.has('disclosure:review');

/** Of whom nobody knows who he is, it can't be said that he wrote nothing of what he reviews. */
const isKnown = (viewer: Viewer) => isKnownStaff(viewer) || 'NotKnownStaff';

/** A department discloses what is its own (000:47). */
const mayEdit = (viewer: Viewer, entry: EntryView) =>
  edits(viewer, entry) ? isKnown(viewer) : 'NotOfDepartment';

const mayReview = (viewer: Viewer, entry: EntryView) =>
  reviews(viewer, entry) ? isKnown(viewer) : 'NotOfDepartment';

/** What the public has read is taken back by a reviewer only, a draft by its editors as well. */
const mayWithdraw = (viewer: Viewer, entry: EntryView) => {
  if (reviews(viewer, entry)) return isKnown(viewer);
  if (!edits(viewer, entry)) return 'NotOfDepartment';
  return isPublic(entry) ? 'PublicForReviewers' : isKnown(viewer);
};

/** An entry can be replaced while it holds, and again where what had taken its place was taken back. */
async function isWithoutSuccessor(
  entry: EntryView,
  { kinds }: Pick<RequestContext, 'kinds'>,
): Promise<boolean> {
  if (entry.status !== 'REPLACED') return isCurrent(entry);
  // Whoever may replace it is of its desk, which sees what was taken back.
  const successor = await kinds.of(entryKind).byId.load(entry.successor.id);
  return successor?.status === 'WITHDRAWN';
}

/** Whether a new entry may be written in this one's place: nothing else stands there, and a person wrote it. */
export const offersReplacement = async (
  viewer: Viewer,
  entry: EntryView,
  context: RequestContext,
): Promise<boolean> =>
  mayEdit(viewer, entry) === true &&
  entry.origin.kind === 'STAFF' &&
  (await isWithoutSuccessor(entry, context));

const wroteOn = (viewer: Viewer, { authors }: EntryView) =>
  isOneOf(viewer, authors) ? ({ code: 'ReviewerWroteEntry' } as const) : null;

const contentOf = ({
  title,
  body,
  basis,
  phase,
  nature,
  cadence,
  topicGroup,
  itemId,
}: DisclosureContentInput): EntryContent => ({
  title,
  body,
  basis,
  phase,
  nature,
  cadence,
  topicGroup: topicGroup ?? null,
  item: itemId ?? null,
});

type Asked = Pick<Given<RequestContext>, 'viewer' | 'context'>;

/** Why an item can't be the one that an entry is about, null when it can: it is the viewer's department's. */
async function refusedItem(item: string | null, { viewer, context }: Asked) {
  if (item === null) return null;
  const [known] = await context.items.findMany([item]);
  if (known?.fact.department === viewer.department && known !== undefined) return null;
  // A draft of another department is answered like an item of which nobody has told.
  const isSeen = known && (isPublicItem(known.fact) || known.fact.status === 'ABOLISHED');
  return isSeen
    ? reject({ code: 'NotAuthorized', because: 'ItemOfAnotherDepartment' })
    : reject(context.notKnown(item));
}

/** The fields of a draft of the viewer's own department: region, department and centre are the token's. */
async function draftOf(content: EntryContent, replaces: string | null, asked: Asked) {
  const { viewer } = asked;
  const { region, department, centre } = viewer;
  if (region === undefined || department === undefined) {
    return reject({ code: 'NotAuthorized', because: 'NoDepartment' });
  }
  const place = { region, department, centre: centre ?? null };
  const by = personOf(viewer).id;
  return (await refusedItem(content.item, asked)) ?? { by, place, content, replaces };
}

/** What editors and reviewers of a department do with its entries. */
export const entryCommands = defineCommands(
  entryKind,
  { id: 'entryId' },
  {
    draftDisclosureEntry: {
      creates: 'DraftEntry',
      input: contentInput,
      token: isKnown,
      command: ({ content }, given) => draftOf(contentOf(content), null, given),
    },
    /** What is public is never edited: another entry takes its place when it is public itself (001:21). */
    replaceDisclosureEntry: {
      creates: 'DraftEntry',
      input: contentInput,
      token: isKnown,
      command: async ({ entryId, content }, given) => {
        const entry = await given.context.kinds.of(entryKind).fresh(entryId);
        if (entry === null) return reject({ code: 'NotFound', id: entryId });
        const may = mayEdit(given.viewer, entry);
        if (may !== true) return reject({ code: 'NotAuthorized', because: may });
        if (entry.origin.kind !== 'STAFF') return reject({ code: 'EntryFollowsItsSource' });
        if (!(await isWithoutSuccessor(entry, given.context))) {
          const { status } = entry;
          return reject({ code: 'NotPermittedInStatus', command: 'ReplaceEntry', status });
        }
        return draftOf(contentOf(content), entryId, given);
      },
      // Which draft is under way is told to who may go on with it.
      write: async (create, asked, { context: { kinds, caller } }) => {
        const outcome = await create(asked);
        if (outcome.ok || outcome.rejection.code !== 'AlreadyExists') return outcome;
        const { journal, shows } = kinds.of(entryKind);
        const key = { 'state.replacesKey': asked.replaces ?? '' };
        const there = await journal.findBy('byReplaced', key, caller.at);
        const id = there && (await shows(entryKind.toView(there))) ? there.id : null;
        return { ok: false, rejection: { ...outcome.rejection, id } };
      },
    },
    submitDisclosureEntry: {
      does: 'SubmitEntry',
      action: 'SUBMIT_DISCLOSURE_ENTRY',
      input: changedContentInput,
      may: mayEdit,
      command: async ({ content: given }, asked) => {
        const content = given == null ? null : contentOf(given);
        const refused = await refusedItem(content?.item ?? null, asked);
        return refused ?? { by: personOf(asked.viewer).id, content };
      },
    },
    approveDisclosureEntry: {
      does: 'ApproveEntry',
      action: 'APPROVE_DISCLOSURE_ENTRY',
      input: secrecyCheckInput,
      may: mayReview,
      bars: wroteOn,
      command: ({ secrecyCheck: opinion }, { viewer }) => ({ by: personOf(viewer).id, opinion }),
    },
    returnDisclosureEntry: {
      does: 'ReturnEntry',
      action: 'RETURN_DISCLOSURE_ENTRY',
      input: opinionInput,
      may: mayReview,
      bars: wroteOn,
      command: ({ opinion }, { viewer }) => ({ by: personOf(viewer).id, opinion }),
    },
    exemptDisclosureEntry: {
      does: 'ExemptEntry',
      action: 'EXEMPT_DISCLOSURE_ENTRY',
      input: reasonInput,
      may: mayReview,
      bars: wroteOn,
      command: ({ exemption, reason: opinion }, { viewer }) => ({
        by: personOf(viewer).id,
        exemption,
        opinion,
      }),
    },
    publishDisclosureEntry: {
      does: 'PublishEntry',
      action: 'PUBLISH_DISCLOSURE_ENTRY',
      may: mayEdit,
      command: ({ channels }, { viewer }) => ({ by: personOf(viewer).id, channels }),
    },
    withdrawDisclosureEntry: {
      does: 'WithdrawEntry',
      action: 'WITHDRAW_DISCLOSURE_ENTRY',
      input: reasonInput,
      may: mayWithdraw,
      command: ({ reason, ground }, { viewer }) => ({
        by: personOf(viewer).id,
        reason,
        ground: ground ?? null,
      }),
    },
  },
);
