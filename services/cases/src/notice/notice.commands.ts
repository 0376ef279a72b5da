import { startOfDay } from '@onewindow/calendar';
import { isKnownStaff, personOf, type Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { atWindow } from '../case/domain/authority.ts';
import { APPLICANT } from '../case/domain/case.ts';
import { barredFrom, keptAwayFrom } from '../case/kept-away.ts';
import { isApplicant } from '../case/sight.ts';
import type { RequestContext } from '../context.ts';
import { defineCommands } from '../kit.ts';
import { oneTimeNotice } from './one-time-notice.ts';
import { noticeKind, type NoticeView } from './notice.kind.ts';

/** Staff of the department whose paper it is, who handle its cases. */
const handlers = (viewer: Viewer, { department }: NoticeView) => {
  if (viewer.kind !== 'STAFF' || !viewer.scopes.has('cases:handle')) return 'NotOfDepartment';
  if (!isKnownStaff(viewer)) return 'NotKnownStaff';
  return viewer.department === department || 'NotOfDepartment';
};
const addresseeOrHandler = (viewer: Viewer, view: NoticeView) => {
  if (isApplicant(viewer, view)) return true;
  const because = handlers(viewer, view);
  return because === 'NotOfDepartment' ? 'NotApplicantNorOfDepartment' : because;
};

/** Whom a supervisor keeps away from the case does nothing with its papers (X24). */
const keptAway = (viewer: Viewer, view: NoticeView, context: RequestContext) =>
  isApplicant(viewer, view) ? null : barredFrom(view.case, context);
/** Who sends a paper and its seal; or why he may not. */
const sender = async (context: RequestContext, view: NoticeView) => {
  const [refusal, seal] = await Promise.all([
    keptAwayFrom(view.case, context),
    context.facts.sealOf(view.department),
  ]);
  return refusal ? reject(refusal) : { by: personOf(context.viewer).id, seal };
};

/** How somebody is told all at once, how a paper goes out, and how it is known that a paper has reached him. */
export const noticeCommands = defineCommands(
  noticeKind,
  { id: 'noticeId' },
  {
    issueOneTimeNotice: {
      creates: 'IssueNotice',
      token: (viewer) => isKnownStaff(viewer) || 'NotKnownStaff',
      command: oneTimeNotice,
    },
    sendNotice: {
      does: 'SendNotice',
      action: 'SEND',
      may: handlers,
      bars: keptAway,
      command: async ({ channel }, { context }, view) => {
        const sent = await sender(context, view);
        return 'by' in sent ? { channel, ...sent } : sent;
      },
    },
    publishNotice: {
      does: 'PublishNotice',
      action: 'PUBLISH',
      may: handlers,
      bars: async (viewer, view, context) =>
        view.unserved || view.status === 'FAILED'
          ? keptAway(viewer, view, context)
          : ({ code: 'OtherWaysFirst' } as const),
      command: (_, { context }, view) => sender(context, view),
    },
    confirmService: {
      does: 'ConfirmService',
      action: 'CONFIRM_SERVICE',
      may: addresseeOrHandler,
      bars: keptAway,
      actor: (viewer, view) => (isApplicant(viewer, view) ? APPLICANT : viewer.id),
      command: async ({ how, signedOn }, { viewer, context }, view) => {
        const byHimself = isApplicant(viewer, view);
        if (byHimself !== (how === 'OPENED_ONLINE'))
          return reject({
            code: 'NotAuthorized',
            because: byHimself ? 'HandedOverByOthers' : 'OpenedByOthers',
          } as const);
        const by = byHimself ? null : personOf(viewer).id;
        const [kept, seal] = await Promise.all([
          keptAwayFrom(view.case, context),
          context.facts.sealOf(view.department),
        ]);
        if (kept) return reject(kept);
        if (by !== null && how === 'AT_WINDOW') {
          const post = atWindow(await context.facts.officer(by), view.centre);
          if (!post.ok) return reject(post.refusal);
        }
        return { how, signedOn: signedOn == null ? null : startOfDay(signedOn), by, seal };
      },
    },
  },
);
