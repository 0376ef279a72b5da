import { defaultLimits, inLanguage } from '@onewindow/subgraph';
import { parse, type GraphQLError } from 'graphql';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import type { ThreadData } from '../src/planning/thread-messages.ts';
import type { ThreadWork, ThreadWorkOptions } from '../src/planning/thread-work.ts';
import { createTextReader, type ReadText } from '../src/planning/text-reader.ts';
import { RATES } from '../src/rates/rate-kinds.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';
import { ask, startGateway, startSubgraph, supergraphSdl } from './a-graph.ts';
import { buildThread, threadWork } from './built-thread.ts';

const sdl = withoutSecurityPurpose(supergraphSdl);
const bounds = { limits: defaultLimits, introspection: true };
const data: ThreadData = { supergraphSdl: sdl, ...bounds };
const planner = createSupergraphPlanner(sdl);
const read = createTextReader(() => planner.schema, bounds);
const OPERATION = '{ myCase(id: "1") { number item { name } } }';

const { file, remove } = buildThread();
const begun: ThreadWork[] = [];
const start = (options: Partial<ThreadWorkOptions> = {}) => {
  const started = threadWork({ data, file, ...options });
  begun.push(started.work);
  return started;
};
afterEach(() => Promise.all(begun.splice(0).map((work) => work.stop())));
afterAll(remove);

it('plans as this thread would', async () => {
  const { work, told } = start();
  const { plan } = planner.plan(parse(OPERATION), undefined);
  expect(await work.plan(OPERATION, undefined)).toEqual(JSON.parse(JSON.stringify(plan)));
  expect(await told()).toMatch(/^onewindow_planning_thread_total\{kind="PLAN".*\} 1$/m);
});

it.each([
  ['what is valid', OPERATION],
  ['what the schema has not', '{ nobody { id } myCase { id } }'],
  ['what is over a limit', `{ ${'whoami @include(if: true) '.repeat(21)} }`],
  ['aliases that nobody may have', '{ constructor: whoami }'],
  ['fragments that spread themselves', '{ whoami ...A } fragment A on Query { ...A }'],
])('reads as this thread would: %s', async (_, text) => {
  const { work } = start();
  const told = (done: ReadText) =>
    done.ok
      ? done
      : inLanguage(
          done.errors.map((error) => error.toJSON()),
          'zh',
        );
  expect(told(await work.read(text))).toEqual(told(read(text)));
});

it('tells of what can’t be planned, and goes on', async () => {
  const { work } = start();
  await expect(work.plan('{ whoami', undefined)).rejects.toThrow('Syntax Error');
  await expect(work.plan(OPERATION, 'Another')).rejects.toThrow();
  expect(await work.read(OPERATION)).toEqual({
    ok: true,
    says: '{myCase(id:"1"){number item{name}}}',
  });
});

const faulty = `${__dirname}/faulty-thread.mjs`;
it.each([
  { fault: 'has died', text: 'die', code: undefined },
  { fault: 'takes too long', text: 'hang', code: 'DEADLINE_EXCEEDED', longest: 3_000 },
])(
  'replaces a thread that $fault, and answers its text with an error',
  async ({ text, code, longest = 60_000 }) => {
    const { work, told } = start({ file: faulty, longest });
    const [ended, next] = await Promise.allSettled([work.read(text), work.read('another')]);
    expect(next).toEqual({ status: 'fulfilled', value: { ok: true, says: 'another' } });
    const { reason } = ended as { readonly reason?: Partial<GraphQLError> };
    expect(reason).toBeInstanceOf(Error);
    expect(reason?.extensions?.['code']).toBe(code);
    expect(await told()).toMatch(/^onewindow_planning_thread_ended_total\{.*\} 1$/m);
  },
);

it('asks no thread again for a text that ended one', async () => {
  const { work, told } = start({ file: faulty, longest: 60_000 });
  const first = await work.read('die').catch((error: unknown) => error);
  const again = await Promise.all(
    ['die', 'die'].map((text) => work.read(text).catch((error: unknown) => error)),
  );
  expect(again).toEqual([first, first]);
  expect(first).toBeInstanceOf(Error);
  expect(await work.read('another')).toEqual({ ok: true, says: 'another' });
  expect(await told()).toMatch(/^onewindow_planning_thread_ended_total\{.*\} 1$/m);
  expect(await told()).toMatch(/^onewindow_planning_thread_total\{kind="READ".*\} 2$/m);
});

