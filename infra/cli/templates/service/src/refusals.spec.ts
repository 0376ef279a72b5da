import type { NotPermitted } from '@onewindow/kernel';
import type { JournalRejection } from '@onewindow/persistence';
import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { bareRejections, refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { refusalOf } from './kit.ts';
import { WORDS } from './refusal-words.ts';

type Rejected =
  | { readonly code: 'InvalidInput'; readonly fields: readonly object[] }
  | JournalRejection
  | NotPermitted;

/** A refusal that is more than its code needs an example here. */
const examples: RejectionOfEach<Rejected> = {
  AlreadyExists: { code: 'AlreadyExists', fact: 'id' },
  Conflict: { code: 'Conflict' },
  IdempotencyMismatch: { code: 'IdempotencyMismatch', commandId: 'c-1' },
  InvalidInput: { code: 'InvalidInput', fields: [] },
  NotFound: { code: 'NotFound', id: 'id-1' },
  NotPermittedInStatus: { code: 'NotPermittedInStatus', command: 'x', status: 'CLOSED' },
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
