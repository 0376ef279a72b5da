import { COMPLAINT_PATHS } from './complaint-paths.ts';
import { NOTICE_PATHS } from './notice-paths.ts';
import { applicant, caseId, counted, entity, gateway, MANY, receipt, type Path } from './path.ts';
import { departmentId, officerId, supervisorId } from '../people.ts';
import type { Specimens } from './specimens.ts';

/** The kinds of row that not everybody sees: each needs a path for every field that leads to it. */
export const GUARDED_TYPES = [
  'Case',
  'CaseProgress',
  'SupervisionAlert',
  'EfficiencyComplaint',
  'CaseExclusion',
  'NegativeDecisionReport',
  'DisclosureEntry',
  'ApprovalSeal',
  'SealUse',
  'AuthorizationLetter',
  'Applicant',
  'Notice',
] as const;

const withReceipt: Path['variables'] = ({ receiptNumber, queryCode }) => ({
  number: receiptNumber,
  code: queryCode,
});
const itemId = (specimens: Specimens) => specimens.itemId;
const alert: Path['shows'] = ({ alertId }) => alertId;
const alertId = (specimens: Specimens) => specimens.alertId;
const report: Path['shows'] = ({ reportId }) => `"id":"${reportId}"`;
const reportId = (specimens: Specimens) => specimens.reportId;
const draft: Path['shows'] = ({ draftTitle }) => `"title":"${draftTitle}"`;
const draftId = (specimens: Specimens) => specimens.draftId;
const seal: Path['shows'] = ({ sealCode }) => `"code":"${sealCode}"`;
const sealId = (specimens: Specimens) => specimens.sealId;
const use: Path['shows'] = ({ sealUseId }) => sealUseId;
const letter: Path['shows'] = ({ letterNumber }) => letterNumber;
const letterId = (specimens: Specimens) => specimens.letterId;
const rank = () => '"rankLevel":"SECTION_LEVEL"';
const badge = () => '"badgeNumber":"E-003"';
const opinion: Path['shows'] = ({ opinion: text }) => text;

