import {
  certificateIssued,
  itemAbolished,
  itemEntered,
  itemPublished,
  itemRegistered,
  itemRevised,
} from '@onewindow/contracts';
import { newId } from '@onewindow/persistence';
import { until } from '@onewindow/service/testing';
import { issuedCase, item } from './a-neighbour.ts';
import { ids } from './an-entry.ts';
import { atTheDesk } from './at-the-desk.ts';
import {
  anybody,
  both,
  editor,
  entities,
  reviewer,
  startDisclosure,
  words,
  type RunningDisclosure,
} from './running-disclosure.ts';

let disclosure: RunningDisclosure;
beforeAll(async () => {
  disclosure = await startDisclosure();
});
afterAll(async () => {
  await disclosure.stop();
});

const { list, does, drafted, titles, count, entryOf, published } = atTheDesk(() => disclosure);

describe('what happens to an item is told by itself', () => {
  const about = { item: item.id };
  const time = (minute: number) => ({ time: `2026-09-18T02:0${minute.toString()}:00.000Z` });

  it('when it is published: before anything is handled, on board, guide, hall and web (X02)', async () => {
    const items = disclosure.neighbour('items');
    await items.tells(itemPublished, item, { version: 2, ...time(2) });
    await until(async () => (await count(about)) === 1);
    const [edge] = (await list({ filter: about })).edges;
    expect(edge?.node).toMatchObject({
      ...{ status: 'PUBLISHED_BEFORE', title: '食品经营许可', basis: '行政许可法 30' },
      ...{ phase: 'BEFORE', nature: 'STATUTORY_DUTY', cadence: 'PERMANENT', centre: null },
      ...{ channels: ['BOARD', 'HALL', 'PRINTED', 'INTERNET'], item: { id: item.id } },
      ...{ review: null, availableActions: [], publishedAt: '2026-09-18T10:02:00.000+08:00' },
    });
    expect(edge?.node.body).toContain('承诺时限：5个工作日');
    expect(edge?.node.body).toContain('申请材料：申请书\n');
  });

  it('when it is revised: the new entry holds, the old one is to be read as it was (X03, 001:21)', async () => {
    const items = disclosure.neighbour('items');
    const inService = { ...item, status: 'IN_SERVICE', centre: ids.centre } as const;
    const shorter = {
      ...inService,
      revision: 2,
      committedLimit: { ...{ value: 3 }, unit: 'WORKING_DAYS' },
    } as const;
    const revised = await items.tells(itemRevised, shorter, { version: 4, ...time(4) });
    await items.tells(itemEntered, inService, { version: 3, ...time(3) });
    await items.repeats(revised);
    const line = async () => {
      const { edges } = await list({ filter: { ...about, includeReplaced: true } });
      return edges.map(({ node }) => node);
    };
    await until(async () => (await count({ ...about, includeReplaced: true })) === 3);
    await until(async () => (await count(about)) === 1);
    // The oldest gave way to the newest before it was known what came between them.
    await until(async () => {
      const [, second, oldest] = await line();
      return oldest?.replacedBy?.id === second?.id;
    });
    const [newest, second, oldest] = await line();
    expect(newest).toMatchObject({ status: 'PUBLISHED_BEFORE', replacedBy: null });
    expect(newest?.body).toContain('承诺时限：3个工作日');
    expect(second).toMatchObject({ status: 'REPLACED', replacedBy: { id: newest?.id } });
    expect(oldest).toMatchObject({ status: 'REPLACED', replacedBy: { id: second?.id } });
    expect(oldest?.body).toContain('承诺时限：5个工作日');
  });

  it('and is found by centre, department, phase, day and the form it is told in', async () => {
    expect(await count({ ...about, centre: ids.centre })).toBe(1);
    expect(await count({ ...about, channel: 'BOARD', phase: 'BEFORE' })).toBe(1);
    expect(await count({ ...about, channel: 'MEDIA' })).toBe(0);
    expect(await count({ ...about, department: ids.otherDepartment })).toBe(0);
    expect(await count({ ...about, publishedFrom: '2026-09-18', publishedTo: '2026-09-18' })).toBe(
      1,
    );
    expect(await count({ ...about, publishedFrom: '2026-09-19' })).toBe(0);
    expect(await count({ ...about, publishedTo: '2026-09-17' })).toBe(0);
  });

  it('and is neither written over nor replaced by hand, but may be taken back by a reviewer', async () => {
    const [edge] = (await list({ filter: about })).edges;
    const entryId = edge?.node.id;
    const replacing = { entryId, content: words };
    expect(await does(editor, 'replaceDisclosureEntry', replacing)).toMatchObject({
      ...{ __typename: 'EntryFollowsItsSource', rule: '001:21' },
    });
    const taking = { entryId, reason: '有误', ground: 'INCORRECT' };
    expect(await does(editor, 'withdrawDisclosureEntry', taking)).toMatchObject({
      __typename: 'NotAuthorized',
    });
    expect((await does(reviewer, 'withdrawDisclosureEntry', taking)).entry).toMatchObject({
      ...{ status: 'WITHDRAWN', channels: [], publishedAt: null },
    });
    expect(await entryOf(entryId ?? '')).toBeNull();
    expect(await count(about)).toBe(0);
  });

  it('when it is abolished', async () => {
    const gone = { ...item, status: 'ABOLISHED' } as const;
    await disclosure.neighbour('items').tells(itemAbolished, gone, { version: 7 });
    await until(async () => (await count(about)) === 1);
    expect(await titles({ filter: about })).toEqual(['食品经营许可（已取消，不再受理）']);
  });
});

