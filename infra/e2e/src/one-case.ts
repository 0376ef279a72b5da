import { randomUUID } from 'node:crypto';
import { ask, data, eventually } from './ask.ts';
import type { Centre } from './centre.ts';
import type { OpenItem } from './opening.ts';
import { CITIZEN, NEIGHBOUR, sealId, tokenOf, type Persona } from './people.ts';

/** A step of a story: who does what. Its commandId makes asking again harmless. */
export interface Step {
  readonly persona: Persona;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What its success answers with, `case` when absent. */
  readonly of?: 'case' | 'complaint' | 'alert' | 'exclusion';
}

export const certificateOf = (caseId: string) => `证-${caseId.slice(-8)}`;

/** The steps after the submission, in the order of the hall. */
export const stepsOf = (caseId: string): readonly Step[] => [
  { persona: 'officer', name: 'acceptCase', input: { caseId, rightsInformed: true } },
  { persona: 'chief', name: 'decideCase', input: { caseId, outcome: 'APPROVED', sealId } },
  {
    persona: 'officer',
    name: 'issueCertificate',
    input: { caseId, certificateNumber: certificateOf(caseId), inPerson: true },
  },
  { persona: 'officer', name: 'completeCase', input: { caseId } },
];

export const submission = (item: OpenItem, persona: 'citizen' | 'neighbour'): Step => {
  const { name, idNumber } = persona === 'citizen' ? CITIZEN : NEIGHBOUR;
  return {
    persona,
    name: 'submitCase',
    input: {
      itemId: item.id,
      materials: item.materials,
      matter: randomUUID(),
      applicant: { kind: 'NATURAL', name, phone: '00000000000', identityNumber: idNumber },
    },
  };
};

interface StepResult {
  readonly __typename: string;
  readonly made?: { readonly id: string };
  readonly code?: string;
}

/**
 * Does a step as a client on a bad day would: the same command is asked again, with the same
 * commandId, until somebody answers it. Facts of other services that have not arrived yet are waited for.
 */
export async function persist(centre: Centre, step: Step): Promise<{ readonly id: string }> {
  const type = `${step.name[0]?.toUpperCase() ?? ''}${step.name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${step.name}(input: $input) { __typename ... on Rejection { code message } ... on ${type}Success { made: ${step.of ?? 'case'} { id } } } }`;
  const input = { ...step.input, commandId: randomUUID() };
  const token = await tokenOf(centre, step.persona);
  const answer = await eventually(
    async () => {
      try {
        return await ask<Record<string, StepResult> | null>(centre, {
          query,
          variables: { input },
          token,
        });
      } catch (error) {
        return { data: null, errors: [{ message: String(error) }], status: 0 };
      }
    },
    ({ data: answered }) => answered?.[step.name]?.__typename === `${type}Success`,
  );
  const made = answer.data?.[step.name]?.made;
  if (made === undefined) throw new Error(`${step.name} answered without what it is about.`);
  return made;
}

/** The story's one query, through five services: item, window and officer, deadlines, alerts, what is public. */
export const STORY_FIELDS = `
  id status kind deemedAccepted overdue receiptNumber
  item {
    name code status committedLimit { value unit } department { name }
    disclosures(first: 5) { edges { node { status phase title department { name } } } }
  }
  window { number name centre { name } }
  handler { name post homeDepartment { name } }
  deadlines { clock state rule dueAt provisional calendarVersion ledger { day counts reason } }
  decision { outcome late decidedBy { name } seal { code } }
  certificate { number }
  alerts(first: 10) { edges { node { id kind level status clock acknowledgement { by { name } } } } }
  complaints(first: 10) { edges { node { status overdue target { name } reply { text } } } }
  publishedResult { status phase title certificateNumber }`;
export const STORY_QUERY = `query Story($id: ID!) { caseById(id: $id) { ${STORY_FIELDS} } }`;

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
export interface StoryCase {
  readonly status: string;
  readonly overdue: boolean;
  readonly item: {
    readonly name: string;
    readonly disclosures: Edges<{ readonly status: string; readonly phase: string }>;
  };
  readonly decision: { readonly outcome: string; readonly late: boolean } | null;
  readonly certificate: { readonly number: string } | null;
  readonly alerts: Edges<{ readonly id: string; readonly kind: string; readonly status: string }>;
  readonly complaints: Edges<{ readonly status: string; readonly reply: object | null }>;
  readonly publishedResult: { readonly status: string; readonly certificateNumber: string } | null;
  readonly deadlines: readonly {
    readonly clock: string;
    readonly state: string;
    readonly dueAt: string | null;
    readonly ledger: readonly { readonly counts: boolean }[];
  }[];
}

export async function storyOf(
  centre: Centre,
  id: string,
  persona: Persona = 'chief',
): Promise<StoryCase> {
  const token = await tokenOf(centre, persona);
  const { caseById } = await data<{ readonly caseById: StoryCase }>(centre, {
    query: STORY_QUERY,
    variables: { id },
    token,
  });
  return caseById;
}
