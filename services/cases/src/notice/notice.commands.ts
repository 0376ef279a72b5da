import { startOfDay } from '@onewindow/calendar';
import { isKnownStaff, personOf, type Viewer } from '@onewindow/identity';
import { reject } from '@onewindow/kernel';
import { atWindow } from '../case/domain/authority.ts';
import { APPLICANT } from '../case/domain/case.ts';
import { isApplicant } from '../case/sight.ts';
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
      command: async ({ channel }, { viewer, context }, view) => ({
        channel,
        by: personOf(viewer).id,
        seal: await context.facts.sealOf(view.department),
      }),
    },
    publishNotice: {
      does: 'PublishNotice',
      action: 'PUBLISH',
      may: handlers,
      bars: (_, { unserved, status }) =>
        unserved || status === 'FAILED' ? null : ({ code: 'OtherWaysFirst' } as const),
      command: async (_, { viewer, context }, view) => ({
        by: personOf(viewer).id,
        seal: await context.facts.sealOf(view.department),
      }),
    },
    confirmService: {
      does: 'ConfirmService',
      action: 'CONFIRM_SERVICE',
      may: addresseeOrHandler,
      actor: (viewer, view) => (isApplicant(viewer, view) ? APPLICANT : viewer.id),
      command: async ({ how, signedOn }, { viewer, context }, view) => {
        const byHimself = isApplicant(viewer, view);
        if (byHimself !== (how === 'OPENED_ONLINE'))
          return reject({
            code: 'NotAuthorized',
            because: byHimself ? 'HandedOverByOthers' : 'OpenedByOthers',
          } as const);
        const by = byHimself ? null : personOf(viewer).id;
        const seal = await context.facts.sealOf(view.department);
        if (by !== null && how === 'AT_WINDOW') {
          const post = atWindow(await context.facts.officer(by), view.centre);
          if (!post.ok) return reject(post.refusal);
        }
        return { how, signedOn: signedOn == null ? null : startOfDay(signedOn), by, seal };
      },
    },
  },
);
