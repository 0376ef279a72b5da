import { itemEntered, itemRegistered } from '@onewindow/contracts';
import { newId } from '@onewindow/persistence';
import { until, type StartedService } from '@onewindow/service/testing';
import { submission, submitCase } from './operations.ts';
import { officer, snapshots, startCases } from './running-cases.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const { item } = snapshots;
const OLD = '0192a000-0000-7000-8000-0000000000';
const submit = async (itemId: string) =>
  (await cases.ask(officer, submitCase, { input: { ...submission, itemId } })).answer;
const isTold = async (ids: readonly string[]) => {
  const rows = cases.database.collection<{ _id: string }>('items');
  await until(async () => (await rows.countDocuments({ _id: { $in: [...ids] } })) === ids.length);
};

it('an item that nobody has told of may be on its way, when its id is new', async () => {
  expect(await submit(newId())).toMatchObject({ __typename: 'NotYetKnown', retryAfter: 2 });
  expect(await submit(`${OLD}91`)).toMatchObject({
    ...{ __typename: 'ItemNotInService', item: `${OLD}91` },
  });
});

it('a draft, which is hidden, is answered like an item that nobody has told of', async () => {
  const [young, old] = [newId(), `${OLD}92`];
  for (const id of [young, old]) {
    await cases.neighbour('items').tells(itemRegistered, { ...item, id, status: 'IDENTIFIED' });
  }
  await isTold([young, old]);
  expect(await submit(young)).toMatchObject({ __typename: 'NotYetKnown' });
  expect(await submit(old)).toMatchObject({ __typename: 'ItemNotInService' });
});

it('an item that anybody may read and that is not in service is no news that is on its way', async () => {
  const suspended = { ...item, id: newId(), status: 'SUSPENDED' } as const;
  await cases.neighbour('items').tells(itemEntered, suspended);
  await isTold([suspended.id]);
  expect(await submit(suspended.id)).toMatchObject({ __typename: 'ItemNotInService' });
});

it('no number is given before the centre is known by whose code it begins', async () => {
  const elsewhere = { ...item, id: newId(), centre: newId() };
  await cases.neighbour('items').tells(itemEntered, elsewhere);
  await isTold([elsewhere.id]);
  expect(await submit(elsewhere.id)).toMatchObject({ __typename: 'NotYetKnown' });
});
