import { collectEntities } from './entity-representations.ts';
import { parseFlattenPath } from './flatten-path.ts';
import { compileRepresentation } from './representation.ts';

const requires = (...names: readonly string[]) =>
  ['Book', 'Film'].map((typeCondition) => ({
    kind: 'InlineFragment' as const,
    typeCondition,
    selections: ['__typename', ...names].map((name) => ({ kind: 'Field' as const, name })),
  }));

/** What a subgraph is asked for of these entities, and how many places wait for each. */
function collect(names: readonly string[], entities: readonly Record<string, unknown>[]) {
  const printerFor = compileRepresentation(requires(...names), undefined, {
    applies: (condition, typename) => condition === typename,
    realNames: new Map(),
  });
  const path = parseFlattenPath(['list', '@']);
  const batches = collectEntities(
    {
      data: { list: entities.map((entity) => ({ ...entity })) },
      shared: new Map(),
      unknown: undefined,
      isPlain: false,
    },
    { path, printerFor, readContext: undefined, mayShare: false },
  );
  return batches.flatMap(({ representations, targets }) =>
    representations.map((text, index) => [JSON.parse(text) as unknown, targets[index]?.length]),
  );
}

const book = (more: Record<string, unknown>) => ({ __typename: 'Book', ...more });

it('an entity is asked for once, whatever else is known of it', () => {
  const entities = [book({ id: '1' }), book({ id: '2' }), book({ id: '1', name: 'other' })];
  expect(collect(['id'], entities)).toEqual([
    [book({ id: '1' }), 2],
    [book({ id: '2' }), 1],
  ]);
});

it('entities of one key but of two types are two, and so are a number and its text', () => {
  const film = { __typename: 'Film', id: '1' };
  expect(collect(['id'], [book({ id: '1' }), film, book({ id: 1 }), film])).toEqual([
    [book({ id: '1' }), 1],
    [film, 2],
    [book({ id: 1 }), 1],
  ]);
});

it('entities of several key fields are the same when all of these are', () => {
  const entities = [book({ id: '1', lang: 'zh' }), book({ id: '1', lang: 'en' })];
  expect(collect(['id', 'lang'], [...entities, ...entities])).toEqual(
    entities.map((entity) => [entity, 2]),
  );
});

it('who lacks the key is asked for by nobody', () => {
  expect(collect(['id'], [book({}), book({ id: '3' }), { id: '3' }])).toEqual([
    [book({ id: '3' }), 1],
  ]);
});

it('where there is nothing to ask for there is no request', () => {
  expect(collect(['id'], [book({ name: 'x' })])).toEqual([]);
});

describe('entities of whom only the key is known', () => {
  const share = (list: readonly Record<string, unknown>[], mayShare = true) => {
    const printerFor = compileRepresentation(requires('id'), undefined, {
      applies: (condition, typename) => condition === typename,
      realNames: new Map(),
    });
    const run = { data: { list: [...list] }, shared: new Map(), unknown: undefined, isPlain: true };
    const path = parseFlattenPath(['list', '@']);
    const batches = collectEntities(run, { path, printerFor, readContext: undefined, mayShare });
    const targets = batches.flatMap((batch) => batch.targets.map(({ length }) => length));
    return { objects: new Set(run.data.list).size, targets, shared: run.shared.size };
  };
  const keys = ['1', '2', '1', '1'].map((id) => book({ id }));

  it('become one object, which is completed once', () => {
    expect(share(keys)).toEqual({ objects: 2, targets: [1, 1], shared: 1 });
  });

  it('stay apart where that is not allowed', () => {
    expect(share(keys, false)).toEqual({ objects: 4, targets: [3, 1], shared: 0 });
  });

  it('stay apart when more is known of one of them', () => {
    const other = book({ id: '1', name: 'other' });
    expect(share([book({ id: '1' }), other])).toEqual({ objects: 2, targets: [2], shared: 0 });
    expect(share([other, book({ id: '1' })])).toEqual({ objects: 2, targets: [2], shared: 0 });
  });

  it('are one for the next that asks for them, too', () => {
    const [first = {}] = keys;
    expect(share([first, first])).toEqual({ objects: 1, targets: [1], shared: 0 });
  });
});
