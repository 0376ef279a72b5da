import { certificateIssued, itemPublished } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { query, until } from '@onewindow/service/testing';
import { issuedCase, item } from './a-neighbour.ts';
import { ids } from './an-entry.ts';
import { atTheDesk } from './at-the-desk.ts';
import {
  anybody,
  colleague,
  desk,
  editor,
  entities,
  entries,
  mutation,
  oneEntry,
  reviewer,
  startDisclosure,
  stranger,
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

const { list, does, drafted, titles, count, published } = atTheDesk(() => disclosure);
const ask = (viewer: Viewer, references: readonly object[], more: object = {}) =>
  disclosure.ask(viewer, entities, { references, ...more });

describe('the public list', () => {
  it('is searched by words and parts of words, in both orders, page by page', async () => {
    for (const name of ['甲', '乙', '丙']) await published({ title: `河道整治进度${name}` });
    expect(await titles({ search: '道整' })).toEqual([
      ...['河道整治进度丙', '河道整治进度乙', '河道整治进度甲'],
    ]);
    expect(await titles({ search: '整治 甲' })).toEqual(['河道整治进度甲']);
    expect(await titles({ search: '整治丁' })).toEqual([]);
    const oldest = { search: '河道', orderBy: 'PUBLISHED_AT_ASC', first: 2 };
    const page = await list(oldest);
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await list({ ...oldest, after: page.pageInfo.endCursor });
    expect([...page.edges, ...rest.edges].map(({ node }) => node.title)).toEqual([
      ...['河道整治进度甲', '河道整治进度乙', '河道整治进度丙'],
    ]);
  });

  it('refuses a search of nothing, a page too long and a cursor of another list', async () => {
    const { pageInfo } = await list({ first: 1 });
    for (const variables of [{ search: '，。' }, { search: '长'.repeat(101) }, { first: 101 }]) {
      const { errors } = await disclosure.operate(anybody, entries, variables);
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
    const lost = { orderBy: 'PUBLISHED_AT_ASC', after: pageInfo.endCursor };
    const { errors } = await disclosure.operate(anybody, entries, lost);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('costs one Mongo command, and one more when it is counted', async () => {
    const uncounted = '{ disclosureEntries(search: "河道") { edges { node { id } } } }';
    expect(await disclosure.costOf(() => disclosure.operate(anybody, uncounted))).toBe(1);
    expect(await disclosure.costOf(() => list({ search: '河道' }))).toBe(2);
  });
});

describe('the desk', () => {
  it('shows a department what it has not made public, by the token', async () => {
    const entryId = await drafted({ title: '待送审' });
    const seen = async (viewer: Viewer, statuses?: readonly string[]) =>
      (await disclosure.ask(viewer, desk, { statuses })).disclosureDesk;
    await does(editor, 'submitDisclosureEntry', { entryId: await drafted() });
    const drafts = await seen(editor, ['PLANNED']);
    expect(drafts.edges.map(({ node }) => node.id)).toContain(entryId);
    expect(drafts.totalCount).toBe(drafts.edges.length);
    expect((await seen(reviewer)).totalCount).toBeGreaterThan(drafts.totalCount);
    expect(await seen(stranger)).toMatchObject({ totalCount: 0, edges: [] });
    const { errors } = await disclosure.operate(anybody, desk);
    expect(errors?.[0]?.extensions?.['code']).toMatch(/UNAUTHENTICATED|FORBIDDEN/u);
  });
});

describe('a draft does not exist for who may not see it', () => {
  const outsiders = [anybody, stranger, colleague];
  let draft = '';
  beforeAll(async () => {
    draft = await drafted({ title: '尚未公开的草稿', itemId: null });
  });

  it('at the root and as an entity', async () => {
    const references = [{ __typename: 'DisclosureEntry', id: draft }];
    for (const viewer of outsiders) {
      expect(await disclosure.ask(viewer, oneEntry, { id: draft })).toEqual({
        disclosureEntry: null,
      });
      expect(await ask(viewer, references)).toEqual({ _entities: [null] });
    }
    for (const viewer of [editor, reviewer]) {
      expect((await ask(viewer, references))._entities[0]?.id).toBe(draft);
    }
  });

  it('in the public list, its search and its count, whoever asks', async () => {
    for (const viewer of [...outsiders, editor, reviewer]) {
      expect(await list({ search: '尚未公开' }, viewer)).toMatchObject({
        totalCount: 0,
        edges: [],
      });
    }
  });

  it('by an edge of its item and in its count', async () => {
    const about = { ...item, id: ids.otherItem };
    await disclosure.neighbour('items').tells(itemPublished, about);
    await until(async () => (await count({ item: ids.otherItem })) === 1);
    await drafted({ itemId: ids.otherItem });
    const references = [{ __typename: 'ServiceItem', id: ids.otherItem }];
    for (const viewer of [anybody, editor]) {
      const { _entities } = await ask(viewer, references, { count: true, history: true });
      expect(_entities[0]?.disclosures).toMatchObject({ totalCount: 1, edges: [{}] });
    }
  });

  it('to a command', async () => {
    for (const [name, more] of [
      ['submitDisclosureEntry', {}],
      ['withdrawDisclosureEntry', { reason: '误' }],
      ['approveDisclosureEntry', { secrecyCheck: '不涉密' }],
      ['replaceDisclosureEntry', { content: words }],
    ] as const) {
      const answer = await does(stranger, name, { entryId: draft, ...more });
      expect(answer.__typename).toBe('NotFound');
    }
    const input = { entryId: draft };
    const denied = await disclosure.operate(colleague, mutation('submitDisclosureEntry'), {
      input,
    });
    expect(denied.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('but what is public does: to a stranger it is another department’s', async () => {
    const entryId = await published({ title: '他部门的公开内容' });
    for (const [name, more] of [
      ['submitDisclosureEntry', {}],
      ['withdrawDisclosureEntry', { reason: '误' }],
      ['approveDisclosureEntry', { secrecyCheck: '不涉密' }],
      ['replaceDisclosureEntry', { content: words }],
    ] as const) {
      const answer = await does(stranger, name, { entryId, ...more });
      expect(answer).toMatchObject({ __typename: 'NotAuthorized', rule: '000:47' });
    }
    const taken = await does(editor, 'withdrawDisclosureEntry', { entryId, reason: '误' });
    expect(taken).toMatchObject({ __typename: 'NotAuthorized', rule: '政府信息公开条例 17' });
  });

  it('nor what was taken back, but for its own department', async () => {
    const entryId = await published({ title: '误发' });
    await does(reviewer, 'withdrawDisclosureEntry', {
      entryId,
      reason: '涉及个人隐私',
      ground: 'PERSONAL_PRIVACY',
    });
    for (const viewer of outsiders) {
      const { disclosureEntry } = await disclosure.ask(viewer, oneEntry, { id: entryId });
      expect(disclosureEntry).toBeNull();
    }
    expect((await disclosure.ask(editor, oneEntry, { id: entryId })).disclosureEntry).toMatchObject(
      {
        ...{ status: 'WITHDRAWN', withdrawalReason: '涉及个人隐私' },
      },
    );
  });
});

describe('what the public had read and was taken back', () => {
  const withdrawn = query<{
    readonly withdrawnDisclosures: {
      readonly nodes: readonly { readonly node: { readonly id: string } }[];
    };
  }>(`query ($department: ID) {
    withdrawnDisclosures(department: $department, first: 5) {
      totalCount nodes: edges { node { id department { id } nature publishedAt withdrawnAt ground } }
    }
  }`);
  const tombstones = async (department: string) => {
    const told = await disclosure.ask(anybody, withdrawn, { department });
    return told.withdrawnDisclosures;
  };

  it('leaves a tombstone for everybody, with its ground and without a word of it (001:21)', async () => {
    const entryId = await published({ title: '含某人电话的公告' });
    const taking = { entryId, reason: '正文含个人电话' };
    expect(await does(reviewer, 'withdrawDisclosureEntry', taking)).toMatchObject({
      ...{ __typename: 'WithdrawalGroundRequired', rule: '001:21' },
    });
    const ground = 'PERSONAL_PRIVACY';
    await does(reviewer, 'withdrawDisclosureEntry', { ...taking, ground });
    const told = await tombstones(ids.department);
    expect(told.nodes[0]?.node).toMatchObject({
      ...{ id: entryId, department: { id: ids.department }, ground },
    });
    expect(JSON.stringify(told)).not.toContain('电话');
  });

  it('a draft that is taken back leaves none, and another department has its own', async () => {
    const { entry } = await does(editor, 'draftDisclosureEntry', { content: words });
    await does(editor, 'withdrawDisclosureEntry', { entryId: entry.id, reason: '不再需要' });
    const { nodes } = await tombstones(ids.department);
    expect(nodes.map(({ node }) => node.id)).not.toContain(entry.id);
    expect((await tombstones(ids.otherDepartment)).nodes).toEqual([]);
  });

  it('frees the place of what it had replaced for another one', async () => {
    const entryId = await published({ title: '原公告' });
    const drafted = await does(editor, 'replaceDisclosureEntry', { entryId, content: words });
    const next = drafted.entry.id;
    await does(editor, 'submitDisclosureEntry', { entryId: next });
    await does(reviewer, 'approveDisclosureEntry', { entryId: next, secrecyCheck: '不涉密' });
    await does(editor, 'publishDisclosureEntry', { entryId: next, channels: ['BOARD'] });
    const status = async () =>
      (await disclosure.ask(editor, oneEntry, { id: entryId }))['disclosureEntry'];
    await until(async () => ((await status()) as { status: string }).status === 'REPLACED');
    const again = () => does(editor, 'replaceDisclosureEntry', { entryId, content: words });
    expect((await again()).__typename).toBe('NotPermittedInStatus');
    expect(await status()).toMatchObject({ availableActions: [] });
    const ground = 'INCORRECT';
    await does(reviewer, 'withdrawDisclosureEntry', { entryId: next, reason: '有误', ground });
    expect(await status()).toMatchObject({ availableActions: ['REPLACE_DISCLOSURE_ENTRY'] });
    expect((await again()).__typename).toBe('ReplaceDisclosureEntrySuccess');
  });
});

describe('one _entities fetch', () => {
  const id = (number: number) => `0192a000-0000-7000-8001-${number.toString().padStart(12, '0')}`;
  const numbers = Array.from({ length: 100 }, (_, at) => at);
  beforeAll(async () => {
    const [items, cases] = [disclosure.neighbour('items'), disclosure.neighbour('cases')];
    for (const number of numbers) {
      await items.tells(itemPublished, { ...item, id: id(number), name: `计数事项` });
    }
    await until(async () => (await list({ search: '计数' })).totalCount === 100, 60_000);
    for (const number of numbers) {
      const issued = { ...issuedCase, id: id(number + 100), item: id(number) };
      const happened = { certificateNumber: `JS-${number.toString()}` };
      await cases.tells(certificateIssued, issued, { happened });
    }
    await until(async () => (await list({ search: '计数' })).totalCount === 200, 60_000);
  }, 150_000);

  it.each([1, 10, 100])(
    'of %i items costs one Mongo command for what they disclose and one for the counts',
    async (rows) => {
      const references = numbers.slice(0, rows).map((number) => {
        return { __typename: 'ServiceItem', id: id(number) };
      });
      expect(await disclosure.costOf(() => ask(anybody, references))).toBe(1);
      let pages: readonly unknown[] = [];
      const counted = async () => {
        const { _entities } = await ask(anybody, references, { count: true });
        pages = _entities.map((found) => found?.disclosures.totalCount);
      };
      expect(await disclosure.costOf(counted)).toBe(2);
      expect(pages).toEqual(references.map(() => 2));
    },
  );

  it.each([1, 10, 100])('of %i cases costs one for their results', async (rows) => {
    const references = numbers.slice(0, rows).map((number) => {
      return { __typename: 'Case', id: id(number + 100) };
    });
    let told: readonly unknown[] = [];
    const asked = async () => {
      const { _entities } = await ask(anybody, references);
      told = _entities.map((found) => found?.publishedResult?.certificateNumber);
    };
    expect(await disclosure.costOf(asked)).toBe(1);
    expect(told).toEqual(numbers.slice(0, rows).map((number) => `JS-${number.toString()}`));
  });

  it.each([1, 10, 100])('of %i entries costs one', async (rows) => {
    const { edges } = await list({ search: '计数', first: rows });
    const references = edges.map(({ node }) => ({ __typename: 'DisclosureEntry', id: node.id }));
    let told: readonly unknown[] = [];
    const asked = async () => {
      told = (await ask(anybody, references))._entities.map((found) => found?.id);
    };
    expect(await disclosure.costOf(asked)).toBe(1);
    expect(told).toEqual(edges.map(({ node }) => node.id));
  });
});
