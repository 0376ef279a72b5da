import { readFileSync } from 'node:fs';
import { createExecutor } from '../src/execution/executor.ts';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';

const sdl = readFileSync(`${__dirname}/../supergraph.graphql`, 'utf8');
const planner = createSupergraphPlanner(withoutSecurityPurpose(sdl));
let asked = 0;
const executor = createExecutor(planner, () => {
  asked += 1;
  return Promise.resolve({ data: {} });
});
beforeEach(() => {
  asked = 0;
});

async function tell(source: string, variables: object) {
  const request = { request: { variables }, source, context: { deadline: new Date(8e15) } };
  const { errors } = await executor.execute(
    request as unknown as Parameters<typeof executor.execute>[0],
  );
  return errors?.map(({ extensions: { code, limit, found, inputPath } }) => ({
    ...{ code, limit, found, inputPath },
  }));
}

it('refuses a filter of our graph with too many values before a subgraph is asked, and asks with fewer', async () => {
  const query = 'query ($f: ItemFilter) { items(filter: $f, first: 1) { totalCount } }';
  const status = (count: number) => ({ f: { status: Array<string>(count).fill('IN_SERVICE') } });
  expect(await tell(query, status(51))).toEqual([
    { code: 'BAD_USER_INPUT', limit: 50, found: 51, inputPath: ['filter', 'status'] },
  ]);
  expect(asked).toBe(0);
  await tell(query, status(50));
  expect(asked).toBe(1);
});

const cursorAs: Readonly<Record<string, (after: string) => readonly [string, object]>> = {
  'a literal': (after) => [`{ items(first: 1, after: "${after}") { totalCount } }`, {}],
  'a variable': (after) => [
    'query ($after: String) { items(first: 1, after: $after) { totalCount } }',
    { after },
  ],
};

it.each(Object.entries(cursorAs))(
  'refuses a cursor that is none by its length before a subgraph is asked: %s',
  async (_, operationOf) => {
    expect(await tell(...operationOf('x'.repeat(90_000)))).toEqual([
      { code: 'BAD_USER_INPUT', limit: 1_024, found: 90_000, inputPath: ['after'] },
    ]);
    expect(asked).toBe(0);
    await tell(...operationOf('x'.repeat(1_024)));
    expect(asked).toBe(1);
  },
);

it('lets a subgraph say so as data where its answer has InvalidInput', async () => {
  const mutation = `mutation ($input: RequestSupplementInput!) { requestSupplement(input: $input) { __typename } }`;
  await tell(mutation, { input: { caseId: '1', materials: Array<string>(201).fill('1') } });
  expect(asked).toBe(1);
});
