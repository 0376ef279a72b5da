import { DEFAULT_PORT, portPlan } from '../setup/ports.mjs';
import type { Receipt } from './demo/demo-notes.ts';
import { PERSONAS } from './identity-provider/personas.ts';

type Query = readonly [who: string, query: string];

const COUNTED = [
  'SUBMITTED',
  'SUPPLEMENT_REQUIRED',
  'IN_PROCESS',
  'APPROVED',
  'COMPLETED',
] as const;

const count = (name: string, filter: string) =>
  `${name}: cases(filter: {${filter}}) { totalCount }`;

const QUERIES: readonly Query[] = [
  [
    'anybody: what can be applied for, where, and what is still missing in its guide',
    '{ items(first: 5, filter: { status: [IN_SERVICE] }) { totalCount edges { node { id code name handlingMode committedLimit { value unit } department { name } centre { name windows { edges { node { number name } } } } disclosureCompleteness { missing } } } } }',
  ],
  [
    'citizen: my cases, and why they are due when they are',
    '{ myCases { edges { node { receiptNumber status item { name } handler { name } deadlines { clock rule dueAt remainingDays ledger { day counts reason } } } } } }',
  ],
  [
    'officer: what my department has in hand, most urgent first, and what I may do with it',
    '{ cases(orderBy: DUE_AT_ASC) { edges { node { id version receiptNumber status overdue applicant { name phone } availableActions } } } }',
  ],
  [
    'manager: three months of the whole centre in numbers',
    `{ ${[
      'all: cases { totalCount }',
      ...COUNTED.map((status) => count(status.toLowerCase(), `statuses: [${status}]`)),
      count('overdue', 'overdue: true'),
    ].join(' ')} }`,
  ],
  [
    'manager: who waits at which window, and what is overdue',
    '{ waiting: cases(filter: {statuses: [SUBMITTED]}) { edges { node { receiptNumber window { number } submittedAt } } } overdue: cases(filter: {overdue: true}, orderBy: DUE_AT_ASC) { edges { node { receiptNumber status item { name } handler { name } deadlines { clock state dueAt } } } } }',
  ],
  [
    'supervisor: what electronic supervision has noticed, and the complaints with their answers',
    '{ supervisionAlerts(first: 10) { totalCount edges { node { kind level rule status dueAt case { receiptNumber status } } } } efficiencyComplaints { totalCount edges { node { status channel filedAt overdue case { receiptNumber } reply { text } } } } }',
  ],
];

/** A receipt is all that one needs to ask how far a case is. */
const progressOf = ({ receiptNumber, queryCode }: Receipt): Query => [
  'anybody with this receipt: how far the case is',
  `{ caseProgress(receiptNumber: "${receiptNumber}", queryCode: "${queryCode}") { status item { name } submittedAt acceptedAt deadlines { clock dueAt remainingDays } } }`,
];

/** What the person at the terminal sees once all is up. */
export function whatToTry(run: {
  readonly port: number;
  readonly logs: string;
  /** Where the notices are that would have gone out. */
  readonly outbox: string;
  readonly hasData: boolean;
  readonly receipt: Receipt | null;
}): string {
  const { gateway, identity } = portPlan(run.port, []);
  const other = run.port === DEFAULT_PORT ? '' : ` --port ${run.port}`;
  const queries = [...QUERIES, ...(run.receipt === null ? [] : [progressOf(run.receipt)])];
  const alike = PERSONAS.filter(({ like }) => like !== undefined).map(({ key }) => key);
  return [
    '',
    'One Window runs. 一窗已启动。',
    '',
    `  Explorer   http://127.0.0.1:${gateway}/   the graph itself is at /graphql`,
    `  Personas   are chosen in the explorer, or at http://127.0.0.1:${identity}/ for another client's headers,`,
    `             or at a terminal: npm run token -- citizen${other}`,
    '',
    ...PERSONAS.filter(({ like }) => like === undefined).map(
      ({ key, about }) => `    ${key.padEnd(10)} ${about}`,
    ),
    `    and at the other windows: ${alike.join(', ')}`,
    '',
    '  Queries worth trying:',
    ...queries.map(([who, query]) => `\n    # ${who}\n    ${query}`),
    '',
    `  Notices that were sent (sendNotice), one file each: ${run.outbox}`,
    `  Logs: ${run.logs}`,
    `  Ctrl-C stops what was started${run.hasData ? '; the data stays' : ''}.`,
    '',
  ].join('\n');
}
