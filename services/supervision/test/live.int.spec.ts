import { caseDispatched, caseDueSoon, caseOverdue } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { connectStreamFollower, type FollowedEvent } from '@onewindow/messaging';
import { query, type StartedService } from '@onewindow/service/testing';
import { friday, ids } from './a-matter.ts';
import {
  aCaseSnapshot,
  handler,
  passerBy,
  startSupervision,
  stranger,
  supervisor,
} from './running-supervision.ts';

let running: StartedService;
beforeAll(async () => {
  running = await startSupervision();
});
afterAll(() => running.stop());

const entity = query<{
  readonly _entities: readonly ({ readonly id: string; readonly level: string } | null)[];
}>(`query ($alerts: [_Any!]!) { _entities(representations: $alerts) {
  ... on SupervisionAlert { id kind level status case { id } department { id } centre { id } } } }`);
const alertFor = async (viewer: Viewer, id: string) => {
  const alerts = [{ __typename: 'SupervisionAlert', id }];
  return (await running.ask(viewer, entity, { alerts }))._entities[0];
};

/** What `alertRaised` is told by, while `work` is done. */
async function raisedDuring(work: () => Promise<void>, count: number): Promise<FollowedEvent[]> {
  const follower = await connectStreamFollower({ url: running.nats.url, name: 'spec' });
  const after = await follower.now('supervision');
  await work();
  const told: FollowedEvent[] = [];
  const events = ['onewindow.supervision.alert.raised.v1'];
  for await (const event of follower.follow({
    events,
    after,
    signal: AbortSignal.timeout(100_000),
  })) {
    told.push(event);
    if (told.length === count) break;
  }
  await follower.close();
  return told;
}

it('tells of an alert by an event whose subject is the alert, with what is filtered by', async () => {
  const cases = running.neighbour('cases');
  const happened = { clock: 'COMMITTED', dueAt: friday } as const;
  const told = await raisedDuring(async () => {
    await cases.tells(caseDispatched, aCaseSnapshot());
    await cases.tells(caseDueSoon, aCaseSnapshot(), { version: 2, happened });
    await cases.tells(caseOverdue, aCaseSnapshot(), { version: 3, happened });
  }, 2);

  const { case: about, department, centre } = ids;
  const shown = { status: 'DETECTED', case: { id: about }, department: { id: department } };
  for (const { envelope } of told) {
    const { snapshot } = envelope.data as { readonly snapshot: object };
    expect(snapshot).toMatchObject({ case: about, department, centre });
    const { kind, level } = snapshot as { readonly kind: string; readonly level: string };
    const alert = { id: envelope.subject, kind, level, ...shown };
    for (const viewer of [supervisor, handler]) {
      expect(await alertFor(viewer, envelope.subject)).toMatchObject(alert);
    }
  }
  const levels = told.map(({ envelope }) => (envelope.data as Raised).snapshot.level);
  expect(levels.sort()).toEqual(['REMINDER', 'YELLOW_CARD']);

  // With each event anew: who may not see the alert is told nothing, also from when his post is another.
  const id = told[0]?.envelope.subject ?? '';
  const moved = [
    { ...handler, department: ids.elsewhere },
    { ...supervisor, centre: ids.elsewhere },
  ];
  for (const viewer of [stranger, passerBy, ...moved]) {
    expect(await alertFor(viewer, id)).toBeNull();
  }
});

interface Raised {
  readonly snapshot: { readonly level: string };
}
