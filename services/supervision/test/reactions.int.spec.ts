import { randomUUID } from 'node:crypto';
import {
  caseAccepted,
  caseDispatched,
  caseDueSoon,
  caseOverdue,
  caseRejected,
  caseReturned,
  caseSecondNoticeAttempted,
  negativeReportOverdue,
  type CaseSnapshot,
  type EventContract,
  type EventEnvelope,
} from '@onewindow/contracts';
import {
  createIndexes,
  createJournal,
  createOutbox,
  createReplica,
  journalIndexes,
  newId,
} from '@onewindow/persistence';
import { testVault, useDatabase } from '@onewindow/persistence/testing';
import { forAllOrders } from '@onewindow/testing';
import { alertKind } from '../src/alert/alert.kind.ts';
import { consumersFor } from '../src/events/consumers.ts';
import { ACKNOWLEDGE_WITHIN } from '../src/negative-report/domain/negative-report-lifecycle.ts';
import { negativeReportKind } from '../src/negative-report/negative-report.kind.ts';
import { knownFactsFrom } from '../src/replicas/create-replicas.ts';
import type { CaseRow, CentreRow, DepartmentRow, StaffRow } from '../src/replicas/replica-rows.ts';
import { calendar, friday, ids, later } from './a-matter.ts';
import { aCaseSnapshot } from './running-supervision.ts';

function anEvent<Data>(
  contract: EventContract<Data>,
  data: Data,
  aggregateversion: number,
): EventEnvelope {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: `/onewindow/${contract.service}`,
    type: contract.type,
    subject: ids.case,
    time: friday,
    datacontenttype: 'application/json',
    aggregateversion,
    region: ids.region,
    actor: 'test',
    data,
  };
}
const ofCase = <Happened extends object>(
  contract: EventContract<{ readonly happened: Happened; readonly snapshot: CaseSnapshot }>,
  version: number,
  told: { readonly happened: Happened; readonly snapshot?: Partial<CaseSnapshot> },
) =>
  anEvent(contract, { happened: told.happened, snapshot: aCaseSnapshot(told.snapshot) }, version);

const clock = { clock: 'COMMITTED', dueAt: friday } as const;
const denial = { rule: '行政许可法 38', reporter: ids.handler, superior: ids.superior };
const decision = { seal: ids.item, decidedBy: ids.handler };
const events: readonly EventEnvelope[] = [
  ofCase(caseAccepted, 2, { happened: { deemed: false }, snapshot: { handler: null } }),
  ofCase(caseDispatched, 3, { happened: {} }),
  ofCase(caseSecondNoticeAttempted, 4, {
    happened: { attemptedBy: ids.investigator, newMaterials: ['委托书'] },
  }),
  ofCase(caseDueSoon, 5, { happened: clock }),
  ofCase(caseOverdue, 6, { happened: clock, snapshot: { overdue: true } }),
  ofCase(caseRejected, 7, {
    happened: { ...denial, ...decision },
    snapshot: { status: 'REJECTED', decidedBy: ids.handler },
  }),
  ofCase(caseReturned, 8, { happened: denial, snapshot: { status: 'RETURNED' } }),
  anEvent(
    negativeReportOverdue,
    {
      happened: {},
      snapshot: {
        id: ids.report,
        status: 'SUBMITTED_TO_SUPERIOR',
        case: ids.case,
        denial: 'REJECTED',
        reporter: ids.handler,
        superior: ids.superior,
        region: ids.region,
        centre: ids.centre,
        department: ids.department,
        window: ids.window,
        acknowledgeBy: friday,
        overdue: true,
      },
    },
    2,
  ),
];

