import { randomUUID } from 'node:crypto';
import { idFromCode } from '@onewindow/persistence';
import { data, eventually, succeed } from '../ask.ts';
import type { Centre } from '../centre.ts';
import { complaint, exclusion, withAlerts } from '../overdue-case.ts';
import { certificateOf, persist, stepsOf, storyOf, submission } from '../one-case.ts';
import type { OpenItem } from '../opening.ts';
import { chiefId, CITIZEN, tokenOf } from '../people.ts';
import { ASKERS, claimsOf, type Asker } from './personas.ts';

const SIXTY_DAYS = 60 * 86_400_000;

/** A row of each kind that not everybody sees, with what shows that it was read. */
export interface Specimens {
  readonly itemId: string;
  readonly caseId: string;
  readonly receiptNumber: string;
  readonly certificateNumber: string;
  /** What was told to the applicant once: with the receipt number it opens the case's progress. */
  readonly queryCode: string;
  readonly alertId: string;
  readonly complaintId: string;
  readonly complaintText: string;
  /** A complaint about the same case, of which target and department were asked. */
  readonly askedId: string;
  readonly askedText: string;
  readonly question: string;
  /** What the officer has said to it. */
  readonly answer: string;
  readonly exclusionId: string;
  readonly exclusionReason: string;
  readonly reportId: string;
  readonly rejectedCaseId: string;
  /** The receipt of the case, which has reached nobody in time. */
  readonly noticeId: string;
  readonly draftId: string;
  readonly draftTitle: string;
  readonly opinion: string;
  readonly sealId: string;
  readonly sealCode: string;
  readonly sealUseId: string;
  readonly letterId: string;
  readonly letterNumber: string;
}

export const sealOf = (code: string) => idFromCode('approval-seal', code);
export const letterOf = (number: string) => idFromCode('authorization-letter', number);

/** A token with which he asks the gateway; undefined for who has none. */
export async function tokenOfAsker(centre: Centre, asker: Asker): Promise<string | undefined> {
  if (ASKERS[asker].kind === 'ANONYMOUS') return undefined;
  return centre.token({ ...claimsOf(asker, centre.blindIndex) });
}

/** A case that ran over its time, was approved late and complained of; the one that a report is about; a draft. */
export async function makeSpecimens(
  centre: Centre,
  item: OpenItem,
  { onceSubmitted }: { readonly onceSubmitted?: (caseId: string) => Promise<void> } = {},
): Promise<Specimens> {
  const { caseId, queryCode } = await submitOne(centre, item);
  await onceSubmitted?.(caseId);
  const [accept, ...rest] = stepsOf(caseId);
  if (accept) await persist(centre, accept);
  centre.moveClock(new Date(Date.now() + SIXTY_DAYS).toISOString());
  const overdue = await withAlerts(centre, caseId);
  for (const step of rest) await persist(centre, step);
  const rejectedCaseId = await rejectOne(centre, item);
  await eventually(
    () => storyOf(centre, caseId),
    ({ publishedResult }) => publishedResult !== null,
  );
  const complained = complaint(caseId);
  const { id: complaintId } = await persist(centre, complained);
  const asked = await askAbout(centre, caseId);
  const excluded = await exclude(centre, caseId);
  const draft = await draftReturned(centre, item);
  const token = await tokenOf(centre, 'supervisor');
  const facts = await eventually(
    () =>
      data<Facts>(centre, {
        query: FACTS,
        variables: { caseId, sealId: sealOf('E2E-SEAL') },
        token,
      }),
    ({ negativeDecisionReports, approvalSeal, ...told }) =>
      receiptIn(told) !== undefined &&
      negativeDecisionReports.edges.length > 0 &&
      approvalSeal.uses.edges.some(({ node }) => node.case?.id === caseId),
  );
  const used = facts.approvalSeal.uses.edges.find(({ node }) => node.case?.id === caseId);
  const [letterNumber, sealCode] = ['授〔2026〕1号', 'E2E-SEAL'];
  return {
    ...{ itemId: item.id, caseId, queryCode, rejectedCaseId, complaintId },
    ...{ ...asked, ...excluded, ...draft },
    receiptNumber: facts.caseById.receiptNumber,
    noticeId: receiptIn(facts) ?? '',
    certificateNumber: certificateOf(caseId),
    alertId: overdue.alerts.edges[0]?.node.id ?? '',
    complaintText: String(complained.input['text']),
    reportId: facts.negativeDecisionReports.edges[0]?.node.id ?? '',
    ...{ sealCode, sealId: sealOf(sealCode), sealUseId: used?.node.id ?? '' },
    ...{ letterNumber, letterId: letterOf(letterNumber) },
  };
}

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
interface Facts {
  readonly caseById: {
    readonly receiptNumber: string;
    readonly notices: Edges<{ readonly id: string; readonly kind: string }>;
  };
  readonly unservedNotices: Edges<{ readonly id: string }>;
  readonly negativeDecisionReports: Edges<{ readonly id: string }>;
  readonly approvalSeal: {
    readonly uses: Edges<{ readonly id: string; readonly case: { readonly id: string } | null }>;
  };
}
const FACTS = `query ($caseId: ID!, $sealId: ID!) {
  caseById(id: $caseId) { receiptNumber notices { edges { node { id kind } } } }
  unservedNotices(first: 100) { edges { node { id } } }
  negativeDecisionReports { edges { node { id } } }
  approvalSeal(id: $sealId) { uses { edges { node { id case { id } } } } }
}`;

