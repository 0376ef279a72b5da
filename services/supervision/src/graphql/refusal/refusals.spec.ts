import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import type { Handled, NotHis } from '../../commands/handle-visible.ts';
import { typeDefs } from '../type-defs.generated.ts';
import { refusalOf } from './to-refusal.ts';

type Rejected = Extract<Handled<never, never>, { readonly ok: false }>['rejection'];

const examples: RejectionOfEach<Rejected> = {
  AlreadyAnswered: { code: 'AlreadyAnswered' },
  AlreadyExists: { code: 'AlreadyExists', fact: 'id' },
  Conflict: { code: 'Conflict' },
  EndNotAhead: { code: 'EndNotAhead', field: 'until' },
  HandlerMayNotSupervise: { code: 'HandlerMayNotSupervise' },
  NoLeaderInCharge: { code: 'NoLeaderInCharge' },
  IdempotencyMismatch: { code: 'IdempotencyMismatch', commandId: 'c-1' },
  NobodyToAsk: { code: 'NobodyToAsk' },
  NotAuthorized: { code: 'NotAuthorized', because: 'NotSupervisor' },
  NotFound: { code: 'NotFound', id: 'alert-1' },
  NotPermittedInStatus: {
    code: 'NotPermittedInStatus',
    command: 'CloseComplaint',
    status: 'FILED',
  },
  NotTheInvestigator: { code: 'NotTheInvestigator' },
  NotTheSuperior: { code: 'NotTheSuperior' },
  NotYetKnown: { code: 'NotYetKnown', id: 'case-1', retryAfter: 2 },
  SuperiorIsReporter: { code: 'SuperiorIsReporter' },
  TargetMayNotInvestigate: { code: 'TargetMayNotInvestigate' },
  Unknown: { code: 'Unknown', field: 'targetId' },
  WordsRequired: { code: 'WordsRequired', field: 'text' },
};
const causes: Record<NotHis, true> = {
  ...{
    NotKnownStaff: true,
    NotSupervisor: true,
    NotComplainant: true,
    NotAsked: true,
    NotReporting: true,
  },
  ...{ NotAPerson: true, OnlyOverTheNet: true, SignedInAsStaff: true },
};

const said = (language: Language) => [
  ...Object.values(examples).map((rejection) => refusalOf(rejection, language)),
  ...Object.keys(causes).map((because) =>
    refusalOf({ code: 'NotAuthorized', because: because as NotHis }, language),
  ),
];

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});
