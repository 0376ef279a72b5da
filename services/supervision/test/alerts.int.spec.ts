import {
  caseDispatched,
  caseDueSoon,
  caseOverdue,
  caseSecondNoticeAttempted,
} from '@onewindow/contracts';
import { writeCursor } from '@onewindow/kernel';
import { until, type StartedService } from '@onewindow/service/testing';
import { friday, ids, later } from './a-matter.ts';
import { alertList, mutation, type AlertRow, type Answer, type PageOf } from './operations.ts';
import {
  aCaseSnapshot,
  asStaff,
  handler,
  holds,
  startSupervision,
  supervisor,
} from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startSupervision();
});
afterAll(() => running.stop());

const give = async (name: string, input: object, viewer = supervisor): Promise<Answer> =>
  (await running.ask(viewer, mutation(name), { input })).answer;
const listed = async (
  variables: object = {},
  viewer = supervisor,
): Promise<readonly AlertRow[]> => {
  const { supervisionAlerts } = await running.ask(viewer, alertList, variables);
  return supervisionAlerts.edges.map(({ node }) => node);
};
const offered = async (id: string, viewer = supervisor) =>
  (
    await running.ask<{ readonly supervisionAlert: unknown }>(
      viewer,
      `query ($id: ID!) {
        supervisionAlert(id: $id) { availableActions actions { name allowed code reason rule } }
      }`,
      { id },
    )
  ).supervisionAlert;
type Listed = { readonly supervisionAlerts: PageOf<AlertRow> };
let version = 0;
const told = async (kind: 'DUE_SOON' | 'OVERDUE', time: string = friday): Promise<string> => {
  const before = new Set((await listed({ first: 100 })).map(({ id }) => id));
  version += 1;
  const contract = kind === 'OVERDUE' ? caseOverdue : caseDueSoon;
  const happened = { clock: 'COMMITTED', dueAt: friday } as const;
  await running.neighbour('cases').tells(contract, aCaseSnapshot(), { version, happened, time });
  let fresh: string | undefined;
  await until(async () => {
    fresh = (await listed({ first: 100 })).find(({ id }) => !before.has(id))?.id;
    return fresh !== undefined;
  });
  return fresh ?? '';
};

describe('from an event to an alert', () => {
  it('a clock that has ended is a yellow card for its department (X10)', async () => {
    const id = await told('OVERDUE');
    const [alert] = await listed({ filter: { kinds: ['OVERDUE'] } });
    expect(alert).toMatchObject({
      id,
      kind: 'OVERDUE',
      level: 'YELLOW_CARD',
      rule: '002:36',
      status: 'DETECTED',
      clock: 'COMMITTED',
      dueAt: '2026-09-18T09:30:00.000+08:00',
      case: { id: ids.case },
      department: { id: ids.department },
      window: { id: ids.window },
      availableActions: ['ACKNOWLEDGE', 'DISMISS'],
    });
  });

  it('a clock that ends soon reminds the handler and his department (X09)', async () => {
    const id = await told('DUE_SOON');
    const [alert] = await listed({ filter: { levels: ['REMINDER'] } }, handler);
    expect(alert).toMatchObject({ id, kind: 'DUE_SOON', rule: '002:106', availableActions: [] });
  });

  it('a second notice is held against who attempted it, with what it demanded (X08)', async () => {
    const happened = { attemptedBy: ids.supervisor, newMaterials: ['委托书'] };
    version += 1;
    await running
      .neighbour('cases')
      .tells(caseSecondNoticeAttempted, aCaseSnapshot(), { version, happened });
    await until(async () => (await listed({ filter: { kinds: ['SECOND_NOTICE'] } })).length === 1);
    const [alert] = await listed({ filter: { kinds: ['SECOND_NOTICE'] } });
    expect(alert).toMatchObject({ materials: ['委托书'], rule: '002:33', availableActions: [] });
    expect(await give('acknowledgeAlert', { alertId: alert?.id })).toMatchObject({
      __typename: 'HandlerMayNotSupervise',
      rule: '003:39',
    });
  });
});

