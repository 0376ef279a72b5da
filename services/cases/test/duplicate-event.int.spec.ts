import {
  authorizationRevoked,
  itemEntered,
  itemSuspended,
  staffWithdrawn,
} from '@onewindow/contracts';
import { mutation, submission, submitCase, type MutationAnswer } from './operations.ts';
import { until, type StartedService } from '@onewindow/service/testing';
import { officer, snapshots, startCases } from './running-cases.ts';

let cases: StartedService;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(async () => {
  await cases.stop();
});

const { item, letter, staff } = snapshots;
interface Row {
  readonly _id: string;
  readonly sourceVersion: number;
  readonly revision?: number;
}
const submit = async (matter: string): Promise<MutationAnswer> =>
  (await cases.ask(officer, submitCase, { input: { ...submission, matter } })).answer;
const rowOf = (collection: string, id: string) =>
  cases.database.collection<Row>(collection).findOne({ _id: id });
const reaches = (collection: string, id: string, version: number) =>
  until(async () => (await rowOf(collection, id))?.sourceVersion === version);

it('an item that is suspended takes no applications, and an older event does not bring it back', async () => {
  const entered = await cases.neighbour('items').tells(itemEntered, item, { version: 2 });
  await reaches('items', item.id, 2);
  await cases
    .neighbour('items')
    .tells(itemSuspended, { ...item, status: 'SUSPENDED' }, { version: 3 });
  await reaches('items', item.id, 3);
  expect(await submit('suspended')).toMatchObject({
    __typename: 'ItemNotInService',
    rule: '002:15',
    item: item.id,
  });

  await cases.neighbour('items').repeats(entered);
  await cases.neighbour('items').tells(itemEntered, { ...item, revision: 4 }, { version: 4 });
  await reaches('items', item.id, 4);
  expect((await rowOf('items', item.id))?.revision).toBe(4);
  expect(await submit('entered again')).toMatchObject({ __typename: 'SubmitCaseSuccess' });
});

it('a revoked letter lets nobody accept any more (002:37)', async () => {
  const { case: subject } = await submit('revoked');
  await cases
    .neighbour('windows')
    .tells(authorizationRevoked, { ...letter, status: 'REVOKED' }, { version: 9 });
  await reaches('letters', letter.id, 9);
  const input = { caseId: subject.id, rightsInformed: true };
  const { answer } = await cases.ask(officer, mutation('acceptCase'), { input });
  expect(answer).toMatchObject({ __typename: 'NotAuthorizedForItem', rule: '002:37' });
});

it('who has left the post takes nothing in (002:108)', async () => {
  const gone = { ...staff, onPost: false, window: null, centre: null, post: null };
  await cases.neighbour('windows').tells(staffWithdrawn, gone, { version: 9 });
  await reaches('staff', staff.id, 9);
  expect(await submit('off post')).toMatchObject({ __typename: 'NotOnPost' });
});
