import { connectStreamFollower, type FollowedEvent } from '@onewindow/messaging';
import { atTheDesk } from './at-the-desk.ts';
import { ids } from './an-entry.ts';
import {
  anybody,
  editor,
  entities,
  reviewer,
  startDisclosure,
  type RunningDisclosure,
} from './running-disclosure.ts';

let disclosure: RunningDisclosure;
const { does, published } = atTheDesk(() => disclosure);
beforeAll(async () => {
  disclosure = await startDisclosure();
});
afterAll(() => disclosure.stop());

const entityFor = async (id: string) => {
  const references = [{ __typename: 'DisclosureEntry', id }];
  return (await disclosure.ask(anybody, entities, { references }))._entities[0];
};

/** What `disclosurePublished` is told by, while `work` is done. */
async function toldOf(
  work: () => Promise<unknown>,
): Promise<FollowedEvent['envelope'] | undefined> {
  const follower = await connectStreamFollower({ url: disclosure.nats.url, name: 'spec' });
  const after = await follower.now('disclosure');
  await work();
  const events = ['onewindow.disclosure.entry.published.v1'];
  const signal = AbortSignal.timeout(100_000);
  try {
    for await (const { envelope } of follower.follow({ events, after, signal })) return envelope;
    return undefined;
  } finally {
    await follower.close();
  }
}

it('tells of an entry when it is public, by an event with what is filtered by', async () => {
  let id = '';
  const envelope = await toldOf(async () => (id = await published({ title: '推送的条目' })));
  expect(envelope).toMatchObject({
    subject: id,
    data: {
      snapshot: {
        ...{ phase: 'BEFORE', nature: 'STATUTORY_DUTY', item: null },
        department: ids.department,
      },
    },
  });
  expect(await entityFor(id)).toMatchObject({ id, title: '推送的条目' });
});

it('has nothing to tell of an entry that was taken back meanwhile', async () => {
  const id = await published({ title: '随即撤回的条目' });
  const withdrawn = await does(reviewer, 'withdrawDisclosureEntry', {
    entryId: id,
    reason: '有误',
    ground: 'INCORRECT',
  });
  expect(withdrawn.__typename).toBe('WithdrawDisclosureEntrySuccess');
  expect(await entityFor(id)).toBeNull();
});

it('tells nothing while an entry is written and reviewed', async () => {
  let id = '';
  const envelope = await toldOf(async () => {
    id = (await does(editor, 'draftDisclosureEntry', { content: draft })).entry.id;
    await does(editor, 'submitDisclosureEntry', { entryId: id });
    await published({ title: '之后公开的条目' });
  });
  expect(envelope?.subject).not.toBe(id);
  expect(await entityFor(id)).toBeNull();
});

const draft = {
  ...{ title: '草稿', body: '正文', basis: '000:15', phase: 'BEFORE' },
  ...{ nature: 'GOAL', cadence: 'PERMANENT' },
};
