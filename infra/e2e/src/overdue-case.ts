import { randomUUID } from 'node:crypto';
import { ask, data, eventually } from './ask.ts';
import type { Centre } from './centre.ts';
import { persist, stepsOf, storyOf, submission, type Step, type StoryCase } from './one-case.ts';
import type { OpenItem } from './opening.ts';
import { officerId, sealId, supervisorId, tokenOf, type Persona } from './people.ts';

/** How a step is done: as it is, or with somebody dying on the way. */
export type Doing = (step: Step) => Promise<{ readonly id: string }>;

const DAY_MS = 86_400_000;

/** Files a case, has it accepted and leaves it until all its deadlines have passed. */
export async function leaveUntilOverdue(centre: Centre, item: OpenItem): Promise<string> {
  const { id } = await persist(centre, submission(item, 'citizen'));
  const [accept] = stepsOf(id);
  if (!accept) throw new Error('The story has lost its steps.');
  await persist(centre, accept);
  centre.moveClock(new Date(Date.now() + 60 * DAY_MS).toISOString());
  return id;
}

/** The story as a supervisor sees it, once both clocks that ran out have an alert of their own. */
export function withAlerts(centre: Centre, id: string, withinMs = 60_000): Promise<StoryCase> {
  return eventually(
    () => storyOf(centre, id, 'supervisor'),
    ({ alerts }) => kindsOf(alerts).filter((kind) => kind === 'OVERDUE').length === 2,
    withinMs,
  );
}

export const kindsOf = ({ edges }: StoryCase['alerts']) => edges.map(({ node }) => node.kind);

export const acknowledgement = (story: StoryCase): Step => {
  const alertId = story.alerts.edges.find(({ node }) => node.kind === 'OVERDUE')?.node.id;
  return {
    ...{ persona: 'supervisor', name: 'acknowledgeAlert', of: 'alert' },
    input: { alertId, note: '超期属实' },
  };
};

export const complaint = (caseId: string): Step => ({
  ...{ persona: 'citizen', name: 'fileComplaint', of: 'complaint' },
  input: { caseId, targetId: officerId, text: `超过承诺期限仍未办结（演示 ${randomUUID()}）` },
});

/** Longer than a story moves the clock, and within the 90 days of a decision. */
const EIGHTY_DAYS_MS = 80 * 86_400_000;

/** A supervisor keeps the officer away from the case for as long as anybody's story lasts. */
export const exclusion = (caseId: string): Step => ({
  ...{ persona: 'supervisor', name: 'excludeFromCase', of: 'exclusion' },
  input: {
    ...{ caseId, staffMemberId: officerId, reason: '超期未办结（演示）' },
    until: new Date(Date.now() + EIGHTY_DAYS_MS).toISOString(),
  },
});
export const lifting = (exclusionId: string): Step => ({
  ...{ persona: 'supervisor', name: 'liftCaseExclusion', of: 'exclusion', input: { exclusionId } },
});

export const REPLY = '您的办件将由首席代表在两个工作日内办结。';

/** What the supervisor does with the complaint, up to the answer. */
export const answeringOf = (complaintId: string): readonly Step[] => [
  supervising('acceptComplaint', { complaintId }),
  supervising('assignInvestigator', { complaintId, investigatorId: supervisorId }),
  supervising('handleComplaint', { complaintId, verdict: 'FOUNDED', result: '责令限期办结' }),
  supervising('replyToComplaint', { complaintId, text: REPLY }),
];

export const closing = (complaintId: string): Step =>
  supervising('closeComplaint', { complaintId });

const supervising = (name: string, input: Step['input']): Step => ({
  ...{ persona: 'supervisor', name, of: 'complaint', input },
});

/** The case is decided late after all; what its certificate shows is public. */
export async function finish(centre: Centre, id: string, doing: Doing): Promise<void> {
  const [, decide, issue, complete] = stepsOf(id);
  if (!decide || !issue || !complete) throw new Error('The story has lost its steps.');
  for (const step of [{ ...decide, input: { ...decide.input, sealId } }, issue, complete]) {
    await doing(step);
  }
  await eventually(
    () => storyOf(centre, id),
    ({ publishedResult }) => publishedResult !== null,
    90_000,
  );
}

/** What must be the same whoever was killed: all but identities, moments and words. */
export async function endOfStory(centre: Centre, id: string) {
  const story = await eventually(
    () => storyOf(centre, id, 'supervisor'),
    ({ publishedResult }) => publishedResult !== null,
  );
  const { status, overdue, decision, publishedResult } = story;
  return {
    ...{ status, overdue, late: decision?.late, result: publishedResult?.status },
    alerts: story.alerts.edges.map(({ node }) => `${node.kind} ${node.status}`).sort(),
    complaints: story.complaints.edges.map(({ node }) => node.status),
    disclosures: await entriesOf(centre, story.certificate?.number ?? ''),
  };
}

/** How many public entries tell of this certificate, to anybody who asks. */
export async function entriesOf(centre: Centre, certificateNumber: string): Promise<number> {
  const { disclosureEntries } = await data<{
    readonly disclosureEntries: { readonly edges: readonly unknown[] };
  }>(centre, {
    query:
      'query ($search: String!) { disclosureEntries(search: $search) { edges { node { id } } } }',
    variables: { search: certificateNumber },
  });
  return disclosureEntries.edges.length;
}

/** Asks for a step once and answers what it came to: a refusal is what is looked for. */
export async function attempt(centre: Centre, persona: Persona, step: Omit<Step, 'persona'>) {
  const type = `${step.name[0]?.toUpperCase() ?? ''}${step.name.slice(1)}`;
  const { data: answered } = await ask<Record<string, Attempted> | null>(centre, {
    query: `mutation ($input: ${type}Input!) { ${step.name}(input: $input) { __typename ... on Rejection { code rule } } }`,
    variables: { input: step.input },
    token: await tokenOf(centre, persona),
  });
  return answered?.[step.name];
}

interface Attempted {
  readonly __typename: string;
  readonly code?: string;
  readonly rule?: string | null;
}
