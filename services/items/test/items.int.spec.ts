import { itemRegistered } from '@onewindow/contracts';
import { idFromCode } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { complete } from './an-item.ts';
import { editor, reviewer, row, tokens, viewer, useItems } from './running-items.ts';
import { CENTRE, DEPARTMENT } from './windows-stand-in.ts';

// Above the suite, so that it ends after what uses it.
const database = useDatabase();

describe('the items subgraph on real servers', () => {
  const { execute, importing, mutate, operate, outcomesOf, url, windows } = useItems(database);

  it('imports a batch row by row; asked again it answers the same, and the next import changes nothing', async () => {
    const rows = [
      row('B-1'),
      { ...row('B-2'), departmentCode: 'D-1_2' },
      { ...row('B-3'), departmentCode: 'UNKNOWN' },
      row('B-4', { requiredMaterials: [{ name: '其他材料', necessity: 'NECESSARY' }] }),
      row('B-5', { committedLimit: { value: 0, unit: 'WORKING_DAYS' } }),
      row('B-1'),
    ];
    expect(outcomesOf(await importing(rows, 'batch-1'))).toEqual([
      'TAKEN',
      'TAKEN',
      'REFUSED DepartmentUnknown',
      'TAKEN CatchAllMaterial',
      'REFUSED InvalidRow',
      'REFUSED DuplicateCode',
    ]);
    const again = ['UNCHANGED', 'UNCHANGED', 'REFUSED', 'UNCHANGED', 'REFUSED', 'REFUSED'];
    expect(outcomesOf(await importing(rows, 'batch-1')).slice(0, 2)).toEqual(['TAKEN', 'TAKEN']);
    expect((await importing(rows, 'batch-2')).map(({ outcome }) => outcome)).toEqual(again);
    expect((await importing(rows)).map(({ outcome }) => outcome)).toEqual(again);
    const changed = [row('B-1', { conditions: '新条件' })];
    for (let times = 0; times < 2; times += 1)
      expect(outcomesOf(await importing(changed, 'batch-3'))).toEqual(['CHANGED']);
    expect(outcomesOf(await importing(changed, 'batch-4'))).toEqual(['UNCHANGED']);
    const other = [row('B-1', { conditions: '另一条件' })];
    expect(outcomesOf(await importing(other, 'batch-5'))).toEqual(['CHANGED']);
    expect(outcomesOf(await importing(changed, 'batch-6'))).toEqual(['CHANGED']);
  });

  it('takes a code in small letters or full width for the same item, and finds it so', async () => {
    const spelled = (code: string) => importing([{ ...row(code), departmentCode: 'd-1' }]);
    expect(outcomesOf(await spelled('T-1a'))).toEqual(['TAKEN']);
    for (const code of ['T-1A', 't-1a', 'Ｔ-１ａ'])
      expect(outcomesOf(await importing([row(code, { name: '事项T-1a' })]))).toEqual(['UNCHANGED']);
    expect(outcomesOf(await importing([row('t-2'), row('T-2')]))).toEqual([
      'TAKEN',
      'REFUSED DuplicateCode',
    ]);
    const { itemByCode } = await execute('{ itemByCode(code: "t-1A") { code } }');
    expect(itemByCode).toEqual({ code: 'T-1A' });
    expect(await execute('{ itemByCode(code: "T-1") { code } }')).toEqual({ itemByCode: null });
  });

  it('leaves a kind that the table does not tell, and says which it took for a new item', async () => {
    const bare = (code: string, more: object = {}) => row(code, { kind: undefined, ...more });
    expect(outcomesOf(await importing([row('K-1')]))).toEqual(['TAKEN']);
    expect(outcomesOf(await importing([bare('K-1'), bare('K-2')]))).toEqual([
      'UNCHANGED',
      'TAKEN KindAssumed',
    ]);
    const { itemByCode } = await execute('{ itemByCode(code: "K-1") { kind } }');
    expect(itemByCode).toEqual({ kind: 'ADMIN_LICENCE' });
  });

  it('says of a version older than the one taken that it changes nothing', async () => {
    const version = (sourceVersion: number, name: string) => ({
      ...row('V-1', { name }),
      sourceVersion,
    });
    expect(outcomesOf(await importing([version(5, '五')]))).toEqual(['TAKEN']);
    expect(outcomesOf(await importing([version(4, '四')]))).toEqual(['UNCHANGED OlderVersion']);
    expect(outcomesOf(await importing([version(6, '六')]))).toEqual(['CHANGED']);
  });

  it('proposes to a public item what a row says, which the public reads after the review', async () => {
    const code = 'N-1';
    const guide = { ...complete, name: `事项${code}`, kind: 'ADMIN_LICENCE' };
    const id = idFromCode('service-item', code);
    await importing([row(code, guide)]);
    const review = async () => {
      await mutate('submitItemForReview', { id }, editor);
      await mutate('reviewItem', { id, decision: 'CONFIRM', opinion: '同意' }, reviewer);
    };
    await review();
    expect(await mutate('publishItem', { id }, editor)).toMatchObject({
      item: { status: 'PUBLISHED', revision: 1 },
    });
    const changed = [row(code, { kind: 'PUBLIC_SERVICE', conditions: '新条件' })];
    for (let times = 0; times < 2; times += 1)
      expect(outcomesOf(await importing(changed, 'next-1'))).toEqual(['PROPOSED']);
    expect(outcomesOf(await importing(changed, 'next-2'))).toEqual(['UNCHANGED']);
    const read = (who = editor) =>
      execute(
        `{ itemByCode(code: "N-1") { kind conditions revision availableActions
          nextRevision { status aliases changes { field after } } } }`,
        {},
        who,
      );
    expect(await read()).toMatchObject({
      itemByCode: {
        kind: 'ADMIN_LICENCE',
        conditions: complete.conditions,
        revision: 1,
        nextRevision: {
          status: 'DRAFT',
          changes: [
            { field: 'conditions', after: '"新条件"' },
            { field: 'kind', after: '"PUBLIC_SERVICE"' },
          ],
        },
        availableActions: expect.arrayContaining(['SUBMIT_ITEM_FOR_REVIEW']) as unknown,
      },
    });
    const ordinary = viewer('citizen-2', [], { kind: 'NATURAL' });
    expect(await read(ordinary)).toMatchObject({ itemByCode: { nextRevision: null } });
    await review();
    expect(await mutate('publishItem', { id }, editor)).toMatchObject({
      item: { status: 'PUBLISHED', revision: 2 },
    });
    expect(await read()).toMatchObject({
      itemByCode: { kind: 'PUBLIC_SERVICE', conditions: '新条件', nextRevision: null },
    });
  });

  it('refuses a row with a code of another item by name, and takes the others', async () => {
    expect(outcomesOf(await importing([{ ...row('C-1'), aliases: ['C-OTHER'] }]))).toEqual([
      'TAKEN',
    ]);
    const rows = [{ ...row('C-2'), aliases: ['C-OTHER'] }, row('C-OTHER'), row('C-3')];
    expect(outcomesOf(await importing(rows))).toEqual([
      'REFUSED AlreadyExists',
      'REFUSED AlreadyExists',
      'TAKEN',
    ]);
  });

  it('refuses more than 200 rows at a time and a viewer without the scope', async () => {
    expect(await importing(Array.from({ length: 201 }, (_, n) => row(`M-${n.toString()}`)))).toBe(
      undefined,
    );
    const query = 'mutation { importItems(input: { rows: [] }) { __typename } }';
    const answer = await operate({ query }, { viewer: editor });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('leads an item from clean-up into service, each step by whom it belongs to', async () => {
    await importing([row('L-1')]);
    const id = idFromCode('service-item', 'L-1');
    const guide = { ...complete, name: undefined, kind: undefined };
    const stranger = { ...editor, department: idFromCode('department', 'D-9') };
    const revision = { id, reason: '补齐九项', changes: guide };
    expect(await mutate('reviseItem', revision, stranger)).toMatchObject({ code: 'NotAuthorized' });
    expect(await mutate('reviseItem', revision, editor)).toMatchObject({ item: { revision: 2 } });
    expect(await mutate('publishItem', { id }, editor)).toMatchObject({
      code: 'NotPermittedInStatus',
    });
    expect(await mutate('submitItemForReview', { id }, editor)).toMatchObject({
      item: { status: 'SUBMITTED_FOR_REVIEW' },
    });
    const confirm = { id, decision: 'CONFIRM', opinion: '同意' };
    const both = viewer('editor', ['items:review']);
    expect(await mutate('reviewItem', confirm, both)).toMatchObject({ code: 'ReviewerIsAuthor' });
    expect(await mutate('reviewItem', confirm, reviewer)).toMatchObject({
      item: { status: 'CONFIRMED' },
    });
    expect(await mutate('publishItem', { id }, editor)).toMatchObject({
      item: { status: 'PUBLISHED' },
    });
    const enter = (centreId: string) => mutate('enterItem', { id, centreId }, editor);
    const old = '0192a000-0000-7000-8000-000000000001';
    expect(await enter(idFromCode('centre', 'C-9'))).toMatchObject({ code: 'NotYetKnown' });
    expect(await enter(old)).toMatchObject({ code: 'CentreUnknown' });
    expect(await enter(CENTRE)).toMatchObject({ item: { status: 'IN_SERVICE' } });
    expect(await mutate('suspendItem', { id, reason: '升级' }, editor)).toMatchObject({
      item: { status: 'SUSPENDED' },
    });
    expect(await mutate('resumeItem', { id }, editor)).toMatchObject({
      item: { status: 'IN_SERVICE' },
    });
    expect(await mutate('abolishItem', { id, reason: '取消' }, editor)).toMatchObject({
      item: { status: 'ABOLISHED' },
    });
  });

  it('refuses to publish while elements are missing, in the caller’s words', async () => {
    await importing([row('P-1')]);
    const id = idFromCode('service-item', 'P-1');
    await mutate('submitItemForReview', { id }, editor);
    await mutate('reviewItem', { id, decision: 'CONFIRM', opinion: '同意' }, reviewer);
    const refused = await mutate('publishItem', { id }, editor);
    expect(refused).toMatchObject({ __typename: 'ElementsMissing', rule: '002:165' });
    expect(refused?.['missing']).toHaveLength(9);
  });

  it('answers a repeated command alike and a stale one with a conflict', async () => {
    await importing([row('R-1')]);
    const id = idFromCode('service-item', 'R-1');
    const input = { id, commandId: 'c-1', reason: '减时', changes: { conditions: '甲' } };
    expect(await mutate('reviseItem', input, editor)).toMatchObject({ item: { version: 2 } });
    expect(await mutate('reviseItem', input, editor)).toMatchObject({ item: { version: 2 } });
    expect(await mutate('reviseItem', { ...input, reason: '另' }, editor)).toMatchObject({
      code: 'IdempotencyMismatch',
    });
    expect(
      await mutate('abolishItem', { id, expectedVersion: 1, reason: 'x' }, editor),
    ).toMatchObject({ code: 'Conflict' });
  });

  it('shows an item with its revisions, its profile and what may be done', async () => {
    const { itemByCode } = await execute(
      `{ itemByCode(code: "R-1") { name kind status department { id } centre { id }
        revisions { revision reason changes { field before after } }
        publicProfile { element text } disclosureCompleteness { isComplete missing }
        availableActions lastReview { opinion } } }`,
      {},
      editor,
    );
    expect(itemByCode).toMatchObject({
      name: '事项R-1',
      department: { id: DEPARTMENT },
      centre: null,
      revisions: [{ revision: 2, changes: [{ field: 'conditions', before: null, after: '"甲"' }] }],
      disclosureCompleteness: { isComplete: false },
      availableActions: ['REVISE_ITEM', 'SUBMIT_ITEM_FOR_REVIEW', 'ABOLISH_ITEM'],
      lastReview: null,
    });
  });

  it('lists by code and name, pages exactly and counts when asked', async () => {
    await importing(['Z-1', 'Z-2', 'Z-3'].map((code) => row(code)));
    const page = async (after?: string) => {
      const { items } = await execute(
        `query ($after: String) { items(filter: { text: "Z-" }, first: 2, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { code } } } }`,
        { after },
      );
      return items as unknown as {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: { code: string } }[];
      };
    };
    const first = await page();
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await page(first.pageInfo.endCursor);
    expect([...first.edges, ...second.edges].map(({ node }) => node.code)).toEqual([
      'Z-1',
      'Z-2',
      'Z-3',
    ]);
    const { items } = await execute(
      `query ($department: ID) { items(filter: { department: $department, text: "事项Z",
        status: [IDENTIFIED], kind: [ADMIN_LICENCE] }, orderBy: NAME) { edges { node { name } } } }`,
      { department: DEPARTMENT },
    );
    expect(items?.['edges']).toHaveLength(3);
  });

  it('resolves references in one batch and answers over HTTP with a request token only', async () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on ServiceItem { code } } }';
    const r = ['Z-1', 'Z-2', 'NONE'].map((code) => ({
      __typename: 'ServiceItem',
      id: idFromCode('service-item', code),
    }));
    const body = JSON.stringify({ query, variables: { r } });
    const post = (headers: Record<string, string>) =>
      fetch(url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    const answered = await post({ 'onewindow-request-token': tokens.tokenFor(body) });
    expect(await answered.json()).toEqual({
      data: { _entities: [{ code: 'Z-1' }, { code: 'Z-2' }, null] },
    });
    expect((await post({})).status).toBe(401);
  });

  it('publishes what happened with the snapshot after it', async () => {
    const seen: string[] = [];
    await windows().consume({
      from: 'items',
      durable: 'test-items',
      contracts: [itemRegistered],
      replay: true,
      handle: (event) => {
        seen.push(event.subject);
        return Promise.resolve();
      },
    });
    while (!seen.includes(idFromCode('service-item', 'Z-3')))
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
});
