import type { JournalRejection } from '@onewindow/persistence';
import type { NotKnown, RefusalOf, TypesOf } from '@onewindow/service';
import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { bareRejections, refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import type { alertKind } from '../alert/alert.kind.ts';
import type { caseExclusionKind } from '../case-exclusion/case-exclusion.kind.ts';
import type { complaintKind } from '../complaint/complaint.kind.ts';
import { typeDefs } from '../graphql/type-defs.generated.ts';
import { refusalOf } from '../kit.ts';
import type { negativeReportKind } from '../negative-report/negative-report.kind.ts';
import { WORDS } from './words.ts';

type DecidedBy<Kind> = RefusalOf<TypesOf<Kind>['rules']>;
type Rejected =
  | { readonly code: 'NotAuthorized'; readonly because: string }
  | { readonly code: 'Unknown'; readonly field: string }
  | JournalRejection
  | NotKnown
  | DecidedBy<typeof alertKind>
  | DecidedBy<typeof caseExclusionKind>
  | DecidedBy<typeof complaintKind>
  | DecidedBy<typeof negativeReportKind>;

const examples: RejectionOfEach<Rejected> = {
  AlreadyAnswered: { code: 'AlreadyAnswered' },
  AlreadyExists: { code: 'AlreadyExists', fact: 'id' },
  Conflict: { code: 'Conflict' },
  EndNotAhead: { code: 'EndNotAhead', field: 'until' },
  EndTooFar: { code: 'EndTooFar', field: 'until', days: 90 },
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
const said = (language: Language) =>
  [
    ...Object.values(examples),
    ...bareRejections(WORDS, examples),
    { code: 'RetentionNotOver', keptUntil: '2056-09-18' },
  ].map((one) => refusalOf(one, language));

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});
