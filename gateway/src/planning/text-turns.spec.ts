import { GraphQLError } from 'graphql';
import { createTextTurns } from './text-turns.ts';

const later = new Date(Date.now() + 1_000_000);
const asker = (caller: string, deadline = later) => ({ caller, deadline });

/** Work that begins when its turn comes and ends when it is told to. */
function setUp(mostWaiting?: number) {
  const inTurn = createTextTurns(mostWaiting);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (caller: string, text: string, deadline?: Date) =>
    inTurn(asker(caller, deadline), () => {
      begun.push(text);
      return new Promise<string>((resolve) => {
        ends.push(() => {
          resolve(text);
        });
      });
    });
  /** Until nothing is left. */
  const endAll = async () => {
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { ask, begun, endAll };
}
const codeOf = (error: unknown) =>
  error instanceof GraphQLError ? error.extensions['code'] : error;

it('lets callers take turns, however many texts one of them has waiting', async () => {
  const { ask, begun, endAll } = setUp();
  const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].map((text) => ask(text.charAt(0), text));
  expect(begun).toEqual(['a1']);
  await endAll();
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  expect(await Promise.all(all)).toHaveLength(7);
});

it('refuses what is more than one caller may have waiting, at once, and nobody else', async () => {
  const { ask, begun, endAll } = setUp(2);
  const taken = [ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3')];
  const error: unknown = await ask('a', 'a4').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ extensions: { code: 'RATE_LIMITED', http: { status: 429 } } });
  const other = ask('b', 'b1');
  await endAll();
  expect(await Promise.all([...taken, other])).toEqual(['a1', 'a2', 'a3', 'b1']);
  expect(begun).not.toContain('a4');
});

it('begins nothing whose time is over while it waits, and goes on with the others', async () => {
  const { ask, begun, endAll } = setUp();
  const first = ask('a', 'a1');
  const late: unknown = await ask('b', 'b1', new Date(0)).catch(codeOf);
  expect(late).toBe('DEADLINE_EXCEEDED');
  const last = ask('b', 'b2');
  await endAll();
  expect(await Promise.all([first, last])).toEqual(['a1', 'b2']);
  expect(begun).toEqual(['a1', 'b2']);
});

it('goes on after work that failed', async () => {
  const inTurn = createTextTurns();
  const failing = inTurn(undefined, () => Promise.reject(new Error('failed')));
  const next = inTurn(undefined, () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toBe('done');
});
