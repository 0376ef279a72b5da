import { InvalidCursor } from '@onewindow/kernel';
import { RequestTimeOver } from '@onewindow/runtime';
import { badUserInput } from '../src/index.ts';
import { aSubgraph, nobody, type Answered } from './a-subgraph.ts';

/** As the driver throws what the server says. */
class MongoServerError extends Error {
  override readonly name = 'MongoServerError';
  readonly code: number;
  constructor(code: number) {
    super('a secret of mongo at 10.0.0.7');
    this.code = code;
  }
}
const failing = {
  late: () => Promise.reject(new RequestTimeOver('too late')),
  ended: () => Promise.reject(new MongoServerError(50)),
  duplicate: () => Promise.reject(new MongoServerError(11_000)),
  fault: () => {
    throw new Error('connection to mongo at 10.0.0.7 refused');
  },
  rejected: () => Promise.reject(new TypeError('secret detail')),
  input: () => {
    throw badUserInput({ en: 'The id is no UUID.', zh: '标识不是 UUID。' });
  },
  cursor: () => Promise.reject(new InvalidCursor('bad cursor eyJhIjox')),
  nothing: () => null,
};
const { subgraph, lines } = aSubgraph({
  sdl: `extend type Query { late: Int ended: Int duplicate: Int fault: Int rejected: Int input: Int cursor: Int number(at: DateTime!): Int
    strict: Strict } type Strict { nothing: Int! }`,
  resolvers: { Query: { ...failing, strict: () => ({}) }, Strict: failing },
});

const traceId = 'c'.repeat(32);
const run = async (
  query: string,
  variables: Record<string, unknown> = {},
  language: 'en' | 'zh' = 'en',
) =>
  (await subgraph.executeOperation(
    { query, variables },
    { viewer: nobody, traceId, language },
  )) as Answered;
beforeEach(() => lines.splice(0));

it.each(['{ fault }', '{ rejected }', '{ duplicate }', '{ strict { nothing } }'])(
  'masks the fault of %s and logs its cause under the trace id',
  async (query) => {
    const { errors } = await run(query);
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'Something went wrong on our side.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', traceId },
      }),
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/mongo|secret|stack|non-nullable|\.ts/i);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ msg: 'request failed', level: 'error' });
    expect(JSON.stringify(lines[0])).toMatch(/mongo|secret|non-nullable/);
  },
);

it.each(['{ late }', '{ ended }'])(
  'tells of %s that the time is over, and logs nothing',
  async (query) => {
    const { errors } = await run(query);
    expect(errors).toMatchObject([
      { message: 'The time for this request is over.', extensions: { code: 'DEADLINE_EXCEEDED' } },
    ]);
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
    expect(lines).toEqual([]);
  },
);

it('keeps what the caller did wrong, with its message, and logs nothing', async () => {
  const { errors } = await run('{ input }');
  expect(errors?.[0]).toMatchObject({
    message: 'The id is no UUID.',
    path: ['input'],
    extensions: { code: 'BAD_USER_INPUT', traceId },
  });
  expect(lines).toEqual([]);
});

it('calls a cursor that is not ours bad input, without showing it, and logs nothing', async () => {
  const { errors } = await run('{ cursor }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', kind: 'BAD_CURSOR' });
  expect(JSON.stringify(errors)).not.toContain('eyJ');
  expect(lines).toEqual([]);
});

it('tells in Chinese, too, how a scalar is written', async () => {
  const { errors } = await run('{ number(at: "yesterday") }', {}, 'zh');
  expect(errors?.[0]).toMatchObject({
    message: '时刻须写成带时区的形式，如 2026-03-01T09:00:00+08:00。',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

it.each([
  ['{', 'GRAPHQL_PARSE_FAILED'],
  ['{ nowhere }', 'GRAPHQL_VALIDATION_FAILED'],
  ['query A { input } query B { input }', 'OPERATION_RESOLUTION_FAILURE'],
  ['query A($at: DateTime!) { number(at: $at) }', 'BAD_USER_INPUT'],
])('gives %s the code %s', async (query, code) => {
  const { errors } = await run(query, { at: 'yesterday' });
  expect(errors?.[0]?.extensions).toMatchObject({ code, traceId });
});
