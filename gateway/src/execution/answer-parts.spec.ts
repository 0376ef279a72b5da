import type { AnswerObject } from './answer-object.ts';
import { parseFlattenPath, walkPath } from './flatten-path.ts';
import { mergeAnswers } from './merge-answers.ts';
import { compileRequires } from './representation.ts';
import { compileRewrites } from './rewrites.ts';

const applies = (condition: string, typename: string) =>
  condition === typename || (condition === 'Media' && ['Book', 'Film'].includes(typename));

describe('merging answers', () => {
  const merged = (target: AnswerObject, source: AnswerObject) => {
    mergeAnswers(target, source);
    return target;
  };

  it('goes into objects, and into lists of one length at any depth', () => {
    expect(merged({ a: { b: 1 }, m: [[{ x: 1 }]] }, { a: { c: 2 }, m: [[{ y: 2 }]] })).toEqual({
      a: { b: 1, c: 2 },
      m: [[{ x: 1, y: 2 }]],
    });
  });

  it('takes the later of what can’t be merged, and leaves what is not told', () => {
    expect(merged({ a: [1, 2], b: { c: 1 }, d: 4 }, { a: [3], b: null, d: undefined })).toEqual({
      a: [3],
      b: null,
      d: 4,
    });
  });

  it('leaves prototypes alone', () => {
    const source: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    const target = merged({}, source as AnswerObject);
    expect(({} as AnswerObject)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
  });

  it('does not run out of stack however deep an answer is', () => {
    const deep = (): AnswerObject => {
      let value: AnswerObject = {};
      for (let depth = 0; depth < 100_000; depth += 1) value = { a: value };
      return value;
    };
    const target = deep();
    expect(() => {
      mergeAnswers(target, deep());
      mergeAnswers({}, deep(), true);
    }).not.toThrow();
  });

  it('gives each of several places its own copy', () => {
    const source = { list: [{ a: 1 }] };
    const [left, right]: [AnswerObject, AnswerObject] = [{}, {}];
    mergeAnswers(left, source, true);
    mergeAnswers(right, source, true);
    expect(left).toEqual(right);
    expect(left['list']).not.toBe(right['list']);
  });
});

describe('the path of a Flatten node', () => {
  const visited = (data: AnswerObject, path: string[]) => {
    const trails: string[] = [];
    const trail: (string | number)[] = [];
    const visit = (entity: AnswerObject) => {
      trails.push(trail.join('.'));
      return entity;
    };
    walkPath(data, parseFlattenPath(path), { trail, visit });
    return trails;
  };
  const media = [{ __typename: 'Book' }, null, { __typename: 'Film' }];

  it('goes over lists in lists, past nulls', () => {
    expect(
      visited({ a: [[{ b: {} }, null], null, [{ b: null }, { b: {} }]] }, ['a', '@', '@', 'b']),
    ).toEqual(['a.0.0.b', 'a.2.1.b']);
  });

  it.each([
    [['media', '@|[Book]'], ['media.0']],
    [
      ['media|[Book]', '@'],
      ['media.0', 'media.2'],
    ],
    [['', 'media', '@|[Film,Song]'], ['media.2']],
    [['media', '@', '|[Film]'], ['media.2']],
  ])('goes on only for the types that %j names', (path, trails) => {
    expect(visited({ media }, path)).toEqual(trails);
  });

  it('ends where the answer is of another shape', () => {
    expect(visited({ a: 1, b: [1, 'x'] }, ['a', '@', 'b'])).toEqual([]);
    expect(visited({ a: { b: {} } }, ['a', '@', 'b'])).toEqual([]);
    expect(visited({}, ['constructor', 'prototype'])).toEqual([]);
  });
});

describe('representations', () => {
  const read = compileRequires(
    [
      {
        kind: 'InlineFragment',
        typeCondition: 'Media',
        selections: [
          { kind: 'Field', name: '__typename' },
          { kind: 'Field', name: 'id' },
          { kind: 'Field', name: 'price__1' },
          { kind: 'Field', name: 'parts', selections: [{ kind: 'Field', name: 'id' }] },
        ],
      },
      {
        kind: 'InlineFragment',
        typeCondition: 'Book',
        selections: [{ kind: 'Field', name: 'pages' }],
      },
    ],
    { applies, realNames: new Map([['price__1', 'price']]) },
  );
  const book = { __typename: 'Book', id: '1', price__1: 7, parts: [{ id: 'a' }, null], name: 'n' };

  it('have what is required of their type, by its real name', () => {
    expect(read({ ...book, pages: 3 })).toEqual({
      __typename: 'Book',
      id: '1',
      price: 7,
      parts: [{ id: 'a' }, null],
      pages: 3,
    });
  });

  it('go without a fragment that lacks something', () => {
    expect(read(book)).not.toHaveProperty('pages');
  });

  it.each([
    ['a field', { __typename: 'Book', id: '1', parts: [] }],
    ['a field in a list', { ...book, parts: [{}] }],
    ['their type', { id: '1', price__1: 1, parts: [] }],
    ['a type that is meant', { ...book, __typename: 'Song' }],
  ])('are none without %s', (_, entity) => {
    expect(read(entity)).toBeUndefined();
  });

  it('keep nulls, which are values', () => {
    expect(read({ ...book, id: null, parts: null })).toMatchObject({ id: null, parts: null });
  });
});

describe('rewrites', () => {
  it('set values and rename keys along a path, at the types that it names', () => {
    const rewrite = compileRewrites(
      [
        { kind: 'ValueSetter', path: ['... on Media', '__typename'], setValueTo: 'Media' },
        { kind: 'KeyRenamer', path: ['list', '... on Book', 'name__alias_0'], renameKeyTo: 'name' },
      ],
      applies,
    );
    const value = {
      __typename: 'Film',
      list: [
        { __typename: 'Book', name__alias_0: '' },
        { __typename: 'Film', name__alias_0: 'kept' },
        null,
      ],
    };
    rewrite?.(value);
    expect(JSON.parse(JSON.stringify(value))).toEqual({
      __typename: 'Media',
      list: [{ __typename: 'Book', name: '' }, { __typename: 'Film', name__alias_0: 'kept' }, null],
    });
  });
});
