import { randomUUID } from 'node:crypto';
import { ask, data, eventually } from './ask.ts';
import type { Centre } from './centre.ts';
import type { OpenItem } from './opening.ts';
import { CITIZEN, NEIGHBOUR, sealId, tokenOf, type Persona } from './people.ts';

/** A step of a case: who does what. Its commandId makes asking again harmless. */
export interface Step {
  readonly persona: Persona;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The steps after the submission, in the order of the hall. */
export const stepsOf = (caseId: string): readonly Step[] => [
  { persona: 'officer', name: 'acceptCase', input: { caseId, rightsInformed: true } },
  { persona: 'chief', name: 'decideCase', input: { caseId, outcome: 'APPROVED', sealId } },
  {
    persona: 'officer',
    name: 'issueCertificate',
    input: { caseId, certificateNumber: `证-${caseId.slice(-8)}`, inPerson: true },
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

interface CaseResult {
  readonly __typename: string;
  readonly case?: { readonly id: string };
  readonly code?: string;
}

/**
 * Does a step as a client on a bad day would: the same command is asked again, with the same
 * commandId, until somebody answers it. Facts of other services that have not arrived yet are waited for.
 */
export async function persist(centre: Centre, step: Step): Promise<{ readonly id: string }> {
  const type = `${step.name[0]?.toUpperCase() ?? ''}${step.name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${step.name}(input: $input) { __typename ... on Rejection { code message } ... on ${type}Success { case { id } } } }`;
  const input = { ...step.input, commandId: randomUUID() };
  const token = await tokenOf(centre, step.persona);
  const answer = await eventually(
    async () => {
      try {
        return await ask<Record<string, CaseResult> | null>(centre, {
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
  const made = answer.data?.[step.name]?.case;
  if (made === undefined) throw new Error(`${step.name} answered without its case.`);
  return made;
}

/** The story's one query: item, window and officer, case with its explained deadlines, through three services. */
export const STORY_QUERY = `query Story($id: ID!) {
  caseById(id: $id) { ...Story }
}
fragment Story on Case {
  status kind deemedAccepted receiptNumber
  item { name code status committedLimit { value unit } department { name } }
  window { number name centre { name } }
  handler { name post homeDepartment { name } }
  deadlines { clock state rule dueAt provisional calendarVersion ledger { day counts reason } }
  decision { outcome late decidedBy { name } seal { code } }
  certificate { number }
}`;

export interface StoryCase {
  readonly status: string;
  readonly item: { readonly name: string };
  readonly deadlines: readonly {
    readonly clock: string;
    readonly state: string;
    readonly dueAt: string | null;
    readonly ledger: readonly { readonly counts: boolean }[];
  }[];
}

export async function storyOf(centre: Centre, id: string): Promise<StoryCase> {
  const token = await tokenOf(centre, 'chief');
  const { caseById } = await data<{ readonly caseById: StoryCase }>(centre, {
    query: STORY_QUERY,
    variables: { id },
    token,
  });
  return caseById;
}