/** The case's receipt, once it is on the list of what has reached nobody. */
function receiptIn({ caseById, unservedNotices }: Pick<Facts, 'caseById' | 'unservedNotices'>) {
  const receipt = caseById.notices.edges.find(({ node: { kind } }) => kind === 'RECEIPT')?.node.id;
  return unservedNotices.edges.some(({ node: { id } }) => id === receipt) ? receipt : undefined;
}

async function submitOne(centre: Centre, item: OpenItem) {
  const { name, input } = submission(item, 'citizen');
  const token = await tokenOf(centre, 'citizen');
  const submitted = await eventually(
    () =>
      succeed<{ readonly case: { readonly id: string }; readonly queryCode: string }>(centre, {
        ...{ name, input, token, success: '{ case { id } queryCode }' },
      }),
    () => true,
  );
  return { caseId: submitted.case.id, queryCode: submitted.queryCode };
}

/** A case that is denied, with its report to a superior; answers its id. */
export async function rejectOne(centre: Centre, item: OpenItem): Promise<string> {
  const { id: caseId } = await persist(centre, submission(item, 'citizen'));
  const [accept, decide] = stepsOf(caseId);
  if (!accept || !decide) throw new Error('The story has lost its steps.');
  await persist(centre, accept);
  const report = { situation: '材料与实际不符', reasons: '不符合法定条件', rule: '行政许可法 38' };
  await persist(centre, {
    ...decide,
    input: {
      ...decide.input,
      outcome: 'REJECTED',
      report,
    },
  });
  return caseId;
}

/** A complaint whose target and department a supervisor has put questions to, and the officer has answered. */
async function askAbout(centre: Centre, caseId: string) {
  const filing = complaint(caseId);
  const [question, answer] = [`当日窗口是否有人？${randomUUID()}`, `当日有人在岗。${randomUUID()}`];
  const input = { ...filing.input, complainant: { name: CITIZEN.name } };
  const { id: askedId } = await persist(centre, { ...filing, input });
  for (const [persona, name, more] of [
    ['supervisor', 'acceptComplaint', {}],
    ['supervisor', 'putQuestions', { text: question }],
    ['officer', 'answerQuestions', { text: answer }],
  ] as const) {
    const about = { complaintId: askedId, ...more };
    await persist(centre, { persona, name, of: 'complaint', input: about });
  }
  return { askedId, askedText: String(filing.input['text']), question, answer };
}

/** The chief is kept away from the case: nobody who asks in the matrix. */
async function exclude(centre: Centre, caseId: string) {
  const step = exclusion(caseId);
  const exclusionReason = `回避理由 ${randomUUID()}`;
  const input = { ...step.input, staffMemberId: chiefId, reason: exclusionReason };
  const { id: exclusionId } = await persist(centre, { ...step, input });
  return { exclusionId, exclusionReason };
}

/** A draft of the department, which its reviewer gave back. */
async function draftReturned(centre: Centre, item: OpenItem) {
  const [draftTitle, opinion] = [`未公开草稿 ${randomUUID()}`, `退回意见 ${randomUUID()}`];
  const as = async (asker: Asker, name: string, input: object) =>
    succeed<{ readonly entry: { readonly id: string } }>(centre, {
      ...{ name, input, success: '{ entry { id } }' },
      token: (await tokenOfAsker(centre, asker)) ?? '',
    });
  const { entry } = await as('editor', 'draftDisclosureEntry', {
    content: {
      ...{ title: draftTitle, body: '正文', basis: '依据', phase: 'BEFORE' },
      ...{ nature: 'STATUTORY_DUTY', cadence: 'PERMANENT', itemId: item.id },
    },
  });
  await as('editor', 'submitDisclosureEntry', { entryId: entry.id });
  await as('reviewer', 'returnDisclosureEntry', { entryId: entry.id, opinion });
  return { draftId: entry.id, draftTitle, opinion };
}
