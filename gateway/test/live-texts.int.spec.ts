import { createWorkHere } from '../src/planning/text-work.ts';
import { createTextReader } from '../src/planning/text-reader.ts';
import { createSupergraphPlanner } from '../src/execution/supergraph-planner.ts';
import type { ThreadWork } from '../src/planning/thread-work.ts';
import { RATES } from '../src/rates/rate-kinds.ts';
import { withoutSecurityPurpose } from '../src/supergraph.ts';
import { ask, startGateway, type Answered } from './a-graph.ts';
import { liveSupergraph } from './live-graph.ts';

const planner = createSupergraphPlanner(withoutSecurityPurpose(liveSupergraph));

/** A gateway that hears nothing, and what its one reader of texts was asked, for whom. */
async function start() {
  const seen: unknown[] = [];
  const gateway = await startGateway(
    { cases: 'http://127.0.0.1:1/graphql', items: 'http://127.0.0.1:1/graphql' },
    {
      ...{ supergraphSdl: liveSupergraph, executor: 'own', rates: RATES },
      planApart: ({ limits, introspection }): ThreadWork => {
        const reader = createTextReader(() => planner.schema, { limits, introspection });
        const work = createWorkHere(() => planner, reader);
        return {
          start: () => Promise.resolve(),
          stop: () => Promise.resolve(),
          read: (text, asker) => {
            seen.push(['read', text, asker?.caller, asker?.deadline instanceof Date]);
            return work.read(text, asker);
          },
          plan: (text, operationName, asker) => {
            seen.push(['plan', text, asker?.caller, asker?.deadline instanceof Date]);
            return work.plan(text, operationName, asker);
          },
        };
      },
    },
  );
  const subscribe = async (query: string): Promise<unknown> => {
    const answer = await fetch(`${gateway.address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'zh' },
      body: JSON.stringify({ query }),
    });
    const [, data] = /^data: (.*)$/m.exec(await answer.text()) ?? [];
    return (JSON.parse(data ?? '') as Answered).errors;
  };
  return { ...gateway, seen, subscribe };
}

const CALLER = 'address 127.0.0.1';

it('reads and plans the text of a subscription in the turns of its caller, once for all who ask it at once', async () => {
  const { seen, subscribe, stop } = await start();
  const query = 'subscription { caseMoved { id } }';
  const unheard = [{ extensions: { code: 'LIVE_UPDATES_UNAVAILABLE' } }];
  const told = await Promise.all([1, 2, 3].map(() => subscribe(query)));
  expect(told).toMatchObject([unheard, unheard, unheard]);
  expect(await subscribe(query)).toMatchObject(unheard);
  expect(seen).toEqual([
    ['read', query, CALLER, true],
    ['plan', 'subscription{caseMoved{id}}', CALLER, true],
  ]);
  await stop();
});

it('tells by an event stream what was found wrong with a text by HTTP, in the same words, and reads it once', async () => {
  const { address, seen, subscribe, stop } = await start();
  const wrong = 'subscription { nobody }';
  const { errors = [] } = await ask(address, wrong, { 'accept-language': 'zh' });
  expect(errors).toMatchObject([
    { message: '类型“Subscription”没有字段“nobody”。', locations: [{ line: 1, column: 16 }] },
  ]);
  const [{ extensions, ...error }] = errors as [(typeof errors)[number]];
  const { traceId: _, ...told } = extensions;
  expect(await subscribe(wrong)).toEqual([{ ...error, extensions: told }]);
  expect(seen).toEqual([['read', wrong, CALLER, true]]);
  await stop();
});

it('says by both ways, in Chinese and by its kind, that it stopped telling what is wrong', async () => {
  const { address, subscribe, stop } = await start();
  const wrong = `subscription { ${Array.from({ length: 60 }, (_, at) => `nobody${at}`).join(' ')} }`;
  const last = {
    message: '错误过多，校验到此为止，其余不再列出。',
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', kind: 'TOO_MANY_ERRORS' },
  };
  const { errors = [] } = await ask(address, wrong, { 'accept-language': 'zh' });
  const live = (await subscribe(wrong)) as typeof errors;
  for (const told of [errors, live]) {
    expect(told).toHaveLength(51);
    expect(told.at(-1)).toMatchObject(last);
  }
  await stop();
});
