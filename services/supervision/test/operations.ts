import { query } from '@onewindow/service/testing';

export interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly rule?: string | null;
  readonly fields?: readonly { readonly path: string }[];
  readonly alert?: AlertRow;
  readonly complaint?: ComplaintRow;
  readonly report?: ReportRow;
  readonly exclusion?: ExclusionRow;
}
export interface ExclusionRow {
  readonly id: string;
  readonly inForce: boolean;
}
export interface AlertRow {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly availableActions: readonly string[];
}
export interface ComplaintRow {
  readonly id: string;
  readonly status: string;
  readonly text: string | null;
  readonly overdue: boolean;
  readonly availableActions: readonly string[];
}
export interface ReportRow {
  readonly id: string;
  readonly grounds: object | null;
  readonly status: string;
  readonly overdue: boolean;
}
export interface PageOf<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export const ALERT = `id version kind level rule status clock dueAt materials occurredAt raisedAt case { id } department { id }
  centre { id } window { id } negativeDecisionReport { id status } acknowledgement { by { id } words } dismissal { by { id } words }
  availableActions`;
export const COMPLAINT = `id version channel status case { id } target { id } centre { id } department { id } filedAt overdue text
  complainant { name phone } deadline { rule periodDays periodUnit dueAt ledger { day counts } } investigator { id }
  questions { text by { id } answers { text by { id } } } verdict finding { verdict result by { id } } reply { text at } closedAt availableActions`;
export const EXCLUSION = `id version case { id } staffMember { id } decidedBy { id } decidedAt until reason liftedAt inForce availableActions`;
export const REPORT = `id version denial status case { id } item { id } grounds { id } rule reporter { id } superior { id } deniedAt overdue
  deadline { rule dueAt } acknowledgement { by { id } words } overturning { words } filedAt availableActions`;

/** Their input is an id and nothing that could be wrong in itself. */
const WITHOUT_WORDS = [
  'acceptComplaint',
  'closeComplaint',
  'reopenComplaint',
  'fileNegativeReport',
  'liftCaseExclusion',
];

/** A mutation by its name, with everything that its success shows. */
export function mutation(name: string) {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  const shown = name.endsWith('Alert')
    ? `alert { ${ALERT} }`
    : name.endsWith('Exclusion') || name === 'excludeFromCase'
      ? `exclusion { ${EXCLUSION} }`
      : name.endsWith('Report')
        ? `report { ${REPORT} }`
        : `complaint { ${COMPLAINT} }`;
  return query<{ readonly answer: Answer }>(
    `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) {
      __typename ... on ${type}Success { ${shown} } ... on Rejection { code message rule } ${name === 'excludeFromCase' ? '... on AlreadyExists { id }' : ''}
      ${WITHOUT_WORDS.includes(name) ? '' : '... on InvalidInput { fields { path } }'}
      ${name === 'fileComplaint' ? '... on NotYetKnown { retryAfter }' : ''} } }`,
  );
}

export const alertList = query<{ readonly supervisionAlerts: PageOf<AlertRow> }>(
  `query ($filter: SupervisionAlertFilter, $orderBy: SupervisionAlertOrder, $first: Int, $after: String) {
    supervisionAlerts(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount edges { node { ${ALERT} } } pageInfo { hasNextPage endCursor } } }`,
);
export const reportList = query<{ readonly negativeDecisionReports: PageOf<ReportRow> }>(
  `query ($filter: NegativeDecisionReportFilter) { negativeDecisionReports(filter: $filter) {
    totalCount edges { node { ${REPORT} } } } }`,
);
export const complaintList = query<{ readonly efficiencyComplaints: PageOf<ComplaintRow> }>(
  `query ($filter: EfficiencyComplaintFilter) { efficiencyComplaints(filter: $filter) {
    totalCount edges { node { ${COMPLAINT} } } } }`,
);
export const myComplaints = query<{ readonly myComplaints: PageOf<ComplaintRow> }>(
  `{ myComplaints { totalCount edges { node { ${COMPLAINT} } } } }`,
);

export interface CaseSeen {
  readonly alerts: PageOf<AlertRow>;
  readonly complaints: PageOf<ComplaintRow>;
}
export const exclusionsOf = query<{
  readonly _entities: readonly { readonly exclusions: PageOf<ExclusionRow> }[];
}>(
  `query ($references: [_Any!]!) { _entities(representations: $references) {
    ... on Case { exclusions(first: 3) { totalCount edges { node { ${EXCLUSION} } } } } } }`,
);
export const caseEdges = query<{ readonly _entities: readonly CaseSeen[] }>(
  `query ($references: [_Any!]!, $counted: Boolean = true) { _entities(representations: $references) {
    ... on Case {
      alerts(first: 3) { totalCount @include(if: $counted) edges { node { id kind status } } }
      complaints(first: 3) { totalCount @include(if: $counted) edges { node { id status } } } } } }`,
);
