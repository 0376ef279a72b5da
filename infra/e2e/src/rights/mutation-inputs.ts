import {
  departmentId,
  chiefId,
  centreId,
  officerId,
  regionId,
  standingRuleId,
  supervisorId,
  windowId,
} from '../people.ts';
import { MISSING, nounInputs } from './noun-inputs.ts';
import type { Specimens } from './specimens.ts';

/** A version that nothing has: whoever may command the row is told `Conflict`, and nothing is changed. */
const STALE = { expectedVersion: 9_999 };

type Input = (given: {
  readonly specimens: Specimens;
  readonly unique: string;
}) => Readonly<Record<string, unknown>>;

const onCase =
  (more: object = {}): Input =>
  ({ specimens: { caseId } }) => ({ caseId, ...STALE, ...more });
const onAlert =
  (more: object = {}): Input =>
  ({ specimens: { alertId } }) => ({ alertId, ...STALE, ...more });
const onComplaint =
  (more: object = {}): Input =>
  ({ specimens: { complaintId } }) => ({ complaintId, ...STALE, ...more });
const onAsked =
  (more: object = {}): Input =>
  ({ specimens: { askedId } }) => ({ complaintId: askedId, ...STALE, ...more });
const onReport =
  (more: object = {}): Input =>
  ({ specimens: { reportId } }) => ({ reportId, ...STALE, ...more });
const onDraft =
  (more: object = {}): Input =>
  ({ specimens: { draftId } }) => ({ entryId: draftId, ...STALE, ...more });
const onItem =
  (more: object = {}): Input =>
  ({ specimens: { itemId } }) => ({ id: itemId, ...STALE, ...more });
const onSeal =
  (more: object = {}): Input =>
  ({ specimens: { sealId } }) => ({ sealId, ...STALE, ...more });
const onStaff =
  (more: object = {}): Input =>
  () => ({ staffMemberId: officerId, ...STALE, ...more });
const onWindow =
  (more: object = {}): Input =>
  () => ({ windowId, ...STALE, ...more });
const erasure: Input = () => ({
  ...{ id: MISSING, reason: 'UNLAWFUL', legalBasis: '个人信息保护法 47' },
});
const deadLetter: Input = () => ({ id: MISSING });

/** Nothing beside the national notices. */
const NATIONAL = { regionalHolidays: [], overrides: [] };
const reason = { reason: '演示' };
const report = { situation: '演示', reasons: '演示', rule: '行政许可法 38' };
const told = { qualifications: '演示', conditions: '演示', procedure: '演示' };
const content = (title: string) => ({
  ...{ title, body: '正文', basis: '依据', phase: 'BEFORE' },
  ...{ nature: 'STATUTORY_DUTY', cadence: 'PERMANENT' },
});
const person = { name: '示例丁', phone: '00000000000', identityNumber: '990102199303030034' };

