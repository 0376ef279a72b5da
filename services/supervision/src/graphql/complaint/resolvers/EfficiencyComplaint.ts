import { isComplainant, mayReadAnswer, mayReadComplaint } from '../../../queries/visible.ts';
import { complaintActions } from '../../available-actions.ts';
import { stub } from '../../stub.ts';
import type { EfficiencyComplaintResolvers } from './../../types.generated.ts';

export const EfficiencyComplaint: EfficiencyComplaintResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.complaint.load(id),
  // Who is only asked must not find the applicant by it.
  case: (complaint, _, { viewer, vault }) =>
    mayReadComplaint(viewer, complaint, vault) ? stub(complaint.case) : null,
  target: ({ target }) => stub(target),
  centre: ({ centre }) => ({ id: centre }),
  department: ({ department }) => stub(department),
  text: async (complaint, _, { loaders, viewer, vault }) =>
    mayReadComplaint(viewer, complaint, vault)
      ? ((await loaders.sealed.load(complaint))?.['text'] ?? null)
      : null,
  complainant: async (complaint, _, { loaders, viewer, vault }) => {
    const mayRead =
      isComplainant(viewer, complaint, vault) ||
      (mayReadComplaint(viewer, complaint, vault) && viewer.scopes.has('personal:read'));
    const sealed = mayRead ? await loaders.sealed.load(complaint) : null;
    const { name = null, phone = null } = sealed ?? {};
    return name === null && phone === null ? null : { name, phone };
  },
  investigator: ({ investigator }) => stub(investigator),
  questions: (complaint, _, { viewer }) =>
    complaint.questions.map(({ by, answers, text, at }) => ({
      ...{ text, at, by: { id: by } },
      answers: answers
        .filter(({ by: answerer }) => mayReadAnswer(viewer, complaint, answerer))
        .map(({ by: id, ...answer }) => ({ ...answer, by: { id } })),
    })),
  finding: ({ finding }) => finding && { ...finding, by: { id: finding.by } },
  availableActions: (complaint, _, { viewer, vault }) => [
    ...complaintActions(viewer, complaint, vault),
  ],
};
