import type { Scope, Viewer } from '@onewindow/identity';
import { instant } from '@onewindow/kernel';
import { query, startOnRealServers } from '@onewindow/service/testing';
import { parseDisclosureEnvironment } from '../src/environment.ts';
import { createDisclosureService } from '../src/service.ts';
import { ids } from './an-entry.ts';

/** The service with real servers, its two neighbours and a clock that a test moves. */
export const startDisclosure = () =>
  startOnRealServers({
    service: 'disclosure',
    parse: parseDisclosureEnvironment,
    create: createDisclosureService,
    neighbours: ['items', 'cases', 'supervision', 'windows'],
    region: ids.region,
    at: instant('2026-09-18T01:30:00.000Z'),
  });
export type RunningDisclosure = Awaited<ReturnType<typeof startDisclosure>>;

const staff = (name: string, scopes: readonly Scope[], claims: Partial<Viewer> = {}): Viewer => ({
  ...{ id: `login:${name}`, kind: 'STAFF', scopes: new Set(scopes), staffId: name },
  ...{ department: ids.department, centre: ids.centre, region: ids.region },
  ...claims,
});
export const editor = staff('editor', ['disclosure:edit']);
export const reviewer = staff('reviewer', ['disclosure:review']);
export const both = staff('both', ['disclosure:edit', 'disclosure:review']);
export const stranger = staff('stranger', ['disclosure:edit', 'disclosure:review'], {
  department: ids.otherDepartment,
});
export const colleague = staff('colleague', ['cases:handle']);
export const anybody: Viewer = { id: 'anonymous:1', kind: 'ANONYMOUS', scopes: new Set() };
export const operator: Viewer = {
  ...{ id: 'operator', kind: 'SERVICE' },
  scopes: new Set(['platform:operate'] as const),
};

export interface EntryAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly body: string;
  readonly channels: readonly string[];
  readonly item: { readonly id: string } | null;
  readonly certificateNumber: string | null;
  readonly publishedAt: string | null;
  readonly replacedBy: { readonly id: string } | null;
  readonly review: { readonly opinion: string } | null;
  readonly availableActions: readonly string[];
}
export interface EntryPage {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: EntryAnswer }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const FIELDS = `id version status title body basis phase nature cadence topicGroup channels item { id }
  department { id } centre { id } certificateNumber publishedAt replacedBy { id } review { reviewedAt opinion }
  exemption withdrawalReason availableActions`;

export const oneEntry = query<{ readonly disclosureEntry: EntryAnswer | null }>(
  `query ($id: ID!) { disclosureEntry(id: $id) { ${FIELDS} } }`,
);
export const entries = query<{
  readonly disclosureEntries: EntryPage;
}>(`query ($filter: DisclosureEntryFilter, $search: String, $orderBy: DisclosureEntryOrder! = PUBLISHED_AT_DESC,
  $first: Int, $after: String) {
  disclosureEntries(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { cursor node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`);
export const desk = query<{
  readonly disclosureDesk: EntryPage;
}>(`query ($statuses: [DisclosureEntryStatus!]) { disclosureDesk(statuses: $statuses) {
  totalCount edges { node { ${FIELDS} } } } }`);
export const entities = query<{
  readonly _entities: readonly (
    | (EntryAnswer & {
        readonly disclosures: EntryPage;
        readonly publishedResult: EntryAnswer | null;
      })
    | null
  )[];
}>(`query ($references: [_Any!]!, $count: Boolean! = false, $history: Boolean! = false) {
  _entities(representations: $references) {
    ... on DisclosureEntry { ${FIELDS} }
    ... on ServiceItem { disclosures(first: 3, includeReplaced: $history) {
      totalCount @include(if: $count) edges { node { ${FIELDS} } } pageInfo { hasNextPage } } }
    ... on Case { publishedResult { ${FIELDS} } } } }`);

/** The mutation with its result and what every refusal has. */
export const mutation = (name: string) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return query<{
    readonly answer: {
      readonly __typename: string;
      readonly entry: EntryAnswer;
      readonly rule: string | null;
    };
  }>(`mutation ($input: ${type}Input!) { answer: ${name}(input: $input) {
    __typename ... on Rejection { code message rule } ... on ${type}Success { entry { ${FIELDS} } } } }`);
};

export const words = {
  title: '示例街道服务承诺',
  body: '首问负责，一次告知。',
  basis: '000:15',
  phase: 'BEFORE',
  nature: 'STATUTORY_DUTY',
  cadence: 'PERMANENT',
};