describe('a certificate is a result that is told at once (X13; 001:39)', () => {
  const result = { item: ids.otherItem, phase: 'AFTER' };

  it('without who got it, and once however often its event comes', async () => {
    const about = { ...item, id: ids.otherItem, name: '药品经营许可', resultName: null };
    await disclosure.neighbour('items').tells(itemPublished, about);
    await until(async () => (await count({ item: ids.otherItem })) === 1);
    const issued = { ...issuedCase, item: ids.otherItem };
    const happened = { certificateNumber: 'YP4501-0007' };
    const cases = disclosure.neighbour('cases');
    const event = await cases.tells(certificateIssued, issued, { version: 9, happened });
    await until(async () => (await count(result)) === 1);
    await cases.repeats(event);
    await cases.tells(certificateIssued, { ...issued, id: ids.window }, { version: 9, happened });
    await until(async () => (await count(result)) === 2);
    const [edge] = (await list({ filter: result })).edges;
    expect(edge?.node).toMatchObject({
      ...{ title: '药品经营许可办理结果公开', basis: '行政许可法 40', nature: 'RESULT' },
      ...{ status: 'PUBLISHED_AFTER', certificateNumber: 'YP4501-0007', topicGroup: 'HOT_POWER' },
    });
    const told = JSON.stringify(edge?.node);
    for (const hidden of [issued.id, issued.receiptNumber ?? '', issued.handler ?? '']) {
      expect(told).not.toContain(hidden);
    }
  });

  it('and is found from its case by who knows the case', async () => {
    const references = [issuedCase.id, ids.officer].map((id) => ({ __typename: 'Case', id }));
    const { _entities } = await disclosure.ask(anybody, entities, { references });
    expect(_entities.map((found) => found?.publishedResult?.certificateNumber)).toEqual([
      ...['YP4501-0007', undefined],
    ]);
  });
});

