import {
  caseRejected,
  caseReturned,
  departmentChanged,
  type OutgoingEvent,
} from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import type { ReplicaRow } from '@onewindow/persistence';
import { until, type StartedService } from '@onewindow/service/testing';
import { friday, ids, later } from './a-matter.ts';
import { alertList, mutation, reportList, type Answer, type ReportRow } from './operations.ts';
import {
  aCaseSnapshot,
  aDepartment,
  asStaff,
  handler,
  holds,
  investigator,
  startSupervision,
  superior,
  supervisor,
} from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startSupervision();
});
afterAll(() => running.stop());

const investigatorOfCases = asStaff(ids.investigator, ['cases:handle']);
/** The event names somebody who is not in charge: nothing comes of that. */
const happened = { rule: '行政许可法 38', reporter: ids.handler, superior: ids.investigator };
const decision = { seal: ids.item, decidedBy: ids.handler };
const denied = aCaseSnapshot({ status: 'REJECTED', decidedBy: ids.handler });
const give = async (name: string, input: object, viewer = superior): Promise<Answer> =>
  (await running.ask(viewer, mutation(name), { input })).answer;
const listed = async (viewer = supervisor): Promise<readonly ReportRow[]> =>
  (await running.ask(viewer, reportList)).negativeDecisionReports.edges.map(({ node }) => node);
let version = 0;
const reported = async (more: object = happened): Promise<string> => {
  const before = new Set((await listed()).map(({ id }) => id));
  version += 1;
  await running.neighbour('cases').tells(caseRejected, denied, {
    version,
    time: friday,
    happened: { rule: happened.rule, ...decision, ...more },
  });
  let fresh: string | undefined;
  await until(async () => {
    fresh = (await listed()).find(({ id }) => !before.has(id))?.id;
    return fresh !== undefined;
  });
  return fresh ?? '';
};

let told = 1;
let lastTold: OutgoingEvent;
/** Until supervision knows who is in charge of the department. */
const inCharge = async (leaderInCharge: string | null): Promise<void> => {
  told += 1;
  lastTold = await running
    .neighbour('windows')
    .tells(departmentChanged, { ...aDepartment, leaderInCharge }, { version: told });
  await until(async () => {
    const row = await running.database
      .collection<ReplicaRow>('departments')
      .findOne({ _id: ids.department });
    return row?.sourceVersion === told;
  });
};

describe('a denial is reported (X12, 000:14)', () => {
  it('to the leader in charge, whomever it named, who acknowledges it, and is put on file', async () => {
    const reportId = await reported();
    const [seen] = await listed(superior);
    expect(seen).toMatchObject({
      id: reportId,
      denial: 'REJECTED',
      status: 'SUBMITTED_TO_SUPERIOR',
      case: { id: ids.case },
      reporter: { id: ids.handler },
      superior: { id: ids.superior },
      rule: happened.rule,
      overdue: false,
      availableActions: ['ACKNOWLEDGE', 'OVERTURN'],
      deadline: { rule: '000:14', dueAt: '2026-09-21T00:00:00.000+08:00' },
    });
    expect(await give('acknowledgeNegativeReport', { reportId }, handler)).toMatchObject({
      __typename: 'NotTheSuperior',
      rule: '000:14',
    });
    expect(await give('acknowledgeNegativeReport', { reportId, note: '已阅' })).toMatchObject({
      report: { status: 'ACKNOWLEDGED', acknowledgement: { words: '已阅' } },
    });
    expect(await give('fileNegativeReport', { reportId })).toMatchObject({
      __typename: 'NotAuthorized',
    });
    expect(await give('fileNegativeReport', { reportId }, handler)).toMatchObject({
      report: { status: 'FILED' },
    });
  });

  it('once, however often the event comes, and so is a case that is not accepted (A22)', async () => {
    const before = (await listed()).length;
    version += 1;
    const event = await running
      .neighbour('cases')
      .tells(caseReturned, aCaseSnapshot({ status: 'RETURNED' }), { version, happened });
    await holds(running, 'negativeReports', before + 1);
    await running.neighbour('cases').repeats(event);
    await reported();
    const all = await listed();
    expect(all).toHaveLength(before + 2);
    expect(JSON.stringify(all)).toContain('"denial":"RETURNED"');
  });

  it('waits where nobody is in charge, or the reporter himself, and goes to who is then, once', async () => {
    const submit = (reportId: string, more: object = {}) =>
      give('submitNegativeReport', { reportId, ...more }, handler);
    await inCharge(null);
    const reportId = await reported();
    expect(await submit(reportId, { superiorId: ids.investigator })).toMatchObject({
      __typename: 'NoLeaderInCharge',
      rule: '002:100, 000:14',
    });
    await inCharge(ids.handler);
    const own = await reported();
    for (const id of [reportId, own]) {
      const found = (await listed()).find((report) => report.id === id);
      expect(found).toMatchObject({ status: 'REPORT_WRITTEN', superior: null });
      expect(await submit(id)).toMatchObject({ __typename: 'SuperiorIsReporter' });
    }
    // By themselves, to who is named first and may be told.
    await inCharge(ids.superior);
    const sent = async () =>
      (await listed()).filter(
        ({ id, status }) => [reportId, own].includes(id) && status !== 'REPORT_WRITTEN',
      );
    await until(async () => (await sent()).length === 2);
    await inCharge(ids.investigator);
    const before = { status: 'SUBMITTED_TO_SUPERIOR', superior: { id: ids.superior } };
    expect(await sent()).toMatchObject([before, before]);
    await running.neighbour('windows').repeats(lastTold);
    await reported();
    expect(await sent()).toMatchObject([before, before]);
    expect(await submit(reportId)).toMatchObject({ __typename: 'NotPermittedInStatus' });
    expect(await give('acknowledgeNegativeReport', { reportId }, investigator)).toMatchObject({
      __typename: 'NotTheSuperior',
    });
    expect(await give('acknowledgeNegativeReport', { reportId })).toMatchObject({
      report: { status: 'ACKNOWLEDGED', superior: { id: ids.superior } },
    });
    await inCharge(ids.superior);
  });

  it('and may be overturned, with a reason', async () => {
    const reportId = await reported();
    expect(await give('overturnNegativeReport', { reportId, reason: '' })).toMatchObject({
      fields: [{ path: 'reason' }],
    });
    expect(await give('overturnNegativeReport', { reportId, reason: '依据不足' })).toMatchObject({
      report: { status: 'OVERTURNED', overturning: { words: '依据不足' } },
    });
    const stored = await running.database.collection('negativeReports').find().toArray();
    expect(JSON.stringify(stored)).not.toContain('依据不足');
  });

  it('is seen by its department, its centre and its superior, and by nobody else', async () => {
    const reportId = await reported();
    const others = [
      asStaff('x', ['cases:handle'], { department: ids.elsewhere }),
      asStaff('x', ['supervision:handle'], { centre: ids.elsewhere }),
      asStaff('x', []),
    ];
    for (const viewer of others) {
      expect(await listed(viewer)).toEqual([]);
      expect(await give('acknowledgeNegativeReport', { reportId }, viewer)).toMatchObject({
        __typename: 'NotFound',
      });
    }
    for (const viewer of [handler, supervisor, superior]) {
      expect((await listed(viewer)).map(({ id }) => id)).toContain(reportId);
    }
  });
});