/** What each mutation is asked with in the matrix: always of the specimens. A new mutation needs a line. */
export const MUTATION_INPUTS: Readonly<Record<string, Input>> = {
  ...nounInputs(),
  issueOneTimeNotice: ({ specimens: { itemId } }) => ({
    ...{ occasion: 'CONSULTATION', itemId, form: 'ORAL' },
    ...{ procedure: '演示', feeStandard: '演示', basis: '演示' },
  }),
  sendNotice: ({ specimens: { noticeId } }) => ({ noticeId, ...STALE, channel: 'SITE' }),
  publishNotice: ({ specimens: { noticeId } }) => ({ noticeId, ...STALE }),
  confirmService: ({ specimens: { noticeId } }) => ({ noticeId, ...STALE, how: 'AT_WINDOW' }),
  eraseCasesTexts: erasure,
  eraseDisclosureTexts: erasure,
  eraseItemsTexts: erasure,
  eraseSupervisionTexts: erasure,
  eraseWindowsTexts: erasure,
  retryCasesDeadLetter: deadLetter,
  dropCasesDeadLetter: deadLetter,
  retryDisclosureDeadLetter: deadLetter,
  dropDisclosureDeadLetter: deadLetter,
  retryItemsDeadLetter: deadLetter,
  dropItemsDeadLetter: deadLetter,
  retrySupervisionDeadLetter: deadLetter,
  dropSupervisionDeadLetter: deadLetter,
  retryWindowsDeadLetter: deadLetter,
  dropWindowsDeadLetter: deadLetter,

  submitCase: ({ specimens, unique }) => ({
    ...{ itemId: specimens.itemId, materials: [], matter: unique },
    applicant: { kind: 'NATURAL', ...person },
  }),
  requestSupplement: onCase({ materials: [MISSING] }),
  submitSupplement: onCase({ materials: [MISSING] }),
  bringMaterials: onCase({ materials: [MISSING] }),
  acceptCase: onCase({ rightsInformed: true }),
  returnCase: onCase({ told, report, ground: 'NOT_REQUIRED' }),
  withdrawCase: onCase(),
  dispatchCase: onCase(),
  suspendCase: onCase({ procedure: 'HEARING', toldDays: 5 }),
  resumeCase: onCase(),
  decideCase: ({ specimens: { caseId, sealId } }) => ({
    ...{ caseId, sealId, outcome: 'APPROVED', ...STALE },
  }),
  issueCertificate: onCase({ certificateNumber: '演示', inPerson: true }),
  completeCase: onCase(),
  setUrgent: onCase({ grounds: ['PRESSING_TIME'], workingDays: 2, ...reason }),
  liftUrgent: onCase(reason),
  reclassifyCase: onCase({ to: 'IMMEDIATE', ...reason }),
  askFor: onCase({ kind: 'EXTENSION', reason: '演示' }),
  answerRequest: onCase({ request: 1, granted: false }),
  summonApplicant: onCase({ reason: '演示' }),
  beginStep: onCase({ kind: 'REVIEW' }),
  prolongStep: onCase({ step: 1, toldDays: 5 }),
  endStep: onCase({ step: 1, record: '演示' }),
  recordUpperDecision: onCase({ outcome: 'APPROVED', record: '演示' }),

  acknowledgeAlert: onAlert({ note: '演示' }),
  dismissAlert: onAlert(reason),
  fileComplaint: ({ specimens: { caseId }, unique }) => ({ caseId, text: unique }),
  acceptComplaint: onComplaint(),
  transferComplaint: onComplaint({ departmentId }),
  assignInvestigator: onComplaint({ investigatorId: supervisorId }),
  handleComplaint: onComplaint({ verdict: 'UNFOUNDED', result: '演示' }),
  replyToComplaint: onComplaint({ text: '演示' }),
  putQuestions: onComplaint({ text: '演示' }),
  answerQuestions: onAsked({ text: '演示' }),
  closeComplaint: onComplaint(),
  reopenComplaint: onComplaint(),
  // Until a moment that has passed: who may is told so, and nobody is kept away.
  excludeFromCase: ({ specimens: { caseId } }) => ({
    ...{ caseId, staffMemberId: chiefId, until: '2000-01-01T00:00:00+08:00', ...reason },
  }),
  liftCaseExclusion: ({ specimens: { exclusionId } }) => ({ exclusionId, ...STALE }),
  submitNegativeReport: onReport(),
  acknowledgeNegativeReport: onReport(),
  overturnNegativeReport: onReport(reason),
  fileNegativeReport: onReport(),

  draftDisclosureEntry: ({ unique }) => ({ content: content(unique) }),
  submitDisclosureEntry: onDraft(),
  publishDisclosureEntry: onDraft({ channels: ['BOARD'] }),
  replaceDisclosureEntry: ({ specimens: { draftId }, unique }) => ({
    ...{ entryId: draftId, content: content(unique) },
  }),
  withdrawDisclosureEntry: onDraft(reason),
  approveDisclosureEntry: onDraft({ secrecyCheck: '演示' }),
  returnDisclosureEntry: onDraft({ opinion: '演示' }),
  exemptDisclosureEntry: onDraft({ exemption: 'TRADE_SECRET', ...reason }),

  importItems: () => ({ rows: [] }),
  submitItemForReview: onItem(),
  publishItem: onItem(),
  enterItem: onItem({ centreId }),
  suspendItem: onItem(reason),
  resumeItem: onItem(),
  abolishItem: onItem(reason),
  reviewItem: onItem({ decision: 'CONFIRM', opinion: '演示' }),
  dropProposal: onItem(reason),
  reviseItem: onItem({ ...reason, changes: { conditions: '演示' } }),

  registerRegion: ({ unique }) => ({ code: digits(unique), name: '演示' }),
  registerCentre: ({ unique }) => ({
    ...{ code: unique, name: '演示', regionId, level: 'TOWNSHIP_STREET' },
  }),
  registerDepartments: ({ unique }) => ({ commandId: unique, departments: [] }),
  enterDepartment: () => ({ departmentId, ...STALE }),
  nameLeaderInCharge: () => ({ departmentId, staffMemberId: supervisorId, ...STALE }),
  setStandingRule: () => ({ regionId, document: '演示', calendar: NATIONAL }),
  changeStandingRule: () => ({
    ...{ ruleId: standingRuleId, document: '演示', calendar: NATIONAL, ...STALE },
  }),
  openWindow: ({ unique }) => ({
    ...{ number: unique.slice(0, 20), name: '演示', type: 'PERMANENT' },
    departmentIds: [departmentId],
  }),
  changeWindow: onWindow({ name: '演示', type: 'PERMANENT', departmentIds: [departmentId] }),
  closeWindow: onWindow(),
  reopenWindow: onWindow(),
  registerStaffMember: ({ unique }) => ({
    ...{ name: '示例戊', badgeNumber: unique, homeDepartmentId: departmentId },
    ...{ rankLevel: 'CLERK', formallyEmployed: true },
  }),
  recordQualification: onStaff({ course: '演示' }),
  postStaffMember: onStaff({ windowId, post: '受理岗' }),
  withdrawStaffMember: onStaff(reason),
  appointChiefRepresentative: onStaff(),
  replaceChiefRepresentative: onStaff(reason),
  grantAuthorization: ({ specimens: { itemId }, unique }) => ({
    ...{ documentNumber: unique, delegateId: officerId, itemIds: [itemId], powers: ['ACCEPT'] },
  }),
  revokeAuthorization: ({ specimens: { letterId } }) => ({ letterId, ...STALE, ...reason }),
  registerSeal: ({ unique }) => ({ code: unique, departmentId }),
  transferSealCustody: onSeal({ custodianId: chiefId }),
  destroySeal: onSeal(reason),
};

/** A region's code, of digits alone, of the first of a UUID's. */
const digits = (uuid: string): string =>
  `9${String(Number.parseInt(uuid.slice(0, 8), 16)).padStart(10, '0')}`;
