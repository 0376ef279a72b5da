import { ids } from './a-case.ts';

export const applicant = {
  kind: 'NATURAL',
  name: '示例甲',
  phone: '0000-0000000',
  identityNumber: '990000199001010010',
};

export const submission = { itemId: ids.item, materials: ['m1', 'm2'], applicant };

/** The mutation with its result, what every refusal has, and `more` of its own. */
export const mutation = (name: string, more = '') => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) {
    __typename
    ... on Rejection { code message rule }
    ... on ${type}Success { case { id version status receiptNumber kind } ${more} }
  } }`;
};

export const submitCase = mutation('submitCase', 'queryCode');

export const fullCase = `query ($id: ID!) { caseById(id: $id) {
  id version receiptNumber status kind itemRevision submittedVia submittedAt acceptedAt deemedAccepted
  item { id } department { id } centre { id } window { id } handler { id }
  overdue visits materials { id name } availableActions
  deadlines { clock state rule startedAt dueAt periodDays periodUnit remainingDays provisional calendarVersion
    endedAt ledger { day counts counted reason name } }
  suspension { procedure } oneTimeNotice { materials { id } lapsesAt answeredAt }
  decision { outcome reasons seal { id } late } negativeReport { reasons superior { id } told { conditions } }
  certificate { number } applicant { kind name phone idNumber creditCode address }
  history { sequence type at effectiveAt }
} }`;
