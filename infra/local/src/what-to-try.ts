import { DEFAULT_PORT, portPlan } from '../setup/ports.mjs';
import { PERSONAS } from './identity-provider/personas.ts';

const QUERIES: readonly (readonly [who: string, query: string])[] = [
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
];

/** What the person at the terminal sees once all is up. */
export function whatToTry(run: {
  readonly port: number;
  readonly logs: string;
  readonly hasData: boolean;
}): string {
  const { gateway, identity } = portPlan(run.port, []);
  const other = run.port === DEFAULT_PORT ? '' : ` --port ${run.port}`;
  return [
    '',
    'One Window runs. 一窗已启动。',
    '',
    `  Explorer   http://127.0.0.1:${gateway}/graphql`,
    `  Personas   http://127.0.0.1:${identity}/   choose one, copy its header into the explorer's headers`,
    `             or at a terminal: npm run token -- citizen${other}`,
    '',
    ...PERSONAS.map(({ key, about }) => `    ${key.padEnd(10)} ${about}`),
    '',
    '  Three queries worth trying:',
    ...QUERIES.map(([who, query]) => `\n    # ${who}\n    ${query}`),
    '',
    `  Logs: ${run.logs}`,
    `  Ctrl-C stops what was started${run.hasData ? '; the data stays' : ''}.`,
    '',
  ].join('\n');
}
