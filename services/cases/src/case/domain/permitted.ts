import type { CaseState } from './case.ts';
import type { CaseCommand } from './case-commands.ts';

/** Leave is asked for beforehand, and answered, as long as the case is open. */
const REQUESTS = ['AskFor', 'AnswerRequest', 'SummonApplicant'] as const;

/** Put first by the centre, as long as the case is open. */
const URGENT = ['SetUrgent', 'LiftUrgent'] as const;

/** What an accepted case goes through, and how it ends: a dossier comes back after the decision too. */
const STEPS = ['BeginStep', 'ProlongStep', 'EndStep'] as const;

/**
 * What nobody does here, and what the case itself says is due, in whichever status: that a clock or a notice ends,
 * that supervision
 * tells of a denial that was overturned, that a notice was served, and that days count differently.
 */
const BY_ITSELF = [
  'ElapseTimer',
  'RecordOverturning',
  'RecordService',
  'RecordSecondNotice',
  'RecountClocks',
] as const;

/**
 * What may be done in which status (办件通用生命周期): the first question of every decision, and what
 * `availableActions` offers.
 */
export const PERMITTED = {
  ABSENT: ['SubmitCase'],
  SUBMITTED: [
    'RequestSupplement',
    'BringMaterials',
    'AcceptCase',
    'ReturnCase',
    'WithdrawCase',
    ...URGENT,
    'ReclassifyCase',
    ...REQUESTS,
    ...BY_ITSELF,
  ],
  SUPPLEMENT_REQUIRED: [
    'SubmitSupplement',
    'BringMaterials',
    'WithdrawCase',
    ...URGENT,
    ...REQUESTS,
    ...BY_ITSELF,
  ],
  ACCEPTED: [
    'BringMaterials',
    'DispatchCase',
    'WithdrawCase',
    ...STEPS,
    ...URGENT,
    'ReclassifyCase',
    ...REQUESTS,
    ...BY_ITSELF,
  ],
  IN_PROCESS: [
    'BringMaterials',
    'DispatchCase',
    'SuspendCase',
    'ResumeCase',
    'DecideCase',
    'WithdrawCase',
    'RecordUpperDecision',
    ...STEPS,
    ...URGENT,
    'ReclassifyCase',
    ...REQUESTS,
    ...BY_ITSELF,
  ],
  APPROVED: ['IssueCertificate', 'EndStep', ...URGENT, ...REQUESTS, ...BY_ITSELF],
  REJECTED: ['CompleteCase', 'EndStep', ...BY_ITSELF],
  RETURNED: ['CompleteCase', ...BY_ITSELF],
  LAPSED: BY_ITSELF,
  WITHDRAWN: BY_ITSELF,
  ISSUED: ['CompleteCase', ...BY_ITSELF],
  COMPLETED: BY_ITSELF,
  ARCHIVED: BY_ITSELF,
} as const satisfies Record<CaseState['status'], readonly CaseCommand['type'][]>;
