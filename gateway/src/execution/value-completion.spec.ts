import { createCompletion, keepTime, refuseSize, ROWS } from './value-completion.ts';

const at = (now: number) =>
  createCompletion(
    {},
    {
      ...{ answerSize: 10, isPlain: true, shared: undefined, unknown: undefined },
      context: { deadline: new Date(1_000) } as Parameters<typeof createCompletion>[1]['context'],
    },
    () => now,
  );

it('goes on while there is time, and looks again after as many rows', () => {
  const completion = at(999);
  completion.rowsLeft = 0;
  keepTime(completion);
  expect(completion.rowsLeft).toBe(ROWS);
});

it('writes nothing more once the time is over', () => {
  const late = at(1_000);
  expect(
    codeOf(() => {
      keepTime(late);
    }),
  ).toBe('DEADLINE_EXCEEDED');
});

it('tells the bound of an answer that is too large', () => {
  expect(
    codeOf(() => {
      refuseSize(10);
    }),
  ).toBe('ANSWER_LIMIT');
});

function codeOf(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { readonly extensions?: { readonly code?: unknown } }).extensions?.code;
  }
}
