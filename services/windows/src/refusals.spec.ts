import { instant } from '@onewindow/kernel';
import type { JournalRejection } from '@onewindow/persistence';
import type { NotKnown, RefusalOf, TypesOf } from '@onewindow/service';
import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { bareRejections, refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import type { authorizationLetterKind } from './authorization-letter/authorization-letter.kind.ts';
import type { departmentKind } from './department/department.kind.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { refusalOf } from './kit.ts';
import { WORDS } from './refusal-words.ts';
import type { sealKind } from './seal/seal.kind.ts';
import type { staffMemberKind } from './staff-member/staff-member.kind.ts';
import type { standingRuleKind } from './standing-rule/standing-rule.kind.ts';
import type { windowKind } from './window/window.kind.ts';

type DecidedBy<Kind> = RefusalOf<TypesOf<Kind>['rules']>;
type Rejected =
  | { readonly code: 'NotAuthorized'; readonly because: string }
  | { readonly code: 'InvalidInput'; readonly fields: readonly object[] }
  | JournalRejection
  | NotKnown
  | DecidedBy<typeof authorizationLetterKind>
  | DecidedBy<typeof departmentKind>
  | DecidedBy<typeof sealKind>
  | DecidedBy<typeof staffMemberKind>
  | DecidedBy<typeof standingRuleKind>
  | DecidedBy<typeof windowKind>;

const examples: RejectionOfEach<Rejected> = {
  AlreadyExists: { code: 'AlreadyExists', fact: 'badgeNumber' },
  CalendarDaysWrong: {
    code: 'CalendarDaysWrong',
    faults: [{ fault: 'YEAR_TWICE', path: 'overrides[1].year', year: 2027, day: null }],
  },
  Conflict: { code: 'Conflict' },
  DelegateNotOnPost: { code: 'DelegateNotOnPost' },
  LeaderOfAnotherDepartment: { code: 'LeaderOfAnotherDepartment' },
  DepartmentsDoNotFit: { code: 'DepartmentsDoNotFit', windowType: 'PERIODIC' },
  IdempotencyMismatch: { code: 'IdempotencyMismatch', commandId: 'c-1' },
  InvalidInput: { code: 'InvalidInput', fields: [] },
  ItemsOfAnotherDepartment: { code: 'ItemsOfAnotherDepartment', items: [{ id: 'item-1' }] },
  NotAuthorized: { code: 'NotAuthorized', because: 'NoCentre' },
  NotChiefRepresentative: { code: 'NotChiefRepresentative' },
  NotFound: { code: 'NotFound', id: 'window-1' },
  NotPermittedInStatus: { code: 'NotPermittedInStatus', command: 'x', status: 'CLOSED' },
  NotQualified: { code: 'NotQualified' },
  NotYetKnown: { code: 'NotYetKnown', id: 'item-1', retryAfter: 2 },
  RankTooLow: { code: 'RankTooLow', rank: 'CLERK' },
  ServiceDatesMissing: { code: 'ServiceDatesMissing' },
  VersionNotReplaceable: { code: 'VersionNotReplaceable' },
  VersionTooLate: { code: 'VersionTooLate', latest: instant('2028-11-26T00:00:00Z') },
  VersionTooEarly: { code: 'VersionTooEarly', earliest: instant('2026-11-26T00:00:00Z') },
};
const said = (language: Language) =>
  [...Object.values(examples), ...bareRejections(WORDS, examples)].map((one) =>
    refusalOf(one, language),
  );

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});
