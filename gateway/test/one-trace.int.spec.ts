import { startNats, type StartedNats } from '@onewindow/messaging/testing';
import { startMongo, type TestMongo } from '@onewindow/persistence/testing';
import { collectSpans, type CollectedSpan, type CollectedSpans } from '@onewindow/runtime/testing';
import { requestTokensFor } from '@onewindow/identity/testing';
import { createRequestTokenMinter } from '@onewindow/identity';
import { eventually } from '@onewindow/testing';
import { ask, metricsAt, startGateway } from './a-graph.ts';
import { startTwoServices, supergraphSdl } from './two-services.ts';

const traceId = 'a'.repeat(32);
const traceparent = `00-${traceId}-${'b'.repeat(16)}-01`;
const name = '演示 13800138000';
let mongo: TestMongo;
let nats: StartedNats;
let spans: CollectedSpans;
let services: Awaited<ReturnType<typeof startTwoServices>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;

beforeAll(async () => {
  [mongo, nats, spans] = await Promise.all([startMongo(), startNats(), collectSpans()]);
  services = await startTwoServices({
    ...{ mongoUri: mongo.uri, prefix: mongo.prefix, natsUrl: nats.url },
  });
  const { hall, board } = services;
  const keys = { hall: requestTokensFor('hall').keys, board: requestTokensFor('board').keys };
  gateway = await startGateway(
    { hall: hall.url(), board: board.url() },
    { supergraphSdl, minter: createRequestTokenMinter(keys) },
  );
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([services.hall.stop(), services.board.stop()]);
  await spans.stop();
  await Promise.all([mongo.kill(), nats.stop()]);
});

const enter = (headers: Record<string, string>) =>
  ask(gateway.address, `mutation Enter { enter(name: ${JSON.stringify(name)}) }`, headers);

async function spanOf(ofName: string): Promise<CollectedSpan> {
  const find = () => spans.all().find((span) => span.name === ofName);
  await eventually(`a span ${ofName}`, () => find() !== undefined);
  return find() as CollectedSpan;
}
/** From the first span, whose parent nobody has told of, to this one. */
function pathTo(effect: CollectedSpan): readonly CollectedSpan[] {
  const byId = new Map(spans.all().map((span) => [span.spanId, span]));
  const path: CollectedSpan[] = [];
  for (let at: CollectedSpan | undefined = effect; at; at = byId.get(at.parentId ?? '')) {
    path.unshift(at);
  }
  return path;
}

it('one trace goes from the mutation over HTTP and NATS to the other service’s effect', async () => {
  expect((await enter({ traceparent })).data).toEqual({ enter: 1 });
  const effect = await spanOf('command notice');
  // Spans are told when they end, and the outer ones end last.
  await eventually('the first span', () => pathTo(effect)[0]?.parentId === 'b'.repeat(16));
  const path = pathTo(effect);
  const names = path.map((span) => span.name);
  expect(names).toEqual([
    'POST /graphql',
    'fetch hall',
    'POST /graphql',
    'enter visit',
    'consume board-notices',
    'command notice',
  ]);
  expect(path[0]).toMatchObject({ traceId, parentId: 'b'.repeat(16) });
  expect(new Set(path.map((span) => span.traceId))).toEqual(new Set([traceId]));
  const published = await spanOf('publish ONEWINDOW_HALL');
  expect(pathTo(published).at(-2)?.name).toBe('enter visit');
});

it('it tells operations, kinds and codes, and nothing that a person wrote', () => {
  const told = spans.all().filter((span) => span.traceId === traceId);
  expect(JSON.stringify(told)).not.toMatch(/演示|13800138000|mutation Enter/);
  const keys = new Set(told.flatMap(({ attributes }) => Object.keys(attributes)));
  expect([...keys].sort()).toEqual([
    'cloudevents.event_id',
    'cloudevents.event_type',
    'graphql.operation.name',
    'graphql.operation.type',
    'http.request.method',
    'http.response.status_code',
    'http.route',
    'messaging.consumer.group.name',
    'messaging.destination.name',
    'messaging.operation.type',
    'messaging.system',
    'onewindow.aggregate',
    'onewindow.outcome',
    'onewindow.subgraph',
  ]);
});

it('a refused command ends its span with the code of the refusal', async () => {
  spans.clear();
  expect((await enter({})).data).toEqual({ enter: 0 });
  const refused = await spanOf('enter visit');
  expect(refused.attributes['onewindow.outcome']).toBe('AlreadyExists');
});

describe('metrics', () => {
  const series = (text: string, metric: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${metric}{`))
      // Which series came first is a matter of which lane was looked at first.
      .sort();

  it('of the services tell commands, what waits and what lags, by their own words', async () => {
    const rendered = async () => (await services.hall.metrics.render()).text;
    // That it was published is noted after the broker has said so.
    await eventually('nothing pending', async () =>
      (await rendered()).includes('onewindow_outbox_pending{aggregate="visit",service="hall"} 0'),
    );
    const hall = await rendered();
    expect(series(hall, 'onewindow_commands_total')).toEqual([
      'onewindow_commands_total{aggregate="visit",outcome="AlreadyExists",service="hall"} 1',
      'onewindow_commands_total{aggregate="visit",outcome="accepted",service="hall"} 1',
    ]);
    expect(series(hall, 'onewindow_outbox_pending')).toEqual([
      'onewindow_outbox_pending{aggregate="journal-seal",service="hall"} 0',
      'onewindow_outbox_pending{aggregate="visit",service="hall"} 0',
    ]);
    const board = (await services.board.metrics.render()).text;
    // What is sent again waits in a lane of its own.
    expect(series(board, 'onewindow_events_waiting')).toEqual([
      expect.stringContaining('durable="board-notices",'),
      expect.stringContaining('durable="board-notices-again",'),
    ]);
    expect(series(board, 'onewindow_dead_letters')).toEqual([
      'onewindow_dead_letters{durable="board-notices",service="board"} 0',
    ]);
  });

  it('of the gateway tell subrequests by subgraph and outcome, and which subgraphs are up', async () => {
    const text = await metricsAt(gateway.address);
    expect(series(text, 'onewindow_subrequest_seconds_count')).toEqual([
      expect.stringMatching(/subgraph="hall".*outcome="answered".* 2$/),
    ]);
    expect(series(text, 'onewindow_subgraph_up')).toHaveLength(2);
  });
});
