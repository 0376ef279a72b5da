import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { bareRejections, refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import { friday } from '../../test/a-case.ts';
import type { CaseJournal } from '../case/case.kind.ts';
import type { FeeBillJournal } from '../fee-bill/fee-bill.kind.ts';
import type { FeeDayJournal } from '../fee-day/fee-day.kind.ts';
import type { SpecialAccountJournal } from '../special-account/special-account.kind.ts';
import type { NoticeJournal } from '../notice/notice.kind.ts';
import { typeDefs } from '../graphql/type-defs.generated.ts';
import { refusalOf } from '../kit.ts';
import { WORDS } from './words.ts';

type Rejected =
  | Extract<Awaited<ReturnType<CaseJournal['create']>>, { readonly ok: false }>['rejection']
  | Extract<Awaited<ReturnType<FeeDayJournal['create']>>, { readonly ok: false }>['rejection']
  | Extract<Awaited<ReturnType<FeeBillJournal['create']>>, { readonly ok: false }>['rejection']
  | Extract<
      Awaited<ReturnType<SpecialAccountJournal['create']>>,
      { readonly ok: false }
    >['rejection']
  | { readonly code: 'AlreadyNotified'; readonly newMaterials: readonly object[] }
  | Extract<Awaited<ReturnType<NoticeJournal['handle']>>, { readonly ok: false }>['rejection']
  | { readonly code: 'OneTimeIncomplete'; readonly field: string }
  | {
      readonly code:
        'OneTimeBySupplement' | 'OneTimeNotJoint' | 'OneTimeNotInHand' | 'WrittenRequired';
    }
  | { readonly code: 'NotAuthorized'; readonly because: Cause }
  | { readonly code: 'NotAnybodysNumber' }
  | { readonly code: 'NotYetKnown'; readonly id: string; readonly retryAfter: number };
type Cause =
  Extract<keyof typeof WORDS, `NotAuthorized.${string}`> extends `NotAuthorized.${infer C}`
    ? C
    : never;

const examples: RejectionOfEach<Rejected> = {
  AccountReachesBack: { code: 'AccountReachesBack' },
  AmountNotAsInvoiced: { code: 'AmountNotAsInvoiced', payable: { yuan: '10.00' } },
  CaseNotBillable: { code: 'CaseNotBillable' },
  ChiefReviewMissing: { code: 'ChiefReviewMissing' },
  FeeForbidden: { code: 'FeeForbidden', standards: ['工本费'] },
  FeeLineTwice: { code: 'FeeLineTwice' },
  FeeOpen: { code: 'FeeOpen' },
  FeeStandardUnknown: { code: 'FeeStandardUnknown', standards: ['工本费'] },
  FeeStepNeedsAnotherPerson: { code: 'FeeStepNeedsAnotherPerson' },
  FeeDayNotOver: { code: 'FeeDayNotOver' },
  FeeDayBeforeAccount: { code: 'FeeDayBeforeAccount' },
  StatementLineTwice: { code: 'StatementLineTwice' },
  NoMeetingThatDay: { code: 'NoMeetingThatDay' },
  NoRelief: { code: 'NoRelief' },
  NoSpecialAccount: { code: 'NoSpecialAccount' },
  NotOnOneTicket: { code: 'NotOnOneTicket', standards: ['工本费'] },
  NotTheLowerLimit: { code: 'NotTheLowerLimit', standards: ['工本费'] },
  PayeeNotSpecialAccount: { code: 'PayeeNotSpecialAccount' },
  ReliefDecided: { code: 'ReliefDecided' },
  AlreadyNotified: { code: 'AlreadyNotified', newMaterials: [] },
  AlreadyExists: { code: 'AlreadyExists', fact: 'openApplication' },
  ApproverSupervises: { code: 'ApproverSupervises' },
  CasePaused: { code: 'CasePaused', procedure: 'EXPERT_REVIEW' },
  NoLeaderInCharge: { code: 'NoLeaderInCharge' },
  SuperiorIsReporter: { code: 'SuperiorIsReporter' },
  Conflict: { code: 'Conflict' },
  ExcludedFromCase: { code: 'ExcludedFromCase', decidedBy: 'staff-1', until: friday },
  IdempotencyMismatch: { code: 'IdempotencyMismatch', commandId: 'c-1' },
  ItemNotInService: { code: 'ItemNotInService', item: 'item-1' },
  MaterialsMissing: { code: 'MaterialsMissing', materials: [{ id: 'm1', name: '申请书' }] },
  MustBeAccepted: { code: 'MustBeAccepted' },
  NotApplicant: { code: 'NotApplicant' },
  NotAuthorized: { code: 'NotAuthorized', because: 'NotOfDepartment' },
  NotAuthorizedForItem: { code: 'NotAuthorizedForItem', power: 'ACCEPT' },
  NotYetKnown: { code: 'NotYetKnown', id: 'item-1', retryAfter: 2 },
  NoOtherAuthority: { code: 'NoOtherAuthority' },
  AlreadySending: { code: 'AlreadySending' },
  NobodyToSendTo: { code: 'NobodyToSendTo' },
  OtherWaysFirst: { code: 'OtherWaysFirst' },
  NoticeUnsealed: { code: 'NoticeUnsealed' },
  OneTimeBySupplement: { code: 'OneTimeBySupplement' },
  OneTimeIncomplete: { code: 'OneTimeIncomplete', field: 'basis' },
  OneTimeNotInHand: { code: 'OneTimeNotInHand' },
  OneTimeNotJoint: { code: 'OneTimeNotJoint' },
  ServiceDayWrong: { code: 'ServiceDayWrong' },
  WrittenRequired: { code: 'WrittenRequired' },
  NotAnybodysNumber: { code: 'NotAnybodysNumber' },
  NotFound: { code: 'NotFound', id: 'case-1' },
  NotOnPost: { code: 'NotOnPost' },
  NotPermittedInStatus: { code: 'NotPermittedInStatus', command: 'AcceptCase', status: 'CLOSED' },
  ReasonsRequired: { code: 'ReasonsRequired' },
  NoLegalReference: { code: 'NoLegalReference' },
  RepeatsOverturnedDenial: { code: 'RepeatsOverturnedDenial' },
  NotLacking: {
    ...{ code: 'NotLacking', because: 'NotNecessary' },
    materials: [{ id: 'm4', name: '委托书' }],
  },
  PromiseNotAhead: { code: 'PromiseNotAhead' },
  ReclassificationNotPossible: { code: 'ReclassificationNotPossible', because: 'SameKind' },
  UrgencyNotPossible: { code: 'UrgencyNotPossible', because: 'NotUrgent' },
  RequestNotPossible: { code: 'RequestNotPossible', because: 'Open' },
  StepNotPossible: { code: 'StepNotPossible', because: 'AlreadyOpen' },
  StepStillOpen: { code: 'StepStillOpen', kind: 'FEE' },
  UpperDecisionHolds: { code: 'UpperDecisionHolds', decided: 'REJECTED' },
  RightsNotInformed: { code: 'RightsNotInformed' },
  SealNotInCustody: { code: 'SealNotInCustody', seal: 'seal-1' },
  TooManyOpenApplications: { code: 'TooManyOpenApplications', most: 3 },
  UnknownMaterials: { code: 'UnknownMaterials', materials: ['m9'] },
};

const said = (language: Language) =>
  [
    ...Object.values(examples),
    ...bareRejections(WORDS, examples),
    { code: 'RetentionNotOver', keptUntil: '2056-09-18' },
  ].map((rejection) => refusalOf(rejection, language));

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});
