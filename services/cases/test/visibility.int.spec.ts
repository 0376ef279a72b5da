import { ids } from './a-case.ts';
import { fullCase, mutation, type FullCase, type IdPage } from './operations.ts';
import { query, type StartedService } from '@onewindow/service/testing';
import { asStaff, officer, startCases, submitHundredCases } from './running-cases.ts';

let cases: StartedService;
let all: readonly string[] = [];
beforeAll(async () => {
  cases = await startCases();
  all = (await submitHundredCases(cases)).map((answer) => answer.case.id);
});
afterAll(async () => {
  await cases.stop();
});

const entities = query<{
  readonly _entities: readonly (FullCase | null)[];
}>(`query ($references: [_Any!]!) { _entities(representations: $references) {
  ... on Case { id receiptNumber deadlines { dueAt ledger { day } } item { id } availableActions applicant { name } }
} }`);
const references = (count: number) => all.slice(0, count).map((id) => ({ __typename: 'Case', id }));

describe('one _entities fetch', () => {
  it.each([1, 10, 100])(
    'of %i cases costs one Mongo command, and one for who is kept away',
    async (count) => {
      let seen: readonly (string | undefined)[] = [];
      const ask = async () => {
        const answer = await cases.ask(officer, entities, { references: references(count) });
        seen = answer._entities.map((found) => found?.id);
      };
      expect(await cases.costOf(ask)).toBe(2);
      expect(seen).toEqual(all.slice(0, count));
    },
  );

  it.each([1, 10, 100])('of %i cases with their history costs one command more', async (count) => {
    const withHistory = query<{
      readonly _entities: readonly (FullCase | null)[];
    }>(`query ($references: [_Any!]!) { _entities(representations: $references) {
      ... on Case { id history { type } } } }`);
    let told: readonly (readonly { readonly type: string }[] | undefined)[] = [];
    const ask = async () => {
      const answer = await cases.ask(officer, withHistory, { references: references(count) });
      told = answer._entities.map((found) => found?.history);
    };
    expect(await cases.costOf(ask)).toBe(2);
    expect(told).toEqual(all.slice(0, count).map(() => [{ type: 'CaseSubmitted' }]));
  });

  it.each([1, 10, 100])(
    'of %i items costs one for their cases and one for the counts',
    async (count) => {
      const items = [ids.item, ...all.slice(1, count)];
      const references = items.map((id) => ({ __typename: 'ServiceItem', id }));
      const pages = query<{
        readonly _entities: readonly { readonly cases: IdPage }[];
      }>(`query ($references: [_Any!]!, $count: Boolean!) { _entities(representations: $references) {
      ... on ServiceItem { cases(first: 3) {
        totalCount @include(if: $count) edges { node { id } } pageInfo { hasNextPage endCursor } } } } }`);
      let answer: Awaited<ReturnType<typeof ask>> | undefined;
      const ask = (counting: boolean) => cases.ask(officer, pages, { references, count: counting });
      expect(await cases.costOf(() => ask(false))).toBe(1);
      expect(
        await cases.costOf(async () => {
          answer = await ask(true);
        }),
      ).toBe(2);
      const [first, ...others] = answer?._entities ?? [];
      expect(first?.cases).toMatchObject({ totalCount: 100, pageInfo: { hasNextPage: true } });
      expect(first?.cases.edges).toHaveLength(3);
      expect(
        others.every(({ cases: { totalCount, edges } }) => totalCount + edges.length === 0),
      ).toBe(true);
    },
  );

  it('that reads personal data writes its accesses with one insert, before it answers', async () => {
    const reader = asStaff(['cases:handle', 'personal:read']);
    let last: object | null | undefined;
    const ask = async () => {
      const answer = await cases.ask(reader, entities, { references: references(10) });
      last = answer._entities[9]?.applicant;
    };
    expect(await cases.costOf(ask)).toBe(3);
    expect(last).toEqual({ name: '示例甲' });
    const rows = await cases.database.collection('accesses').countDocuments({ viewer: reader.id });
    expect(rows).toBe(10);
  });
});

describe('a case that a viewer may not see does not exist for him', () => {
  const stranger = asStaff(['cases:handle', 'personal:read'], { department: ids.region });
  const id = () => all[0] ?? '';

  it('at the root', async () => {
    expect(await cases.ask(stranger, fullCase, { id: id() })).toEqual({ caseById: null });
  });

  it('as an entity', async () => {
    const answer = await cases.ask(stranger, entities, { references: references(1) });
    expect(answer).toEqual({ _entities: [null] });
  });

  it('in a list, by an edge of its item, and in their counts', async () => {
    const list = '{ cases { totalCount edges { node { id } } } }';
    expect(await cases.ask(stranger, list)).toEqual({ cases: { totalCount: 0, edges: [] } });
    const edge = query<{
      readonly _entities: readonly { readonly cases: IdPage }[];
    }>(`query ($references: [_Any!]!) { _entities(representations: $references) {
      ... on ServiceItem { cases { totalCount edges { node { id } } } } } }`);
    const item = [{ __typename: 'ServiceItem', id: ids.item }];
    const hidden = await cases.ask(stranger, edge, { references: item });
    expect(hidden._entities[0]?.cases).toEqual({ totalCount: 0, edges: [] });
    const seen = await cases.ask(officer, edge, { references: item });
    expect(seen._entities[0]?.cases.totalCount).toBe(100);
  });

  it('to a command', async () => {
    const input = { caseId: id(), rightsInformed: true };
    const { answer } = await cases.ask(stranger, mutation('acceptCase'), { input });
    expect(answer.__typename).toBe('NotFound');
  });

  it('and his applicant is null to who runs the centre and has no task with it, whatever he may read', async () => {
    const applicantTo = async (...scopes: Parameters<typeof asStaff>[0]) =>
      (await cases.ask(asStaff(scopes), fullCase, { id: id() })).caseById.applicant;
    expect(await applicantTo('cases:centre', 'windows:manage', 'personal:read')).toBeNull();
    expect(await applicantTo('cases:centre', 'cases:handle', 'personal:read')).not.toBeNull();
    expect(await applicantTo('supervision:handle', 'personal:read')).not.toBeNull();
  });

  it('and his applicant is null to who sees the case but may not read personal data', async () => {
    const { caseById } = await cases.ask(officer, fullCase, { id: id() });
    expect(caseById.applicant).toBeNull();
  });
});

describe('lists', () => {
  it('are walked through page by page without a gap or a double', async () => {
    const urgent = query<{
      readonly cases: IdPage;
    }>(`query ($after: String) { cases(first: 33, after: $after, filter: { statuses: [SUBMITTED] },
      orderBy: DUE_AT_ASC) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { cases: page }: { readonly cases: IdPage } = await cases.ask(officer, urgent, {
        after,
      });
      seen.push(...page.edges.map(({ node }) => node.id));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(seen).toHaveLength(100);
    expect(new Set(seen)).toEqual(new Set(all));
  });
});
