import { badUserInput } from '@onewindow/subgraph';
import { lasting } from '../../../domain/special-procedure.ts';
import { applicantOf, maySeeApplicant } from '../applicant.ts';
import { availableActions } from '../available-actions.ts';
import type { CaseResolvers } from './../../types.generated.ts';

const MOST_ENTRIES = 100;
const stub = (id: string | null) => (id === null ? null : { id });

export const Case: CaseResolvers = {
  __resolveReference: ({ id }, { cases }) => cases.load(id),
  item: ({ itemId }) => ({ id: itemId }),
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => ({ id: centre }),
  window: ({ window }) => stub(window),
  handler: ({ handler }) => stub(handler),
  submittedVia: ({ channel }) => channel,
  acceptedAt: ({ acceptance }) => acceptance?.at ?? null,
  deemedAccepted: ({ acceptance }) => acceptance?.deemed ?? false,
  deadlines: ({ clocks, region }) => clocks.map((clock) => ({ ...clock, region })),
  suspension: (view) => {
    const open = lasting(view);
    return open ? { ...open, since: open.from } : null;
  },
  oneTimeNotice: ({ notice }) => notice && { ...notice, issuedBy: { id: notice.issuedBy } },
  decision: ({ verdict, denial }) =>
    verdict && {
      outcome: verdict.outcome,
      reasons: denial?.reasons ?? null,
      decidedBy: { id: verdict.decidedBy },
      decidedAt: verdict.at,
      seal: { id: verdict.seal },
      late: verdict.late,
    },
  negativeReport: ({ denial }) =>
    denial && {
      ...denial,
      reporter: { id: denial.reporter },
      superior: { id: denial.superior },
      reportedAt: denial.at,
      overturned: denial.overturned
        ? {
            reportId: denial.overturned.report,
            by: { id: denial.overturned.by },
            at: denial.overturned.at,
          }
        : null,
    },
  certificate: ({ certificate }) =>
    certificate && {
      number: certificate.number,
      issuedBy: { id: certificate.issuedBy },
      window: { id: certificate.window },
      issuedAt: certificate.at,
    },
  applicant: async (view, _, { applicants, viewer }) => {
    const personal = maySeeApplicant(viewer, view) ? await applicants.load(view) : null;
    return personal && applicantOf(view, personal);
  },
  history: async ({ id }, { first, after }, { histories }) => {
    if (first < 1 || first > MOST_ENTRIES)
      throw badUserInput({ en: '`first` is 1 to 100.', zh: '每页条数（first）为 1 至 100。' });
    const entries = (await histories.load(id)).filter(({ seq }) => seq > after);
    return entries.slice(0, first).map((entry) => ({ ...entry, sequence: entry.seq }));
  },
  availableActions: async (view, _, { caller, excluded }) => [
    ...availableActions(caller, view, await excluded.load(view.id)),
  ],
};
