import { seesPlace } from '@onewindow/identity';
import { actionsOf, erasuresOf, oneOf, pageOf, type Completing } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { maySeeApplicant } from '../case/applicant-shown.ts';
import { caseKind } from '../case/case.kind.ts';
import type { RequestContext } from '../context.ts';
import type {
  MutationResolvers,
  NoticeResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { asHtml, asText, type Letterhead } from './domain/render-notice.ts';
import { noticeCommands } from './notice.commands.ts';
import { noticeKind, type NoticeView } from './notice.kind.ts';

export const Mutation = mutationsOf(noticeCommands) satisfies Pick<
  Required<MutationResolvers>,
  'issueOneTimeNotice' | 'sendNotice' | 'publishNotice' | 'confirmService'
>;

export const Query = {
  notice: oneOf(noticeKind),
  myNotices: pageOf(noticeKind, { scopes: ['applicant'] }),
  unservedNotices: (...[, args, { kinds }, info]) =>
    connectionOf(
      { args, info },
      kinds.of(noticeKind).list({ filter: { unserved: true }, scopes: ['department', 'centre'] }),
      noticeKind.toView,
    ),
} satisfies QueryResolvers;

/** What stands on the paper, for who reads it now. */
async function headFor(view: NoticeView, context: RequestContext): Promise<Letterhead> {
  const { addressees, facts, viewer } = context;
  const [personal, department] = await Promise.all([
    maySeeApplicant(viewer, view) ? addressees.load(view) : null,
    facts.departmentName(view.department),
  ]);
  return { addressee: personal?.['name'] ?? null, department };
}

const stub = (id: string | null | undefined) => (id == null ? null : { id });

export const Notice: Completing<NoticeResolvers> = {
  erasures: erasuresOf,
  __resolveReference: ({ id }, { kinds }) => kinds.of(noticeKind).byId.load(id),
  case: (notice, _, { kinds }) =>
    notice.case === null ? null : kinds.of(caseKind).byId.load(notice.case),
  item: ({ item }) => ({ id: item }),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  parts: ({ parts }) => [...parts],
  text: async (view, _, context) => asText(view, await headFor(view, context)),
  html: async (view, _, context) => asHtml(view, await headFor(view, context)),
  issuedBy: ({ issuedBy }) => stub(issuedBy),
  sealed: ({ sealed }) => sealed !== null,
  sending: ({ sending }) => sending !== null,
  seal: async ({ sealed, region, department, centre }, _, { viewer }) =>
    // As windows shows it.
    sealed && (await seesPlace(viewer, { region, department }, () => centre))
      ? { id: sealed.seal }
      : null,
  serveBy: ({ serveBy }) => serveBy.dueAt,
  service: ({ served }) => served && { ...served, confirmedBy: stub(served.confirmedBy) },
  availableActions: actionsOf(noticeCommands),
  actions: offeredBy(noticeCommands),
};
