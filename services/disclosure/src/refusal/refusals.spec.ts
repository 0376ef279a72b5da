import type { JournalRejection } from '@onewindow/persistence';
import type { NotKnown, RefusalOf, TypesOf } from '@onewindow/service';
import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { bareRejections, refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import type { entryKind } from '../entry/entry.kind.ts';
import { typeDefs } from '../graphql/type-defs.generated.ts';
import { refusalOf } from '../kit.ts';
import { WORDS } from './words.ts';

type Rejected =
  | { readonly code: 'NotAuthorized'; readonly because: string }
  | { readonly code: 'InvalidInput'; readonly fields: readonly object[] }
  | { readonly code: 'EntryFollowsItsSource' }
  | JournalRejection
  | NotKnown
  | RefusalOf<TypesOf<typeof entryKind>['rules']>;

const examples: RejectionOfEach<Rejected> = {
  AlreadyExists: { code: 'AlreadyExists', fact: 'successor' },
  Conflict: { code: 'Conflict' },
  EntryFollowsItsSource: { code: 'EntryFollowsItsSource' },
  IdempotencyMismatch: { code: 'IdempotencyMismatch', commandId: 'c-1' },
  InvalidInput: { code: 'InvalidInput', fields: [] },
  NotAuthorized: { code: 'NotAuthorized', because: 'NotKnownStaff' },
  NotFound: { code: 'NotFound', id: 'entry-1' },
  NotYetKnown: { code: 'NotYetKnown', id: 'item-1', retryAfter: 2 },
  NotPermittedInStatus: { code: 'NotPermittedInStatus', command: 'x', status: 'WITHDRAWN' },
  ReviewerWroteEntry: { code: 'ReviewerWroteEntry' },
  WithdrawalGroundRequired: { code: 'WithdrawalGroundRequired' },
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