/** All ways that lead to a row or a value which not everybody sees. A new field to one of them needs a line here. */
export const PATHS: readonly Path[] = [
  gateway('root', 'query ($id: ID!) { caseById(id: $id) { receiptNumber } }', receipt, {
    id: caseId,
  }),
  gateway('list', `{ cases(${MANY}) { edges { node { receiptNumber } } } }`, receipt),
  gateway('count', '{ cases { totalCount } }', counted),
  gateway('list', `{ myCases(${MANY}) { edges { node { receiptNumber } } } }`, receipt),
  gateway('count', '{ myCases { totalCount } }', counted),
  gateway(
    'edge',
    `query ($id: ID!) { item(id: $id) { cases(${MANY}) { edges { node { receiptNumber } } } } }`,
    receipt,
    { id: itemId },
  ),
  gateway('count', 'query ($id: ID!) { item(id: $id) { cases { totalCount } } }', counted, {
    id: itemId,
  }),
  gateway(
    'edge',
    'query ($id: ID!) { supervisionAlert(id: $id) { case { receiptNumber } } }',
    receipt,
    { id: alertId },
  ),
  gateway(
    'edge',
    'query ($id: ID!) { negativeDecisionReport(id: $id) { case { status } } }',
    () => '"status":"REJECTED"',
    { id: reportId },
  ),
  gateway(
    'edge',
    `query ($id: ID!) { approvalSeal(id: $id) { uses(${MANY}) { edges { node { case { receiptNumber } } } } } }`,
    receipt,
    { id: sealId },
  ),
  entity('cases', ['Case', 'receiptNumber'], { id: caseId, shows: receipt }),
  {
    ...entity('cases', ['CaseProgress', 'receiptNumber'], { id: caseId, shows: receipt }),
    variables: (specimens) => ({
      representations: [{ __typename: 'CaseProgress', caseId: specimens.caseId }],
    }),
    also: ['case'],
  },
  gateway('edge', 'query ($id: ID!) { caseById(id: $id) { applicant { name } } }', applicant, {
    id: caseId,
  }),
  entity('cases', ['Case', 'applicant { name }'], { id: caseId, shows: applicant }),
  gateway('list', `{ cases(${MANY}) { edges { node { applicant { name } } } } }`, applicant),

  gateway('root', 'query ($id: ID!) { supervisionAlert(id: $id) { id kind } }', alert, {
    id: alertId,
  }),
  gateway('list', `{ supervisionAlerts(${MANY}) { edges { node { id } } } }`, alert),
  gateway('count', '{ supervisionAlerts { totalCount } }', counted),
  gateway(
    'edge',
    `query ($id: ID!) { caseById(id: $id) { alerts(${MANY}) { edges { node { id } } } } }`,
    alert,
    { id: caseId },
  ),
  entity('supervision', ['SupervisionAlert', 'id kind'], { id: alertId, shows: alert }),
  entity('supervision', ['Case', `alerts(${MANY}) { totalCount edges { node { id } } }`], {
    id: caseId,
    shows: alert,
  }),

  ...COMPLAINT_PATHS,
  ...NOTICE_PATHS,

  // No bill is among the specimens: the way is there, and leads to nothing.
  gateway(
    'edge',
    `query ($id: ID!) { caseById(id: $id) { feeBills(${MANY}) { edges { node { case { status } } } } } }`,
    () => '"case":{"status"',
    { id: caseId, also: ['nobody'] },
  ),

  gateway('root', 'query ($id: ID!) { negativeDecisionReport(id: $id) { id status } }', report, {
    id: reportId,
  }),
  gateway('list', `{ negativeDecisionReports(${MANY}) { edges { node { id } } } }`, report),
  gateway('count', '{ negativeDecisionReports { totalCount } }', counted),
  gateway(
    'edge',
    'query ($id: ID!) { negativeDecisionReport(id: $id) { grounds { reasons } } }',
    () => '不符合法定条件',
    { id: reportId },
  ),
  gateway(
    'list',
    `{ negativeDecisionReports(${MANY}) { edges { node { grounds { reasons } } } } }`,
    () => '不符合法定条件',
  ),
  entity('supervision', ['NegativeDecisionReport', 'id status'], { id: reportId, shows: report }),

  gateway('root', 'query ($id: ID!) { disclosureEntry(id: $id) { title } }', draft, {
    id: draftId,
  }),
  gateway('list', `{ disclosureDesk(${MANY}) { edges { node { title } } } }`, draft),
  gateway('count', '{ disclosureDesk { totalCount } }', counted),
  gateway(
    'search',
    `{ disclosureEntries(${MANY}, search: "未公开草稿") { edges { node { title } } } }`,
    draft,
    { also: ['nobody'] },
  ),
  gateway(
    'edge',
    `query ($id: ID!) { item(id: $id) { disclosures(${MANY}, includeReplaced: true) { edges { node { title } } } } }`,
    draft,
    { id: itemId, also: ['nobody'] },
  ),
  gateway(
    'edge',
    'query ($id: ID!) { caseById(id: $id) { publishedResult { status } } }',
    () => '"publishedResult":{',
    { id: caseId, instead: { draft: 'all' } },
  ),
  entity('disclosure', ['DisclosureEntry', 'title'], { id: draftId, shows: draft }),
  gateway('root', 'query ($id: ID!) { disclosureEntry(id: $id) { review { opinion } } }', opinion, {
    id: draftId,
  }),
  gateway('edge', 'query ($id: ID!) { disclosureEntry(id: $id) { replacedBy { title } } }', draft, {
    id: draftId,
    also: ['nobody'],
  }),

  gateway('root', 'query ($id: ID!) { staffMember(id: $id) { rankLevel } }', rank, {
    id: () => officerId,
  }),
  entity('windows', ['StaffMember', 'rankLevel'], { id: () => officerId, shows: rank }),
  // Who supervises stands at no window.
  gateway('root', 'query ($id: ID!) { staffMember(id: $id) { badgeNumber } }', badge, {
    id: () => supervisorId,
    also: ['staff record'],
  }),
  gateway('root', 'query ($id: ID!) { approvalSeal(id: $id) { code } }', seal, { id: sealId }),
  gateway('edge', 'query ($id: ID!) { caseById(id: $id) { decision { seal { code } } } }', seal, {
    id: caseId,
  }),
  entity('windows', ['ApprovalSeal', 'code'], { id: sealId, shows: seal }),
  gateway(
    'list',
    `query ($id: ID!) { department(id: $id) { seals(${MANY}) { edges { node { code } } } } }`,
    seal,
    { id: () => departmentId },
  ),
  gateway(
    'list',
    `query ($id: ID!) { department(id: $id) { authorizationLetters(${MANY}) { edges { node { documentNumber } } } } }`,
    letter,
    { id: () => departmentId },
  ),
  gateway(
    'list',
    `query ($id: ID!) { department(id: $id) { staff(${MANY}) { edges { node { badgeNumber } } } } }`,
    () => '"badgeNumber":"E-001"',
    { id: () => departmentId },
  ),
  entity(
    'windows',
    [
      'Department',
      `seals(${MANY}) { edges { node { code } } } authorizationLetters(${MANY}) { edges { node { id } } } staff(${MANY}) { edges { node { id } } }`,
    ],
    { id: () => departmentId, shows: seal },
  ),
  gateway(
    'list',
    `query ($id: ID!) { approvalSeal(id: $id) { uses(${MANY}) { edges { node { id } } } } }`,
    use,
    { id: sealId },
  ),
  entity('windows', ['ApprovalSeal', `uses(${MANY}) { edges { node { id } } }`], {
    id: sealId,
    shows: use,
  }),
  gateway('root', 'query ($id: ID!) { authorizationLetter(id: $id) { documentNumber } }', letter, {
    id: letterId,
  }),
  entity('windows', ['AuthorizationLetter', 'documentNumber'], { id: letterId, shows: letter }),

  gateway(
    'root',
    'query ($id: ID!) { item(id: $id) { lastReview { opinion } } }',
    () => '"opinion":"同意"',
    { id: itemId },
  ),
  entity('items', ['ServiceItem', 'lastReview { opinion }'], {
    id: itemId,
    shows: () => '"opinion":"同意"',
  }),

  {
    ...gateway(
      'root',
      'query ($number: String!, $code: String!) { caseProgress(receiptNumber: $number, queryCode: $code) { status } }',
      () => '"status":"COMPLETED"',
    ),
    variables: withReceipt,
  },
  {
    ...gateway(
      'edge',
      'query ($number: String!, $code: String!) { caseProgress(receiptNumber: $number, queryCode: $code) { case { id version } } }',
      () => '"version":',
    ),
    variables: withReceipt,
  },
  gateway(
    'edge',
    'query ($id: ID!) { supervisionAlert(id: $id) { negativeDecisionReport { id status } } }',
    report,
    { id: alertId, also: ['nobody'] },
  ),
];
