import { randomUUID } from 'node:crypto';
import { caseOverdue } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { query, type StartedService } from '@onewindow/service/testing';
import { friday, ids } from './a-matter.ts';
import { alertList } from './operations.ts';
import { aCaseSnapshot, startSupervision, supervisor } from './running-supervision.ts';

const operator: Viewer = {
  id: 'operator',
  kind: 'SERVICE',
  scopes: new Set(['platform:operate'] as const),
};
const list = query<{
  readonly supervisionDeadLetters: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
}>(`{ supervisionDeadLetters { edges { node { id durable eventType reason attempts } } } }`);
const command = (name: string) =>
  query<{ readonly answer: object }>(
    `mutation ($id: ID!) { answer: ${name}SupervisionDeadLetter(input: { id: $id }) {
      __typename ... on Rejection { code } } }`,
  );

let running: StartedService;
beforeAll(async () => {
  running = await startSupervision();
});
afterAll(() => running.stop());

interface Row {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** As the consumer of cases leaves one behind. */
async function letter(data: object): Promise<string> {
  const id = randomUUID();
  const event = {
    specversion: '1.0',
    id: randomUUID(),
    source: '/onewindow/cases',
    subject: ids.case,
    type: caseOverdue.type,
    time: friday,
    datacontenttype: 'application/json',
    aggregateversion: 9,
    region: ids.region,
    actor: 'test',
    data,
  };
  await running.database.collection<Row>('deadLetters').insertOne({
    _id: id,
    durable: 'supervision-reactions',
    eventId: event.id,
    event,
    attempts: 8,
    reason: 'Error: as it was',
    failedAt: friday,
  });
  return id;
}
const listed = async () =>
  (await running.ask(operator, list)).supervisionDeadLetters.edges.map(({ node }) => node.id);

describe('dead letters', () => {
  it('are tried again: the alert is raised and the letter is gone', async () => {
    const happened = { clock: 'DECISION', dueAt: friday };
    const id = await letter({ happened, snapshot: aCaseSnapshot() });
    expect(await listed()).toEqual([id]);
    expect(await running.ask(operator, command('retry'), { id })).toEqual({
      answer: { __typename: 'RetryDeadLetterSuccess' },
    });
    expect(await listed()).toEqual([]);
    const { supervisionAlerts } = await running.ask(supervisor, alertList);
    expect(supervisionAlerts.edges.map(({ node }) => node.kind)).toEqual(['OVERDUE']);
  });

  it('stay when they fail again, until they are dropped', async () => {
    const id = await letter({ snapshot: {} });
    await running.ask(operator, command('retry'), { id });
    expect(await listed()).toEqual([id]);
    await running.ask(operator, command('drop'), { id });
    expect(await listed()).toEqual([]);
    expect(await running.ask(operator, command('drop'), { id })).toEqual({
      answer: { __typename: 'NotFound', code: 'NotFound' },
    });
  });

  it('are for operators only', async () => {
    for (const text of [list, command('retry'), command('drop')]) {
      const { errors } = await running.operate(supervisor, text, { id: 'x' });
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
