import { randomUUID } from 'node:crypto';
import { itemEntered } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { writeCursor } from '@onewindow/kernel';
import { ids } from './a-case.ts';

import { query, type StartedService } from '@onewindow/service/testing';
import { officer, snapshots, startCases } from './running-cases.ts';

const operator: Viewer = {
  id: 'operator',
  kind: 'SERVICE',
  scopes: new Set(['platform:operate'] as const),
};

interface Row {
  readonly _id: string;
  readonly [field: string]: unknown;
}
interface LetterPage {
  readonly edges: readonly { readonly node: { readonly id: string; readonly event: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
const list = query<{
  readonly casesDeadLetters: LetterPage;
}>(`query ($first: Int, $after: String) { casesDeadLetters(first: $first, after: $after) {
  edges { node { id durable eventType subject event reason attempts failedAt } }
  pageInfo { hasNextPage endCursor } } }`);
const retry = query<{
  readonly answer: object;
}>(`mutation ($id: ID!) { answer: retryCasesDeadLetter(input: { id: $id }) {
  __typename ... on RetryDeadLetterSuccess { deadLetter { id attempts reason } } } }`);
const drop = query<{
  readonly answer: object;
}>(`mutation ($id: ID!) { answer: dropCasesDeadLetter(input: { id: $id }) {
  __typename ... on DropDeadLetterSuccess { id } ... on Rejection { code } } }`);

describe('dead letters through the graph', () => {
  let cases: StartedService;
  beforeAll(async () => {
    cases = await startCases();
  });
  afterAll(async () => {
    await cases.stop();
  });

  /** As the consumer of items leaves one behind. */
  async function letter(snapshot: object): Promise<string> {
    const event = {
      ...{ specversion: '1.0', id: randomUUID(), source: '/onewindow/items' },
      ...{ type: itemEntered.type, subject: ids.item, time: '2026-09-18T01:30:00.000Z' },
      ...{ datacontenttype: 'application/json', aggregateversion: 9, region: ids.region },
      ...{ actor: 'test', data: { happened: {}, snapshot } },
    };
    const id = randomUUID();
    await cases.database.collection<Row>('deadLetters').insertOne({
      ...{ _id: id, durable: 'cases-items', eventId: event.id, event, attempts: 8 },
      ...{ reason: 'Error: as it was', failedAt: '2026-09-18T01:31:00.000Z' },
    });
    return id;
  }
  const all = async () => (await cases.ask(operator, list)).casesDeadLetters.edges;

  it('are listed page by page', async () => {
    const made = [await letter({}), await letter({})].sort();
    const { casesDeadLetters: page } = await cases.ask(operator, list, { first: 1 });
    expect(page).toMatchObject({
      edges: [{ node: { id: made[0], durable: 'cases-items', eventType: itemEntered.type } }],
      pageInfo: { hasNextPage: true },
    });
    expect(JSON.parse(page.edges[0]?.node.event ?? '')).toMatchObject({ subject: ids.item });
    const after = page.pageInfo.endCursor;
    const { casesDeadLetters: next } = await cases.ask(operator, list, { first: 1, after });
    expect(next.edges.map(({ node }) => node.id)).toEqual([made[1]]);
    for (const id of made) await cases.ask(operator, drop, { id });
    expect(await all()).toEqual([]);
  });

  it('are gone when trying again has handled them', async () => {
    const id = await letter(snapshots.item);
    expect(await cases.ask(operator, retry, { id })).toEqual({
      answer: { __typename: 'RetryDeadLetterSuccess', deadLetter: null },
    });
    expect(await all()).toEqual([]);
  });

  it('stay with the new reason when they fail again, until they are dropped', async () => {
    const id = await letter({ id: 'no item' });
    const { answer } = await cases.ask(operator, retry, { id });
    expect(answer).toMatchObject({ deadLetter: { id, attempts: 9 } });
    expect(answer).not.toMatchObject({ deadLetter: { reason: 'Error: as it was' } });
    expect(await cases.ask(operator, drop, { id })).toEqual({
      answer: { __typename: 'DropDeadLetterSuccess', id },
    });
    expect(await cases.ask(operator, drop, { id })).toEqual({
      answer: { __typename: 'NotFound', code: 'NotFound' },
    });
  });

  it('are for operators only, and their cursors are their own', async () => {
    const refused = await cases.operate(officer, list);
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const denied = await cases.operate(officer, drop, { id: 'x' });
    expect(denied.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    for (const after of ['eA', writeCursor('itemsDeadLetters', ['x'])]) {
      const lost = await cases.operate(operator, list, { after });
      expect(lost.errors?.[0]?.extensions?.['kind']).toBe('BAD_CURSOR');
    }
  });
});
