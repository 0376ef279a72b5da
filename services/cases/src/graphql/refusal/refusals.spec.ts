import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import { friday } from '../../../test/a-case.ts';
import type { Handled, NotAuthorized } from '../../commands/handle-case.ts';
import { typeDefs } from '../type-defs.generated.ts';
import { refusalOf } from './case-answer.ts';
import { toRefusal } from './to-refusal.ts';

type Rejected = Extract<Handled, { readonly ok: false }>['rejection'];

const examples: RejectionOfEach<Rejected> = {
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
  NotApplicant: { code: 'NotApplicant' },
  NotAuthorized: { code: 'NotAuthorized', because: 'NotOfDepartment' },
  NotAuthorizedForItem: { code: 'NotAuthorizedForItem', power: 'ACCEPT' },
  NotFound: { code: 'NotFound', id: 'case-1' },
  NotOnPost: { code: 'NotOnPost' },
  NotPermittedInStatus: { code: 'NotPermittedInStatus', command: 'AcceptCase', status: 'CLOSED' },
  ReasonsRequired: { code: 'ReasonsRequired' },
  RightsNotInformed: { code: 'RightsNotInformed' },
  SealNotInCustody: { code: 'SealNotInCustody', seal: 'seal-1' },
  TooManyOpenApplications: { code: 'TooManyOpenApplications', most: 3 },
  UnknownMaterials: { code: 'UnknownMaterials', materials: ['m9'] },
};
const causes: Record<NotAuthorized['because'], true> = {
  ...{ NotHimself: true, NotKnownStaff: true, NotOfDepartment: true },
};

const said = (language: Language) => [
  ...Object.values(examples).map((rejection) => refusalOf(rejection, language)),
  ...Object.keys(causes).map((because) =>
    refusalOf({ code: 'NotAuthorized', because: because as NotAuthorized['because'] }, language),
  ),
  refusalOf({ code: 'NotYetKnown', id: 'item-1', retryAfter: 2 }, language),
  toRefusal({ code: 'AlreadyNotified', newMaterials: [] }, language),
];

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});
