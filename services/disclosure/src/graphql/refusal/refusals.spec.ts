import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import type { draftReplacement, NotHis } from '../../commands/write-entry.ts';
import { typeDefs } from '../type-defs.generated.ts';
import { refuse } from './refuse.ts';

type Rejected = Extract<
  Awaited<ReturnType<typeof draftReplacement>>,
  { readonly ok: false }
>['rejection'];

const examples: RejectionOfEach<Rejected> = {
  AlreadyExists: { code: 'AlreadyExists', fact: 'successor' },
  Conflict: { code: 'Conflict' },
  EntryFollowsItsSource: { code: 'EntryFollowsItsSource' },
  IdempotencyMismatch: { code: 'IdempotencyMismatch', commandId: 'c-1' },
  NotAuthorized: { code: 'NotAuthorized', because: 'NoDepartment' },
  NotFound: { code: 'NotFound', id: 'entry-1' },
  NotYetKnown: { code: 'NotYetKnown', id: 'item-1', retryAfter: 2 },
  NotPermittedInStatus: { code: 'NotPermittedInStatus', status: 'WITHDRAWN' },
  ReviewerWroteEntry: { code: 'ReviewerWroteEntry' },
};
const causes: Record<NotHis, true> = {
  ...{ NotKnownStaff: true, NoDepartment: true, ItemOfAnotherDepartment: true },
  PublicForReviewers: true,
};

const said = (language: Language) => [
  ...Object.values(examples).map((one: Rejected) => refuse(one, [one.code], language)),
  ...Object.keys(causes).map((because) =>
    refuse({ code: 'NotAuthorized', because }, ['NotAuthorized'], language),
  ),
  refuse({ code: 'InvalidInput', fields: [] }, ['InvalidInput'], language),
];

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});
