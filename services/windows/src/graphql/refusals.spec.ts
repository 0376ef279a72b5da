import type { Outcome } from '@onewindow/persistence';
import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import type { notAuthorized } from '../commands/refused.ts';
import type { Rejection } from '../domain/rejection.ts';
import { refuse } from './refuse.ts';
import { typeDefs } from './type-defs.generated.ts';

type NotHis = ReturnType<typeof notAuthorized>['rejection'];
type Rejected =
  NotHis | Extract<Outcome<never, never, Rejection>, { readonly ok: false }>['rejection'];

const examples: RejectionOfEach<Rejected> = {
  AlreadyExists: { code: 'AlreadyExists', fact: 'badgeNumber' },
  Conflict: { code: 'Conflict' },
  DelegateNotOnPost: { code: 'DelegateNotOnPost' },
  LeaderOfAnotherDepartment: { code: 'LeaderOfAnotherDepartment' },
  DepartmentsDoNotFit: { code: 'DepartmentsDoNotFit', windowType: 'PERIODIC' },
  IdempotencyMismatch: { code: 'IdempotencyMismatch', commandId: 'c-1' },
  ItemsOfAnotherDepartment: { code: 'ItemsOfAnotherDepartment', items: [{ id: 'item-1' }] },
  NotAuthorized: { code: 'NotAuthorized', because: 'NoCentre' },
  NotChiefRepresentative: { code: 'NotChiefRepresentative' },
  NotFound: { code: 'NotFound', id: 'window-1' },
  NotPermittedInStatus: { code: 'NotPermittedInStatus', status: 'CLOSED' },
  NotQualified: { code: 'NotQualified' },
  RankTooLow: { code: 'RankTooLow', rank: 'CLERK' },
  ServiceDatesMissing: { code: 'ServiceDatesMissing' },
};
const causes: Record<NotHis['because'], true> = {
  ...{ NoCentre: true, DepartmentOfAnotherCentre: true, PostedElsewhere: true },
  ...{ WindowOfAnotherCentre: true, WindowOfAnotherDepartment: true },
};

const said = (language: Language) => [
  ...Object.values(examples).map((one: Rejected) => refuse(one, [one.code], language)),
  ...Object.keys(causes).map((because) =>
    refuse({ code: 'NotAuthorized', because }, ['NotAuthorized'], language),
  ),
  refuse({ code: 'NotYetKnown', retryAfter: 2 }, ['NotYetKnown'], language),
  refuse({ code: 'InvalidInput', fields: [] }, ['InvalidInput'], language),
];

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});
