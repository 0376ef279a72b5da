import { createLog } from '../logs/create-log.ts';
import { createLifecycle } from './create-lifecycle.ts';

const log = createLog({ service: 'cases', level: 'silent' });

it('stops in the order of the stages, the last one added first, and once', async () => {
  const told: string[] = [];
  const lifecycle = createLifecycle(log);
  const tell = (name: string) => () => void told.push(name);
  lifecycle.onStop('close', 'mongo', tell('mongo'));
  lifecycle.onStop('close', 'nats', tell('nats'));
  lifecycle.onStop('drainConsumers', 'consumers', tell('consumers'));
  lifecycle.onStop('drainRequests', 'http', tell('http'));
  lifecycle.onStop('unready', 'health', tell('health'));
  expect(await Promise.all([lifecycle.stop('a'), lifecycle.stop('b')])).toEqual([true, true]);
  expect(told).toEqual(['health', 'http', 'consumers', 'nats', 'mongo']);
});

it('a step that fails holds up no other, and the stop was not clean', async () => {
  let closed = false;
  const lifecycle = createLifecycle(log);
  lifecycle.onStop('drainRequests', 'http', () => Promise.reject(new Error('stuck')));
  lifecycle.onStop('close', 'mongo', () => {
    closed = true;
  });
  expect(await lifecycle.stop('a')).toBe(false);
  expect(closed).toBe(true);
});

it('a step that never ends is not waited for longer than the limit', async () => {
  const lifecycle = createLifecycle(log, 30);
  lifecycle.onStop('drainRequests', 'http', () => new Promise(() => undefined));
  expect(await lifecycle.stop('a')).toBe(false);
});