it.each([
  { which: 'reading', fails: 'read' },
  { which: 'planning', fails: 'plan' },
] as const)('takes a text whose $which failed each time it is sent', async ({ fails }) => {
  const cases = await startSubgraph('cases');
  const done = { read: 0, plan: 0 };
  const begin = (kind: 'plan' | 'read') => {
    done[kind] += 1;
    return kind === fails ? Promise.reject(new Error('ended')) : undefined;
  };
  const planApart = (): ThreadWork => ({
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    read: async (text) => {
      await begin('read');
      return read(text);
    },
    plan: async (text) => {
      await begin('plan');
      return planner.plan(parse(text), undefined).plan;
    },
  });
  const gateway = await startGateway(
    { cases: cases.url, items: cases.url },
    { executor: 'own', planApart, rates: { ...RATES, text: { points: 2, seconds: 3_600 } } },
  );
  try {
    const codes: unknown[] = [];
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await ask(gateway.address, '{ whoami }');
      codes.push(errors?.[0]?.extensions['code']);
    }
    const fault = 'INTERNAL_SERVER_ERROR';
    expect(codes).toEqual([fault, fault, 'RATE_LIMITED']);
    expect(done[fails]).toBe(2);
  } finally {
    await gateway.stop();
    await cases.stop();
  }
});

it('tells a caller whose fragments spread each other without measure, and not the log', async () => {
  const { work } = start({ longest: 60_000 });
  const fragments = Array.from({ length: 40 }, (_, at) => {
    const next = at < 38 ? `...f${at + 1} ...f${at + 2}` : '';
    return `fragment f${at} on Query { ${next} whoami }`;
  });
  const refused = work.plan(`{ ...f0 } ${fragments.join(' ')}`, undefined);
  await expect(refused).rejects.toMatchObject({ extensions: { code: 'COST_LIMIT' } });
});

it('says at the start that there can be no thread', async () => {
  const { work } = start({ data: { ...data, supergraphSdl: 'type Query' } });
  await expect(work.start()).rejects.toThrow('The planning thread has ended.');
});

it('reads each new text of a gateway, be it good, wrong or a subscription; what is known asks it nothing', async () => {
  const cases = await startSubgraph('cases');
  const { told, ...started } = start();
  const gateway = await startGateway(
    { cases: cases.url, items: cases.url },
    { executor: 'own', planApart: () => started.work },
  );
  const counts = async () => {
    const text = await told();
    const asked = (kind: string) =>
      new RegExp(`_thread_total\\{kind="${kind}".*\\} (\\d+)`).exec(text)?.[1] ?? '0';
    return [Number(asked('READ')), Number(asked('PLAN'))];
  };
  try {
    expect((await ask(gateway.address, '{ whoami }')).errors).toBeUndefined();
    expect(await counts()).toEqual([1, 1]);
    expect((await ask(gateway.address, '{ whoami }')).errors).toBeUndefined();
    // The same operation in other words: valid or not is yet to be seen, its plan is known.
    expect((await ask(gateway.address, '{ whoami } # again')).errors).toBeUndefined();
    expect(await counts()).toEqual([2, 1]);
    for (let time = 0; time < 2; time += 1) {
      const wrong = await ask(gateway.address, '{ nobody }', { 'accept-language': 'zh' });
      expect(wrong).toMatchObject({
        status: 400,
        errors: [
          {
            message: '类型“Query”没有字段“nobody”。',
            extensions: {
              code: 'GRAPHQL_VALIDATION_FAILED',
              traceId: expect.any(String) as string,
            },
          },
        ],
      });
    }
    expect(await counts()).toEqual([3, 1]);
    const stream = await fetch(`${gateway.address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { nobody ...Nothing }' }),
    });
    expect(await stream.text()).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(await counts()).toEqual([4, 1]);
  } finally {
    await gateway.stop();
    await cases.stop();
  }
});
