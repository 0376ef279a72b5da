import { query } from '@onewindow/service/testing';
import { ids } from './a-case.ts';

export interface CaseAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly receiptNumber: string;
  readonly kind: string;
}
export interface MutationAnswer {
  readonly __typename: string;
  readonly case: CaseAnswer;
  readonly queryCode: string | null;
}
export interface DeadlineAnswer {
  readonly clock: string;
  readonly state: string;
  readonly ledger: readonly { readonly day: string; readonly reason: string }[];
}
export interface HistoryAnswer {
  readonly type: string;
  readonly at: string;
  readonly effectiveAt: string;
}
export interface FullCase extends CaseAnswer {
  readonly deadlines: readonly DeadlineAnswer[];
  readonly history: readonly HistoryAnswer[];
  readonly applicant: object | null;
  readonly materials: readonly { readonly id: string }[];
  readonly availableActions: readonly string[];
}
/** What specs read of a document in the database. */
export interface CaseRow {
  readonly _id: string;
  readonly journal: readonly { readonly type: string }[];
  readonly personal: { readonly index: { readonly identity: string } };
}
export interface IdPage {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

export const applicant = {
  kind: 'NATURAL',
  name: '示例甲',
  phone: '0000-0000000',
  identityNumber: '990000199001010010',
};

export const submission = { itemId: ids.item, materials: ['m1', 'm2'], applicant };

/** What the applicant has signed, so that an officer takes his application back. */
export const signedPaper = { reference: '撤-1', signedOn: '2026-09-18' };

/** The mutation with its result, what every refusal has, `more` of its own and what is `refused`. */
export const mutation = (name: string, more = '', refused = '') => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return query<{
    readonly answer: MutationAnswer;
  }>(`mutation ($input: ${type}Input!) { answer: ${name}(input: $input) {
    __typename
    ... on Rejection { code message rule }
    ${refused}
    ... on ${type}Success { case { id version status receiptNumber kind } ${more} }
  } }`);
};

export const submitCase = mutation(
  'submitCase',
  'queryCode',
  '... on ItemNotInService { item } ... on NotYetKnown { retryAfter }',
);

export const fullCase = query<{
  readonly caseById: FullCase;
}>(`query ($id: ID!) { caseById(id: $id) {
  id version receiptNumber status kind itemRevision submittedVia submittedAt acceptedAt deemedAccepted
  item { id } department { id } centre { id } window { id } handler { id }
  overdue visits materials { id name } availableActions
  deadlines { clock state rule startedAt dueAt periodDays periodUnit remainingDays provisional calendarVersion
    endedAt ledger { day counts counted reason name } }
  suspension { procedure } oneTimeNotice { materials { id } defects { material { id name } reason } lapsesAt answeredAt }
  decision { outcome reasons seal { id } late } negativeReport { reasons superior { id } told { conditions } }
  certificate { number } applicant { kind name phone idNumber creditCode address }
  history { sequence type at effectiveAt }
} }`);
