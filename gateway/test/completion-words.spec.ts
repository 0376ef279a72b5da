import { inLanguage } from '@onewindow/subgraph';
import { createExecutor } from '../src/execution/executor.ts';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import { maskErrors } from '../src/operation-errors.ts';
import type { RequestContext } from '../src/request-context.ts';
import { composeLocal } from './local-subgraphs.ts';

const planner = createSupergraphPlanner(
  composeLocal({
    a: {
      sdl: `type Query { plain: Plain any: Any } type Plain { text: String size: Int! rows: [Int!] }
        type Other { text: String } union Any = Plain | Other`,
      resolvers: {},
    },
  }),
);
const context = { deadline: new Date(8e15) } as RequestContext;

it.each([
  ['what is missing', '{ plain { text } }', { plain: {} }, '没有服务给出“Plain.text”。'],
  [
    'a null that may not be',
    '{ plain { size } }',
    { plain: { size: null } },
    '字段“Plain.size”不应为空，但没有给出值。',
  ],
  ['no object', '{ plain { text } }', { plain: 1 }, '此处应为“Plain”类型的对象。'],
  ['no list', '{ plain { rows } }', { plain: { rows: 1 } }, '此处应为“Int!”的列表。'],
  [
    'a null in a list',
    '{ plain { rows } }',
    { plain: { rows: [1, null] } },
    '列表的第 2 项（Int）不应为空，但没有给出值。',
  ],
  [
    'a value of another type',
    '{ plain { rows } }',
    { plain: { rows: ['x'] } },
    '列表的第 1 项（Int）的值无效。',
  ],
  [
    'a type that there is not',
    '{ any { ... on Plain { text } } }',
    { any: { __typename: 'Nothing' } },
    '字段“any”的对象类型无效。',
  ],
])('tells of %s in Chinese', async (...[, source, data, message]) => {
  const executor = createExecutor(planner, () => Promise.resolve({ data }));
  const { errors = [] } = await executor.execute({
    ...{ request: {}, source, context },
  } as unknown as Parameters<typeof executor.execute>[0]);
  expect(inLanguage(maskErrors(errors), 'zh')).toMatchObject([
    { message, extensions: { code: 'SUBREQUEST_INVALID' } },
  ]);
});
