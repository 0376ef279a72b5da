import { caseDispatched, caseOverdue } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { query, type StartedService } from '@onewindow/service/testing';
import { friday, ids } from './a-matter.ts';
import { alertList, caseEdges, complaintList, mutation, type CaseSeen } from './operations.ts';
import {
  aCaseSnapshot,
  asStaff,
  citizen,
  handler,
  holds,
  passerBy,
  startSupervision,
  stranger,
  supervisor,
} from './running-supervision.ts';

const caseId = (at: number) => `0192c000-0000-7000-8000-${at.toString().padStart(12, '0')}`;
const all = Array.from({ length: 100 }, (_, at) => caseId(at));
const references = (count: number) => all.slice(0, count).map((id) => ({ __typename: 'Case', id }));

let running: StartedService;
let complaint = '';
beforeAll(async () => {
  running = await startSupervision();
  const cases = running.neighbour('cases');
  const happened = { clock: 'COMMITTED', dueAt: friday } as const;
  await cases.tells(caseDispatched, aCaseSnapshot({ id: caseId(0) }));
  for (const id of all) {
    await cases.tells(caseOverdue, aCaseSnapshot({ id }), { version: 2, happened });
  }
  await holds(running, 'alerts', 100);
  await holds(running, 'cases', 100);
  const input = { caseId: caseId(0), targetId: ids.handler, text: '态度粗暴' };
  const { answer } = await running.ask(citizen, mutation('fileComplaint'), { input });
  complaint = answer.complaint?.id ?? '';
});
afterAll(() => running.stop());

const seenBy = async (viewer: Viewer, count = 1): Promise<readonly CaseSeen[]> =>
  (await running.ask(viewer, caseEdges, { references: references(count) }))._entities;

describe('what a page of cases costs', () => {
  it.each([1, 10, 100])(
    'of %i: one command for their alerts, one for their complaints',
    async (count) => {
      const ask = (counted: boolean) => async () => {
        const variables = { references: references(count), counted };
        await running.ask(supervisor, caseEdges, variables);
      };
      expect(await running.costOf(ask(false))).toBe(2);
      expect(await running.costOf(ask(true))).toBe(4);
      const seen = await seenBy(supervisor, count);
      expect(seen.map(({ alerts }) => alerts.totalCount)).toEqual(all.slice(0, count).map(() => 1));
      expect(seen[0]?.complaints.totalCount).toBe(1);
    },
  );

  it.each([1, 10, 100])('of %i alerts as entities: one', async (count) => {
    const page = await running.ask(supervisor, alertList, { first: count });
    const alerts = page.supervisionAlerts.edges.map(({ node: { id } }) => ({
      __typename: 'SupervisionAlert',
      id,
    }));
    const entities = query<{ readonly _entities: readonly unknown[] }>(
      `query ($alerts: [_Any!]!) { _entities(representations: $alerts) {
        ... on SupervisionAlert { id kind availableActions case { id } } } }`,
    );
    let found: readonly unknown[] = [];
    const ask = async () => {
      found = (await running.ask(supervisor, entities, { alerts }))._entities;
    };
    expect(await running.costOf(ask)).toBe(1);
    expect(found.filter((alert) => alert !== null)).toHaveLength(count);
  });
});

const others: readonly (readonly [string, Viewer])[] = [
  ['a supervisor of another centre', { ...supervisor, centre: ids.elsewhere }],
  ['a handler of another department', { ...handler, department: ids.elsewhere }],
  ['staff without a scope for it', asStaff('x', ['items:edit'])],
  ['a program', { id: 'program', kind: 'SERVICE', scopes: new Set(['platform:operate']) }],
  ['somebody else', stranger],
  ['somebody unknown', passerBy],
];

describe('what a viewer may not see does not exist for him', () => {
  const single = query<{
    readonly supervisionAlert: unknown;
    readonly efficiencyComplaint: unknown;
    readonly _entities: readonly unknown[];
  }>(`query ($alert: ID!, $complaint: ID!, $entities: [_Any!]!) {
    supervisionAlert(id: $alert) { id } efficiencyComplaint(id: $complaint) { id text }
    _entities(representations: $entities) {
      ... on SupervisionAlert { id } ... on EfficiencyComplaint { id text } } }`);
  const entitiesOnly = query<{ readonly _entities: readonly unknown[] }>(
    `query ($entities: [_Any!]!) { _entities(representations: $entities) {
      ... on SupervisionAlert { id } ... on EfficiencyComplaint { id text } } }`,
  );
  const known = async () => {
    const { supervisionAlerts } = await running.ask(supervisor, alertList, { first: 1 });
    const alert = supervisionAlerts.edges[0]?.node.id ?? '';
    const entities = [
      { __typename: 'SupervisionAlert', id: alert },
      { __typename: 'EfficiencyComplaint', id: complaint },
    ];
    return { alert, complaint, entities };
  };

  it.each(others)('%s: not by an edge of the case, nor in its counts', async (_, viewer) => {
    const [seen] = await seenBy(viewer);
    expect(seen).toEqual({
      alerts: { totalCount: 0, edges: [] },
      complaints: { totalCount: 0, edges: [] },
    });
  });

  it.each(others)('%s: not as an entity', async (_, viewer) => {
    const { entities } = await known();
    const { _entities } = await running.ask(viewer, entitiesOnly, { entities });
    expect(_entities).toEqual([null, null]);
  });

  it.each(others.filter(([, { kind }]) => kind !== 'ANONYMOUS'))(
    '%s: not at the root',
    async (_, viewer) => {
      const found = await running.ask(viewer, single, await known());
      expect(found).toEqual({
        supervisionAlert: null,
        efficiencyComplaint: null,
        _entities: [null, null],
      });
    },
  );

  it.each(others.slice(0, 2))('%s: not in a list', async (_, viewer) => {
    const { supervisionAlerts } = await running.ask(viewer, alertList);
    const { efficiencyComplaints } = await running.ask(viewer, complaintList);
    expect([supervisionAlerts.totalCount, efficiencyComplaints.totalCount]).toEqual([0, 0]);
  });

  it.each(others.slice(2))('%s: may not ask for the lists at all', async (_, viewer) => {
    for (const list of [alertList, complaintList]) {
      const { errors } = await running.operate(viewer, list);
      expect(errors?.[0]?.extensions?.['code']).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
    }
  });

  it('a supervisor of another centre: not to a command', async () => {
    const { alert } = await known();
    const elsewhere = { ...supervisor, centre: ids.elsewhere };
    for (const [name, input] of [
      ['acknowledgeAlert', { alertId: alert }],
      ['acceptComplaint', { complaintId: complaint }],
    ] as const) {
      const { answer } = await running.ask(elsewhere, mutation(name), { input });
      expect(answer.__typename).toBe('NotFound');
    }
  });
});

describe('who has to do with a case', () => {
  it('the handler of its department sees its alerts, and no complaint', async () => {
    const [seen] = await seenBy(handler);
    expect(seen).toMatchObject({ alerts: { totalCount: 1 }, complaints: { totalCount: 0 } });
    const { efficiencyComplaints } = await running.ask(handler, complaintList);
    expect(efficiencyComplaints.totalCount).toBe(0);
  });

  it('the complainant sees his complaint, and no alert', async () => {
    const [seen] = await seenBy(citizen);
    expect(seen).toMatchObject({
      alerts: { totalCount: 0 },
      complaints: { totalCount: 1, edges: [{ node: { id: complaint } }] },
    });
  });
});