describe('what is reported (000:14)', () => {
  it('is named to who reports, to the superior and to supervision, with the item; to nobody else', async () => {
    const reportId = await reported();
    const grounds = async (viewer: Viewer) =>
      (await listed(viewer)).find(({ id }) => id === reportId)?.grounds;
    const key = { id: `${ids.case}:${friday}` };
    for (const viewer of [handler, superior, supervisor]) {
      expect(await grounds(viewer)).toEqual(key);
    }
    // They see that there is a report; of a superior without a staff id nobody knows that he is one.
    const { staffId: _, ...unknown } = asStaff(ids.handler, ['cases:handle']);
    for (const viewer of [
      investigatorOfCases,
      asStaff(ids.investigator, ['cases:centre']),
      unknown,
    ]) {
      expect(await grounds(viewer)).toBeNull();
    }
    const [seen] = await listed(superior);
    expect(seen).toMatchObject({ item: { id: ids.item } });
  });
});

describe('a report that nobody acknowledges in time', () => {
  it('raises one alert against who denied, also when the service was down', async () => {
    const reportId = await reported();
    const answered = await reported();
    await give('acknowledgeNegativeReport', { reportId: answered });
    await running.stopService();
    running.at(later('09-21', '00:00'));
    await running.startService();
    const filter = { kinds: ['DENIAL_WITHOUT_ACKNOWLEDGED_REPORT'] };
    const raised = async () =>
      (await running.ask(supervisor, alertList, { first: 100, filter })).supervisionAlerts.edges
        .map(({ node }) => JSON.stringify(node))
        .filter((alert) => alert.includes(reportId) || alert.includes(answered));
    await until(async () => (await raised()).length > 0);
    const [alert, ...more] = await raised();
    expect(more).toEqual([]);
    expect(JSON.parse(alert ?? '')).toMatchObject({
      level: 'YELLOW_CARD',
      rule: '000:14',
      case: { id: ids.case },
      occurredAt: '2026-09-21T00:00:00.000+08:00',
      negativeDecisionReport: { id: reportId, status: 'SUBMITTED_TO_SUPERIOR' },
    });
    const { id: alertId } = JSON.parse(alert ?? '') as { readonly id: string };
    const reporter = asStaff(ids.handler, ['supervision:handle']);
    expect(await give('acknowledgeAlert', { alertId }, reporter)).toMatchObject({
      __typename: 'HandlerMayNotSupervise',
    });
    expect(await give('acknowledgeNegativeReport', { reportId })).toMatchObject({
      report: { status: 'ACKNOWLEDGED', overdue: true },
    });
  });
});
