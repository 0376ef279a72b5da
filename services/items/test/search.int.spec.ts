import { idFromCode } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { EVERYDAY_QUESTIONS, type EverydayQuestion } from './everyday-questions.ts';
import { FURTHER_QUESTIONS } from './further-questions.ts';
import { realCatalogue } from './real-catalogue.ts';
import { citizen, editor, row, useItems } from './running-items.ts';
import { DEPARTMENT, REGION } from './windows-stand-in.ts';

interface Found {
  readonly totalCount: number;
  readonly totalCountIsExact: boolean;
  readonly isComplete: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly {
    readonly score: number;
    readonly node: { readonly code: string; readonly name: string };
  }[];
  readonly facets: Readonly<Record<string, readonly { value: string; count: number }[]>>;
}

const SEARCH = `query ($query: String!, $filter: ItemSearchFilter, $first: Int, $after: String) {
  searchItems(query: $query, filter: $filter, first: $first, after: $after) {
    totalCount totalCountIsExact isComplete pageInfo { hasNextPage endCursor } edges { score node { code name } }
    facets { status { value count } department { value count department { id } } kind { value count }
      nationalType { value count } handlingMode { value count } region { value count } } } }`;

/** Hundreds of rows and sixty questions on a machine that has other things to do. */
const SLOW = 120_000;

// Above the suite, so that it ends after what uses it.
const database = useDatabase();

describe('finding items in the published catalogue of a district', () => {
  const { execute, importing, mongoCommands, mutate, operate, outcomesOf } = useItems(database);
  const search = async (query: string, more: object = {}) => {
    const { searchItems } = await execute(SEARCH, { query, ...more });
    return searchItems as unknown as Found;
  };
  const names = ({ edges }: Found) => edges.map(({ node }) => node.name);

  beforeAll(async () => {
    const rows = realCatalogue('D-1');
    for (let from = 0; from < rows.length; from += 200) {
      const outcomes = outcomesOf(await importing(rows.slice(from, from + 200)));
      expect(new Set(outcomes)).toEqual(new Set(['TAKEN']));
    }
    expect(rows).toHaveLength(421);
  }, SLOW);

  const places = async (questions: readonly EverydayQuestion[]) => {
    const found = [];
    for (const { typed, meant } of questions) {
      const first = names(await search(typed, { first: 3 }));
      found.push({ typed, meant, place: first.indexOf(meant) + 1, first });
    }
    return found;
  };

  it(
    'has what is meant among the first three for each of forty everyday questions',
    async () => {
      const answered = await places(EVERYDAY_QUESTIONS);
      expect(answered).toHaveLength(40);
      expect(answered.filter(({ place }) => place === 0)).toEqual([]);
      expect(answered.filter(({ place }) => place === 1).length).toBeGreaterThanOrEqual(36);
    },
    SLOW,
  );

  it(
    'has it for most of twenty questions that the ranking was not made with',
    async () => {
      const answered = await places(FURTHER_QUESTIONS);
      const missed = answered.filter(({ place }) => place === 0).map(({ typed }) => typed);
      expect(missed).toEqual(['收废铁', '找不到工作', '工伤报销', '社保卡密码忘了', 'syjdj']);
    },
    SLOW,
  );

  it('goes page by page over the same order, each item once', async () => {
    const whole = await search('社会保障卡', { first: 100 });
    expect(whole.totalCount).toBe(whole.edges.length);
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await search('社会保障卡', { first: 5, after });
      expect(page.totalCount).toBe(whole.totalCount);
      paged.push(...page.edges.map(({ node }) => node.code));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole.edges.map(({ node }) => node.code));
    const scores = whole.edges.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
  });

  it('counts for each value of a filter what choosing it would find', async () => {
    const all = await search('许可');
    expect([all.isComplete, all.totalCountIsExact]).toEqual([true, true]);
    const kind = all.facets['kind'] ?? [];
    expect(kind[0]?.value).toBe('ADMIN_LICENCE');
    for (const { value, count } of kind) {
      const chosen = await search('许可', { filter: { kind: [value] } });
      expect(chosen.totalCount).toBe(count);
      // Its own choice leaves the numbers beside it as they were.
      expect(chosen.facets['kind']).toEqual(kind);
      expect(chosen.facets['department']).toEqual([
        { value: DEPARTMENT, count, department: { id: DEPARTMENT } },
      ]);
    }
    const { facets } = all;
    expect(facets['region']).toEqual([{ value: REGION, count: all.totalCount }]);
    expect(facets['handlingMode']).toEqual([]);
    const elsewhere = { department: [idFromCode('department', 'D-9')] };
    const none = await search('许可', { filter: elsewhere });
    expect([none.totalCount, none.edges, none.facets['department']]).toEqual([
      0,
      [],
      facets['department'],
    ]);
  });

  it('costs two Mongo commands, however long the page and however many filters', async () => {
    for (const more of [{ first: 1 }, { first: 100 }, { filter: { status: ['IDENTIFIED'] } }]) {
      const before = await mongoCommands();
      await search('登记', more);
      expect((await mongoCommands()) - before).toBe(2);
    }
  });

  it('finds an item under its new name and not under its old one', async () => {
    await importing([row('S-1', { name: '放风筝许可' })]);
    expect(names(await search('fangfengzheng'))).toEqual(['放风筝许可']);
    await importing([row('S-1', { name: '升热气球许可' })]);
    expect(names(await search('放风筝'))).not.toContain('升热气球许可');
    expect(names(await search('rqq'))).toContain('升热气球许可');
  });

  it('finds what is offered no longer only for who asks for it', async () => {
    await importing([row('S-2', { name: '粮票换领' })]);
    const id = idFromCode('service-item', 'S-2');
    await mutate('abolishItem', { id, reason: '取消' }, editor);
    const found = await search('粮票');
    expect(names(found)).toEqual([]);
    expect(found.facets['status']).toContainEqual({ value: 'ABOLISHED', count: 1 });
    expect(names(await search('粮票', { filter: { status: ['ABOLISHED'] } }))).toEqual([
      '粮票换领',
    ]);
  });

  it.each([
    ['', {}],
    ['  ', {}],
    ['，。！（）', {}],
    ['证'.repeat(61), {}],
    ['证', { first: 101 }],
    ['证', { first: 0 }],
    ['证', { after: 'bm9uc2Vuc2U' }],
  ])('refuses %j with %j as a request that can’t be right', async (query, more) => {
    const variables = { query, ...more };
    const { errors } = await operate({ query: SEARCH, variables }, { viewer: citizen });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('refuses a cursor of another question', async () => {
    const { pageInfo } = await search('许可', { first: 1 });
    const variables = { query: '登记', after: pageInfo.endCursor };
    const { errors } = await operate({ query: SEARCH, variables }, { viewer: citizen });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