describe('what supervision makes of events', () => {
  const test = useDatabase();
  const at = later('09-20');
  const now = () => at;

  async function fresh() {
    const { database } = test();
    const ofRun = newId();
    const alertType = { ...alertKind.with().type, collection: `alerts-${ofRun}` };
    const reportType = {
      ...negativeReportKind.with({ acknowledgeWithin: ACKNOWLEDGE_WITHIN }).type,
      collection: `reports-${ofRun}`,
    };
    await createIndexes(database, [journalIndexes(alertType), journalIndexes(reportType)]);
    const publisher = { publish: () => Promise.resolve({ failed: [] }) };
    const outbox = createOutbox({ publisher, clock: { now } });
    const texts = testVault(database);
    const made = { database, outbox, clock: { now }, hmacKey: 'a key for tests', texts };
    const byIdOnly = { indexes: [], queries: {} };
    const replicas = {
      cases: createReplica<CaseRow>(database, `cases-${ofRun}`, byIdOnly),
      centres: createReplica<CentreRow>(database, `centres-${ofRun}`, byIdOnly),
      departments: createReplica<DepartmentRow>(database, `departments-${ofRun}`, byIdOnly),
      staff: createReplica<StaffRow>(database, `staff-${ofRun}`, byIdOnly),
    };
    const alerts = createJournal(alertType, made);
    const reports = createJournal(reportType, made);
    const calendars = {
      calendarOf: () => calendar,
      reaction: { contracts: [], handle: () => Promise.resolve() },
    };
    const consumers = consumersFor({
      alerts,
      reports,
      replicas,
      calendars,
      now,
      facts: knownFactsFrom(replicas),
    });
    return { alerts, reports, replicas, outbox, consumers };
  }
  type Supervision = Awaited<ReturnType<typeof fresh>>;

  const delivered = async ({ consumers }: Supervision, event: EventEnvelope) => {
    const delivery = { working: () => undefined, attempt: 1 };
    for (const { contracts, handle } of consumers) {
      if (contracts.some(({ type }) => type === event.type)) await handle(event, delivery);
    }
  };

  async function outcome({ alerts, reports, replicas }: Supervision) {
    const centre = { centre: ids.centre };
    const list = { query: 'centre:newest', first: 100 };
    const raised = await alerts.list(
      {
        ...list,
        equality: {
          ...centre,
          'state.status': ['DETECTED'],
          'state.level': ['REMINDER', 'YELLOW_CARD'],
          'state.kind': [
            ...['DUE_SOON', 'OVERDUE'],
            ...['SECOND_NOTICE', 'DENIAL_WITHOUT_ACKNOWLEDGED_REPORT'],
          ],
        },
      },
      at,
    );
    const opened = await reports.list(
      {
        ...list,
        equality: {
          ...centre,
          // No department is told of here: nobody is in charge.
          'state.status': ['REPORT_WRITTEN'],
          'state.overdue': [true, false],
        },
      },
      at,
    );
    const [row] = await replicas.cases.findMany([ids.case]);
    const states = [...raised.edges, ...opened.edges].map(({ node: { id, state } }) => ({
      id,
      ...state,
    }));
    return { states, handler: row?.handler, version: row?.sourceVersion };
  }

  it('is the same in whatever order, late and twice they come', async () => {
    await forAllOrders({
      events,
      fresh,
      outcome,
      runs: 15,
      apply: delivered,
      dispose: ({ outbox }) => outbox.drain(),
    });
  });

  it('is one alert for each trouble and one report for each denial', async () => {
    const supervision = await fresh();
    for (const event of [...events, ...events]) await delivered(supervision, event);
    const { states, handler, version } = await outcome(supervision);
    const kinds = states.map((state) => ('kind' in state ? state.kind : 'REPORT')).sort();
    expect(kinds).toEqual([
      ...['DENIAL_WITHOUT_ACKNOWLEDGED_REPORT', 'DUE_SOON', 'OVERDUE'],
      ...['REPORT', 'REPORT', 'SECOND_NOTICE'],
    ]);
    expect({ handler, version }).toEqual({ handler: ids.handler, version: 8 });
    await supervision.outbox.drain();
  });

  it('names in each alert who was concerned, so that he does not answer it himself', async () => {
    const supervision = await fresh();
    for (const event of events) await delivered(supervision, event);
    const { states } = await outcome(supervision);
    const concerned = (kind: string) =>
      states.flatMap((state) => ('kind' in state && state.kind === kind ? [state.concerned] : []));
    expect(concerned('SECOND_NOTICE')).toEqual([[ids.handler, ids.investigator]]);
    expect(concerned('OVERDUE')).toEqual([[ids.handler]]);
    expect(concerned('DENIAL_WITHOUT_ACKNOWLEDGED_REPORT')).toEqual([[ids.handler]]);
    await supervision.outbox.drain();
  });
});
