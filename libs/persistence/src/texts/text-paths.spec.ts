import { changedAt, changedDigests, type TextPath } from './text-paths.ts';

interface Filed {
  readonly title: string;
  readonly note: string | null;
  readonly content: { readonly body: string; readonly size: number } | null;
  readonly remarks: readonly { readonly text: string }[];
  readonly words: readonly string[];
}
const filed: Filed = {
  title: 't',
  note: null,
  content: { body: 'b', size: 1 },
  remarks: [{ text: 'r1' }, { text: 'r2' }],
  words: ['w1', 'w2'],
};
const upper = (path: TextPath<Filed>, data: Filed = filed) => {
  const seen: string[] = [];
  const changed = changedAt({ ...data }, path, (value, at) => {
    seen.push(at);
    return typeof value === 'string' ? value.toUpperCase() : value;
  });
  return { changed, seen };
};

it.each<[TextPath<Filed>, Partial<Filed>, readonly string[]]>([
  ['title', { title: 'T' }, ['title']],
  ['content.body', { content: { body: 'B', size: 1 } }, ['content.body']],
  [
    'remarks.*.text',
    { remarks: [{ text: 'R1' }, { text: 'R2' }] },
    ['remarks.0.text', 'remarks.1.text'],
  ],
  ['words.*', { words: ['W1', 'W2'] }, ['words.0', 'words.1']],
  ['note', {}, ['note']],
])('%s leads to its texts and to no other', (path, change, places) => {
  expect(upper(path)).toEqual({ changed: { ...filed, ...change }, seen: places });
});

it('what is not there stays as it is', () => {
  expect(upper('content.body', { ...filed, content: null })).toEqual({
    changed: { ...filed, content: null },
    seen: [],
  });
});

it('a path that is none of the event does not compile', () => {
  // @ts-expect-error -- a number is no text
  const size: TextPath<Filed> = 'content.size';
  // @ts-expect-error -- there is no such field
  const other: TextPath<Filed> = 'other';
  expect([size, other]).toHaveLength(2);
});

it('digests are found wherever they stand, and nothing else is', () => {
  const data = {
    a: { detached: 'd1' },
    b: [{ c: { detached: 'd2' } }],
    e: { detached: 'x', f: 1 },
  };
  expect(changedDigests(data, (digest, at) => `${digest}@${at}`)).toEqual({
    a: 'd1@a',
    b: [{ c: 'd2@b.0.c' }],
    e: { detached: 'x', f: 1 },
  });
});
