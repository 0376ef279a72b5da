import { GraphQLError } from 'graphql';
import type { TooMany } from '../rates/request-rates.ts';
import { createNewTexts } from './new-texts.ts';
import type { ReadText } from './text-reader.ts';

const WRONG = { ok: false, errors: [new GraphQLError('wrong')] } as const;
const deadline = new Date(8e15);
const NO_MORE: TooMany = { kind: 'text', retryAfter: 1 };

/** Counts what is read, and what is paid for it. */
function setUp(points = Infinity) {
  const seen: string[] = [];
  const paid: number[] = [];
  let left = points;
  const texts = createNewTexts({
    read: (text) => {
      seen.push(text);
      if (text === 'faulty') return Promise.reject(new Error('ended'));
      return Promise.resolve<ReadText>(text === 'wrong' ? WRONG : { ok: true, says: text });
    },
  });
  const takeText = (length: number) => {
    paid.push(length);
    left -= 1;
    return Promise.resolve(left < 0 ? NO_MORE : undefined);
  };
  const read = (text: string, isPlanned = true) =>
    texts.read(text, { deadline, takeText }, () => isPlanned);
  return { read, seen, paid };
}

it.each([
  ['right', { ok: true, says: 'right' }],
  ['wrong', WRONG],
])('reads a text that is %s once, and takes its length once', async (text, verdict) => {
  const { read, seen, paid } = setUp();
  expect([await read(text), await read(text)]).toEqual([verdict, verdict]);
  expect([seen, paid]).toEqual([[text], [5]]);
});

it('takes a valid text again that was never planned, and reads it no more', async () => {
  const { read, seen, paid } = setUp();
  await read('right');
  await read('right', false);
  await read('wrong');
  await read('wrong', false);
  expect([seen, paid]).toEqual([
    ['right', 'wrong'],
    [5, 5, 5],
  ]);
});

it('reads nothing for who has no more texts, and remembers nothing of it', async () => {
  const { read, seen } = setUp(1);
  await read('one');
  expect(await read('two')).toEqual({ ok: false, tooMany: NO_MORE });
  expect(await read('one')).toEqual({ ok: true, says: 'one' });
  expect(seen).toEqual(['one']);
});

it('remembers nothing of a text that could not be read', async () => {
  const { read, seen, paid } = setUp();
  await expect(read('faulty')).rejects.toThrow('ended');
  await expect(read('faulty')).rejects.toThrow('ended');
  expect([seen, paid]).toEqual([
    ['faulty', 'faulty'],
    [6, 6],
  ]);
});
