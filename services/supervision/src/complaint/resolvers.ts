import { actionsOf, type Completing, erasuresOf, oneOf, pageOf } from '@onewindow/service';
import type {
  EfficiencyComplaintResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../graphql/types.generated.ts';
import { deadlinesIn } from '../deadline/days-of-a-deadline.ts';
import { mutationsOf, offeredBy } from '../kit.ts';
import { stub } from '../stubs.ts';
import { complaintCommands } from './complaint.commands.ts';
import { complaintKind } from './complaint.kind.ts';
import {
  isComplainant,
  mayReadAnswer,
  mayReadComplaint,
  mayReadFinding,
  mayReadVerdict,
} from './who-sees-complaints.ts';

export const Mutation = mutationsOf(complaintCommands) satisfies Partial<MutationResolvers>;

export const Query = {
  efficiencyComplaint: oneOf(complaintKind),
  efficiencyComplaints: pageOf(complaintKind, { scopes: ['overseen', 'asked'] }),
  myComplaints: pageOf(complaintKind, { scopes: ['complainant'] }),
} satisfies QueryResolvers;

export const EfficiencyComplaint: Completing<EfficiencyComplaintResolvers> = {
  erasures: erasuresOf,
  __resolveReference: ({ id }, { kinds }) => kinds.of(complaintKind).byId.load(id),
  // Who is only asked must not find the applicant by it.
  case: (complaint, _, { viewer, vault }) =>
    mayReadComplaint(viewer, complaint, vault) ? stub(complaint.case) : null,
  // Of who stands at no window a stranger must not learn by it who he is.
  target: (complaint, _, { viewer, vault }) =>
    complaint.targetOnPost || !isComplainant(viewer, complaint, vault)
      ? stub(complaint.target)
      : null,
  centre: ({ centre }) => ({ id: centre }),
  deadline: ({ id, region, deadline }, _, { histories }) => ({
    ...{ ...deadline, region },
    told: async () => deadlinesIn(await histories.complaints.load(id)),
  }),
  // Nor in which department he is: of a case it is the case's, which its applicant knows.
  department: (complaint, _, { viewer, vault }) =>
    complaint.targetOnPost || complaint.case !== null || !isComplainant(viewer, complaint, vault)
      ? stub(complaint.department)
      : null,
  text: async (complaint, _, { sealed, viewer, vault }) =>
    mayReadComplaint(viewer, complaint, vault)
      ? ((await sealed.complaints.load(complaint))?.['text'] ?? null)
      : null,
  complainant: async (complaint, _, { sealed, viewer, vault }) => {
    const mayRead =
      isComplainant(viewer, complaint, vault) ||
      (mayReadComplaint(viewer, complaint, vault) && viewer.scopes.has('personal:read'));
    const personal = mayRead ? await sealed.complaints.load(complaint) : null;
    const { name = null, phone = null } = personal ?? {};
    return name === null && phone === null ? null : { name, phone };
  },
  investigator: ({ investigator }) => stub(investigator),
  questions: (complaint, _, { viewer }) =>
    complaint.questions.map(({ by, answers, text, at }) => ({
      text,
      at,
      by: { id: by },
      answers: answers
        .filter(({ by: answerer }) => mayReadAnswer(viewer, complaint, answerer))
        .map(({ by: id, ...answer }) => ({ ...answer, by: { id } })),
    })),
  verdict: (complaint, _, { viewer, vault }) =>
    mayReadVerdict(viewer, complaint, vault) ? (complaint.finding?.verdict ?? null) : null,
  finding: (complaint, _, { viewer, vault }) => {
    const { finding } = complaint;
    return finding && mayReadFinding(viewer, complaint, vault)
      ? { ...finding, by: { id: finding.by } }
      : null;
  },
  // To the target the answer could tell who complains.
  reply: (complaint, _, { viewer, vault }) =>
    mayReadComplaint(viewer, complaint, vault) ? complaint.reply : null,
  availableActions: actionsOf(complaintCommands),
  actions: offeredBy(complaintCommands),
};
