import { randomUUID } from 'node:crypto';
import { itemPublished } from '@onewindow/contracts';
import { query, until } from '@onewindow/service/testing';
import { aCertificate, item } from './a-neighbour.ts';
import { ids } from './an-entry.ts';
import { atTheDesk } from './at-the-desk.ts';
import { editor, operator, startDisclosure, type RunningDisclosure } from './running-disclosure.ts';

let disclosure: RunningDisclosure;
beforeAll(async () => {
  disclosure = await startDisclosure();
});
afterAll(async () => {
  await disclosure.stop();
});

interface Row {
  readonly _id: string;
  readonly [field: string]: unknown;
}
const letters = query<{
  readonly disclosureDeadLetters: { readonly edges: readonly { readonly node: object }[] };
}>('{ disclosureDeadLetters { edges { node { id durable eventType subject attempts } } } }');
const retry = query<{ readonly answer: { readonly deadLetter?: object | null } }>(
  `mutation ($id: ID!) { answer: retryDisclosureDeadLetter(input: { id: $id }) {
    __typename ... on RetryDeadLetterSuccess { deadLetter { id attempts reason } } } }`,
);
const drop = query<{ readonly answer: object }>(
  `mutation ($id: ID!) { answer: dropDisclosureDeadLetter(input: { id: $id }) { __typename } }`,
);

it('a result of an item that nobody knows waits as a dead letter, is told when it is tried again, once', async () => {
  const { count } = atTheDesk(() => disclosure);
  const id = randomUUID();
  const event = aCertificate();
  await disclosure.database.collection<Row>('deadLetters').insertOne({
    ...{ _id: id, durable: 'disclosure-results', eventId: event.id, event, attempts: 8 },
    ...{ reason: 'Error: as it was', failedAt: '2026-09-18T01:31:00.000Z' },
  });
  const results = { item: ids.item, phase: 'AFTER' };
  expect(await disclosure.ask(operator, retry, { id })).toMatchObject({
    answer: { deadLetter: { id, attempts: 9 } },
  });
  expect(await count(results)).toBe(0);
  const { disclosureDeadLetters: page } = await disclosure.ask(operator, letters);
  expect(page.edges).toMatchObject([{ node: { id, durable: 'disclosure-results' } }]);

  await disclosure.neighbour('items').tells(itemPublished, item);
  await until(async () => (await count({ item: ids.item })) === 1);
  // What the result needs to know of the item comes by a consumer of its own.
  await until(async () => {
    const { answer } = await disclosure.ask(operator, retry, { id });
    return answer.deadLetter === null;
  });
  expect(await count(results)).toBe(1);
  expect(await disclosure.ask(operator, drop, { id })).toEqual({
    answer: { __typename: 'NotFound' },
  });
  const denied = await disclosure.operate(editor, letters);
  expect(denied.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});