describe('what somebody has written', () => {
  it('is public after somebody else has reviewed it (000:47, 政府信息公开条例 17)', async () => {
    const entryId = await drafted();
    expect(await does(editor, 'submitDisclosureEntry', { entryId })).toMatchObject({
      entry: { status: 'UNDER_REVIEW', availableActions: ['WITHDRAW_DISCLOSURE_ENTRY'] },
    });
    const approved = { entryId, secrecyCheck: '不涉及国家秘密、商业秘密和个人隐私' };
    expect(await does(reviewer, 'approveDisclosureEntry', approved)).toMatchObject({
      entry: { status: 'APPROVED', review: { opinion: approved.secrecyCheck } },
    });
    const publishing = { entryId, channels: ['BOARD'], commandId: 'publish-once' };
    const first = await does(editor, 'publishDisclosureEntry', publishing);
    expect(first.entry).toMatchObject({ status: 'PUBLISHED_BEFORE', channels: ['BOARD'] });
    const again = await does(editor, 'publishDisclosureEntry', publishing);
    expect(again.entry.version).toBe(first.entry.version);
    expect(await entryOf(entryId)).toMatchObject({ title: words.title, review: null });
    expect(await entryOf(entryId, reviewer)).toMatchObject({
      review: { opinion: approved.secrecyCheck },
    });
  });

  it('is not reviewed by who wrote it, under whichever login', async () => {
    const { entry } = await does(both, 'draftDisclosureEntry', { content: words });
    await does(both, 'submitDisclosureEntry', { entryId: entry.id });
    const approving = { entryId: entry.id, secrecyCheck: '不涉密' };
    for (const viewer of [both, { ...both, id: 'login:another' }]) {
      expect(await does(viewer, 'approveDisclosureEntry', approving)).toMatchObject({
        ...{ __typename: 'ReviewerWroteEntry', rule: '政府信息公开条例 17' },
      });
    }
    const { staffId: _, ...unknown } = both;
    expect(await does(unknown, 'approveDisclosureEntry', approving)).toMatchObject({
      __typename: 'NotAuthorized',
    });
    expect(await does(unknown, 'draftDisclosureEntry', { content: words })).toMatchObject({
      __typename: 'NotAuthorized',
    });
    const own = await entryOf(entry.id, both);
    expect(own?.availableActions).toEqual(['WITHDRAW_DISCLOSURE_ENTRY']);
  });

  it('goes back and comes again in other words, or stays undisclosed with a reason', async () => {
    const entryId = await drafted();
    await does(editor, 'submitDisclosureEntry', { entryId });
    await does(reviewer, 'returnDisclosureEntry', { entryId, opinion: '补充依据' });
    const content = { ...words, basis: '000:15, 003:34' };
    expect(await does(editor, 'submitDisclosureEntry', { entryId, content })).toMatchObject({
      entry: { status: 'UNDER_REVIEW', basis: '000:15, 003:34', review: { opinion: '补充依据' } },
    });
    const exempting = { entryId, exemption: 'TRADE_SECRET', reason: '涉及商业秘密' };
    expect(await does(reviewer, 'exemptDisclosureEntry', exempting)).toMatchObject({
      entry: { status: 'EXEMPTED', exemption: 'TRADE_SECRET', review: { opinion: '涉及商业秘密' } },
    });
    expect(
      await does(editor, 'publishDisclosureEntry', { entryId, channels: ['BOARD'] }),
    ).toMatchObject({
      __typename: 'NotPermittedInStatus',
    });
  });

  it('is replaced by a new entry, which takes its place when it is public (001:21)', async () => {
    const entryId = await published({ title: '旧职责' });
    const content = { ...words, title: '新职责' };
    const next = await does(editor, 'replaceDisclosureEntry', { entryId, content });
    expect(next).toMatchObject({
      __typename: 'ReplaceDisclosureEntrySuccess',
      entry: { status: 'PLANNED' },
    });
    expect(await does(editor, 'replaceDisclosureEntry', { entryId, content })).toMatchObject({
      ...{ __typename: 'AlreadyExists' },
    });
    expect(await entryOf(entryId)).toMatchObject({ status: 'PUBLISHED_BEFORE' });
    const taking = { entryId: next.entry.id };
    await does(editor, 'submitDisclosureEntry', taking);
    await does(reviewer, 'approveDisclosureEntry', { ...taking, secrecyCheck: '不涉密' });
    await does(editor, 'publishDisclosureEntry', { ...taking, channels: ['BOARD'] });
    await until(async () => (await entryOf(entryId))?.status === 'REPLACED');
    expect(await entryOf(entryId)).toMatchObject({
      title: '旧职责',
      replacedBy: { id: next.entry.id },
    });
    expect(await does(editor, 'replaceDisclosureEntry', { entryId, content })).toMatchObject({
      __typename: 'NotPermittedInStatus',
    });
  });

  it('is about an item of the own department, if about any', async () => {
    const about = (itemId: string) =>
      does(editor, 'draftDisclosureEntry', { content: { ...words, itemId } });
    expect((await about(item.id)).entry.item).toEqual({ id: item.id });
    expect((await about(ids.case)).__typename).toBe('NotFound');
    expect((await about(newId())).__typename).toBe('NotYetKnown');
    const elsewhere = { ...item, id: ids.officer, department: ids.otherDepartment };
    await disclosure.neighbour('items').tells(itemPublished, elsewhere);
    await until(async () => (await count({ item: ids.officer })) === 1);
    expect((await about(ids.officer)).__typename).toBe('NotAuthorized');
    // Another department's draft is answered like an item that nobody has told of.
    const [young, old] = [newId(), ids.window];
    for (const id of [young, old]) {
      const draft = { ...elsewhere, id, status: 'IDENTIFIED' };
      await disclosure.neighbour('items').tells(itemRegistered, draft);
    }
    const rows = disclosure.database.collection<{ _id: string }>('items');
    await until(async () => (await rows.countDocuments({ _id: { $in: [young, old] } })) === 2);
    expect((await about(young)).__typename).toBe('NotYetKnown');
    expect((await about(old)).__typename).toBe('NotFound');
  });

  it('holds no ID number (001:17), and belongs to somewhere', async () => {
    const content = { ...words, body: '申请人 990000199001010010 已获准' };
    const answer = await does(editor, 'draftDisclosureEntry', { content });
    expect(answer).toMatchObject({ __typename: 'InvalidInput' });
    const { department: _, ...nowhere } = editor;
    expect((await does(nowhere, 'draftDisclosureEntry', { content: words })).__typename).toBe(
      'NotAuthorized',
    );
  });

  it('is made once by one commandId, and a stale screen is a conflict', async () => {
    const input = { content: words, commandId: 'draft-once' };
    const { entry } = await does(editor, 'draftDisclosureEntry', input);
    expect((await does(editor, 'draftDisclosureEntry', input)).entry.id).toBe(entry.id);
    const other = { ...input, content: { ...words, title: '别的' } };
    expect((await does(editor, 'draftDisclosureEntry', other)).__typename).toBe(
      'IdempotencyMismatch',
    );
    const stale = { entryId: entry.id, expectedVersion: 7 };
    expect((await does(editor, 'submitDisclosureEntry', stale)).__typename).toBe('Conflict');
  });
});
