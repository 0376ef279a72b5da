import { instant } from '@onewindow/kernel';
import type { JournalRejection } from '@onewindow/persistence';
import type { NotKnown, RefusalOf, TypesOf } from '@onewindow/service';
import { subgraphDocument, type Language } from '@onewindow/subgraph';
import { bareRejections, refusalFaults, type RejectionOfEach } from '@onewindow/testing';
import { authorizationLetterCommands } from './authorization-letter/authorization-letter.commands.ts';
import type { authorizationLetterKind } from './authorization-letter/authorization-letter.kind.ts';
import { centreCommands } from './centre/centre.commands.ts';
import type { departmentKind } from './department/department.kind.ts';
import { typeDefs } from './graphql/type-defs.generated.ts';
import { refusalOf } from './kit.ts';
import { WORDS } from './refusal-words.ts';
import { regionCommands } from './region/region.commands.ts';
import { sealCommands } from './seal/seal.commands.ts';
import type { sealKind } from './seal/seal.kind.ts';
import { staffMemberCommands } from './staff-member/staff-member.commands.ts';
import type { staffMemberKind } from './staff-member/staff-member.kind.ts';
import { standingRuleCommands } from './standing-rule/standing-rule.commands.ts';
import type { standingRuleKind } from './standing-rule/standing-rule.kind.ts';
import { windowCommands } from './window/window.commands.ts';
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
const OF_DATES = [
  { code: 'DateOutside', field: 'serviceDates', first: '2025-09-17', last: '2028-09-18' },
  { code: 'EndNotAhead', field: 'validUntil' },
];
const said = (language: Language) =>
  [
    ...Object.values(examples),
    ...OF_DATES,
    ...bareRejections(WORDS, examples),
    { code: 'RetentionNotOver', keptUntil: '2056-09-18' },
  ].map((one) => refusalOf(one, language));

it('fills what the graph promises of each refusal, and says it in the words of who gets it', () => {
  const made = { en: said('en'), zh: said('zh') };
  expect(refusalFaults(subgraphDocument(typeDefs), made)).toEqual([]);
});

it.each([
  ...[windowCommands, authorizationLetterCommands, staffMemberCommands, sealCommands].map(rowsOf),
  ...[regionCommands, centreCommands, standingRuleCommands].map(rowsOf),
])('says in words of its own what is there already: %s', (_, facts) => {
  expect(facts.length).toBeGreaterThan(0);
  for (const fact of facts) expect(WORDS).toHaveProperty([`AlreadyExists.${fact}`]);
});

/** Of a noun the facts by which one of its creations is there already: each that makes its id from a code has one. */
function rowsOf({
  kind,
  rows,
}: {
  readonly kind: { readonly kind: string };
  readonly rows: object;
}) {
  const creating = Object.values(rows as Record<string, { id?: unknown; exists?: string }>).filter(
    ({ id }) => id !== undefined,
  );
  return [kind.kind, creating.map(({ exists }) => exists ?? 'none')] as const;
}
