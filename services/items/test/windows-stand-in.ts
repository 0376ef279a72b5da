import {
  centreRegistered,
  departmentRegistered,
  type EventContract,
  type EventEnvelope,
  type OutgoingEvent,
} from '@onewindow/contracts';
import { connectMessaging, type Messaging } from '@onewindow/messaging';
import { idFromCode, type Database } from '@onewindow/persistence';
import { trustClock } from '@onewindow/runtime';

export const REGION = idFromCode('region', '511602000000');
export const DEPARTMENT = idFromCode('department', 'D-1');
export const CENTRE = idFromCode('centre', 'C-1');

const department = {
  id: DEPARTMENT,
  name: '区市监局',
  codes: ['D-1', 'D-1_2'],
  region: REGION,
  centre: null,
};
const centre = { id: CENTRE, code: 'C-1', name: '中心', region: REGION, level: 'DISTRICT_COUNTY' };
const events = [
  event(departmentRegistered, DEPARTMENT, department),
  event(centreRegistered, CENTRE, centre),
];

/** The stream of windows with one department and one centre in it, as a replay would send them. */
export async function startWindowsStream(url: string, database: Database): Promise<Messaging> {
  const messaging = await connectMessaging({
    url,
    service: 'windows',
    clock: trustClock,
    database: database.native,
    source: {
      publishedSince: async function* () {
        yield* await Promise.resolve([]);
      },
      newest: async function* () {
        yield* await Promise.resolve(events.map((one) => ({ event: one, cursor: one.messageId })));
      },
    },
  });
  // The stream is made just after the connection: until then nothing is acknowledged.
  while ((await messaging.publish(events)).failed.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return messaging;
}

function event(contract: EventContract, subject: string, snapshot: object): OutgoingEvent {
  const envelope: EventEnvelope = {
    specversion: '1.0',
    id: idFromCode('event', subject),
    source: '/onewindow/windows',
    type: contract.type,
    subject,
    time: trustClock.now(),
    datacontenttype: 'application/json',
    data: { happened: {}, snapshot },
    aggregateversion: 1,
    region: REGION,
    actor: 'test',
  };
  return { envelope, natsSubject: `${contract.type}._`, messageId: `${subject}:1:v1` };
}
