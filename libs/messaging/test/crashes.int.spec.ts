import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { env, execPath } from 'node:process';
import { bundleProgram } from '@onewindow/runtime/testing';
import { v5 } from 'uuid';
import { createDeadLetters } from '../src/index.ts';
import { eventually } from '@onewindow/testing';
import { setStage } from './stage.ts';
import { thingReplica } from './thing-replica.ts';
import { thingChanged } from './things.ts';

const stage = setStage();
const ROUNDS = Number(env['CRASH_ROUNDS'] ?? 3);
const names = ['a', 'b', 'c', 'd', 'e'];
const program = bundleProgram(join(dirname(expect.getState().testPath ?? ''), 'crash-consumer.ts'));
afterAll(() => {
  program.remove();
});

const children: ChildProcess[] = [];
// Whatever a test that failed has left.
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function startConsumer(point: string) {
  const { nats, mongo, owner, db } = stage;
  const args = [nats().url, mongo().uri, db().databaseName, owner(), point];
  const child = spawn(execPath, [program.file, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  return { child, exited: once(child, 'exit') as Promise<[number | null, string | null]> };
}

async function endState() {
  const created = stage.db().collection<{ _id: string; value: number }>('created');
  return {
    things: await thingReplica(stage.db()).all(),
    created: await created.find().sort({ _id: 1 }).toArray(),
  };
}

const byId = (left: { _id: string }, right: { _id: string }) => (left._id < right._id ? -1 : 1);

async function publishThings() {
  const publisher = await stage.publisher();
  await stage.ready(publisher);
  const events = [1, 2].flatMap((n) => names.map((name) => thingChanged(stage.owner(), [name, n])));
  expect(await publisher.publish(events)).toEqual({ failed: [] });
  const things = events
    .filter(({ envelope }) => envelope.aggregateversion === 2)
    .map(({ envelope }) => ({ _id: envelope.subject, sourceVersion: 2, value: 2 }));
  const created = events.map(({ envelope }) => ({
    _id: v5('receipt', envelope.id),
    value: envelope.aggregateversion,
  }));
  return { publisher, expected: { things: things.sort(byId), created: created.sort(byId) } };
}

const points = ['received', 'between', 'handled'].flatMap((point) =>
  Array.from({ length: ROUNDS }, (_, index) => ({ point, round: index + 1 })),
);

it.each(points)(
  'ends in the same state after a kill at "$point", round $round',
  async ({ point }) => {
    const { expected } = await publishThings();
    expect((await startConsumer(point).exited)[1]).toBe('SIGKILL');
    expect(await endState()).not.toEqual(expected);

    const second = startConsumer('never');
    await eventually('all created', async () => (await endState()).created.length === 10);
    await eventually('all newest', async () =>
      (await endState()).things.every(({ sourceVersion }) => sourceVersion === 2),
    );
    second.child.kill('SIGTERM');
    expect(await second.exited).toEqual([0, null]);
    expect(await endState()).toEqual(expected);
    expect((await createDeadLetters(stage.db()).list({ first: 1 })).letters).toEqual([]);
  },
);

it('makes a dead letter even of an event that kills the process each time', async () => {
  const { publisher, expected } = await publishThings();
  await publisher.publish([thingChanged(stage.owner(), ['deadly', 99])]);
  for (let killed = 0; killed < 8; killed += 1) {
    expect((await startConsumer('poison').exited)[1]).toBe('SIGKILL');
  }
  const last = startConsumer('poison');
  const letters = createDeadLetters(stage.db());
  await eventually('buried', async () => (await letters.list({ first: 1 })).letters.length === 1);
  await eventually('all created', async () => (await endState()).created.length === 10);
  last.child.kill('SIGTERM');
  await last.exited;
  expect(await endState()).toEqual(expected);
  // Of what was in hand beside it each time, nothing is lost or given up.
  const [letter, ...others] = (await letters.list({ first: 10 })).letters;
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    attempts: 8,
    reason: 'the process ended while it was handled',
  });
}, 240_000);