describe('a supervisor', () => {
  it('verifies an alert, with a note', async () => {
    const alertId = await told('OVERDUE');
    const { alert } = await give('acknowledgeAlert', { alertId, note: '已督办' });
    expect(alert).toMatchObject({
      status: 'ACKNOWLEDGED',
      acknowledgement: { by: { id: ids.supervisor }, words: '已督办' },
      availableActions: ['DISMISS'],
    });
    expect(await give('acknowledgeAlert', { alertId })).toMatchObject({
      __typename: 'NotPermittedInStatus',
    });
  });

  it('dismisses one with a reason; it stays', async () => {
    const alertId = await told('OVERDUE');
    expect(await give('dismissAlert', { alertId, reason: ' ' })).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ path: 'reason' }],
    });
    const { alert } = await give('dismissAlert', { alertId, reason: '录入错误' });
    expect(alert).toMatchObject({ status: 'DISMISSED', dismissal: { words: '录入错误' } });
    const dismissed = await listed({ filter: { statuses: ['DISMISSED'] } });
    expect(dismissed.map(({ id }) => id)).toContain(alertId);
  });

  it('who is the handler may not, whatever scope he has (003:39)', async () => {
    const alertId = await told('OVERDUE');
    const both = asStaff(ids.handler, ['supervision:handle', 'cases:handle']);
    const refused = { allowed: false, code: 'HandlerMayNotSupervise', rule: '003:39' };
    expect(await offered(alertId, both)).toEqual({
      availableActions: [],
      actions: [
        {
          name: 'ACKNOWLEDGE',
          ...refused,
          reason: expect.stringMatching(/承办人|supervises/u) as string,
        },
        {
          name: 'DISMISS',
          ...refused,
          reason: expect.stringMatching(/承办人|supervises/u) as string,
        },
      ],
    });
    expect(await offered(alertId)).toEqual({
      availableActions: ['ACKNOWLEDGE', 'DISMISS'],
      actions: ['ACKNOWLEDGE', 'DISMISS'].map((name) => ({
        ...{ name, allowed: true, code: null, rule: null, reason: null },
      })),
    });
    for (const [name, input] of [
      ['acknowledgeAlert', { alertId }],
      ['dismissAlert', { alertId, reason: '录入错误' }],
    ] as const) {
      expect(await give(name, input, both)).toMatchObject({
        __typename: 'HandlerMayNotSupervise',
      });
    }
  });

  it('is not answered by who brings no staff id: nobody can say that he is not the handler', async () => {
    const alertId = await told('OVERDUE');
    const { staffId: _, ...unknown } = asStaff(ids.handler, ['supervision:handle']);
    const seen = (await listed({ first: 100 }, unknown)).find(({ id }) => id === alertId);
    expect(seen?.availableActions).toEqual([]);
    for (const [name, words] of [
      ['acknowledgeAlert', {}],
      ['dismissAlert', { reason: '误报' }],
    ] as const) {
      expect(await give(name, { alertId, ...words }, unknown)).toMatchObject({
        __typename: 'NotAuthorized',
      });
    }
  });

  it('who has taken the case in hand since may not either (A38)', async () => {
    const alertId = await told('OVERDUE');
    version += 1;
    const dispatched = aCaseSnapshot({ handler: ids.investigator });
    await running.neighbour('cases').tells(caseDispatched, dispatched, { version });
    await until(async () => {
      const row = await running.database
        .collection<{ _id: string; handler: string }>('cases')
        .findOne({ _id: ids.case });
      return row?.handler === ids.investigator;
    });
    const since = asStaff(ids.investigator, ['supervision:handle']);
    expect(await give('acknowledgeAlert', { alertId }, since)).toMatchObject({
      __typename: 'HandlerMayNotSupervise',
    });
  });

  it('is told when the screen is stale, and repeats harmlessly', async () => {
    const alertId = await told('OVERDUE');
    const command = { alertId, commandId: 'c-1', expectedVersion: 1 };
    const first = await give('acknowledgeAlert', command);
    expect(first).toMatchObject({ __typename: 'AcknowledgeAlertSuccess' });
    expect(await give('acknowledgeAlert', command)).toEqual(first);
    const stale = { alertId, reason: '录入错误', expectedVersion: 1 };
    expect(await give('dismissAlert', stale)).toMatchObject({ __typename: 'Conflict' });
  });

  it('is refused a note without end', async () => {
    const alertId = await told('OVERDUE');
    expect(await give('acknowledgeAlert', { alertId, note: '长'.repeat(2_001) })).toMatchObject({
      fields: [{ path: 'note' }],
    });
  });
});

describe('the list', () => {
  it('is walked either way, page by page, without a gap or a double', async () => {
    for (const day of ['09-21', '09-22', '09-23']) await told('OVERDUE', later(day));
    const newest = (await listed({ first: 100 })).map(({ id }) => id);
    const oldest = await listed({ first: 100, orderBy: 'OCCURRED_AT_ASC' });
    expect(oldest.map(({ id }) => id)).toEqual([...newest].reverse());
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { supervisionAlerts: page }: Listed = await running.ask(supervisor, alertList, {
        first: 2,
        after,
      });
      walked.push(...page.edges.map(({ node }) => node.id));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(walked).toEqual(newest);
  });

  it('refuses a cursor that is not its own, and a page of more than a hundred', async () => {
    for (const variables of [{ after: 'x' }, { first: 101 }]) {
      const { errors } = await running.operate(supervisor, alertList, variables);
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
    const { supervisionAlerts: page }: Listed = await running.ask(supervisor, alertList);
    const own = page.pageInfo.endCursor ?? '';
    const [list, ...position] = JSON.parse(Buffer.from(own, 'base64url').toString()) as string[];
    // Lists of several nouns have an order of the same name and of the same values.
    const other = writeCursor((list ?? '').replace('alerts', 'complaints'), position);
    const { errors } = await running.operate(supervisor, alertList, { after: other });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', kind: 'BAD_CURSOR' });
    expect((await running.operate(supervisor, alertList, { after: own })).errors).toBeUndefined();
  });
});

describe('an event that comes again', () => {
  it('raises nothing a second time, nor does it when the service was down', async () => {
    const happened = { clock: 'DECISION', dueAt: friday } as const;
    const before = (await listed({ first: 100 })).length;
    version += 1;
    const event = await running
      .neighbour('cases')
      .tells(caseOverdue, aCaseSnapshot(), { version, happened });
    await holds(running, 'alerts', before + 1);
    await running.neighbour('cases').repeats(event);
    await running.stopService();
    await running.neighbour('cases').repeats(event);
    version += 1;
    await running.neighbour('cases').tells(caseOverdue, aCaseSnapshot(), { version, happened });
    await running.startService();
    await holds(running, 'alerts', before + 2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await listed({ first: 100 })).length).toBe(before + 2);
  });
});
