import { parse } from 'graphql';
import { readLiveFields } from './live-fields.ts';

const read = (field: string, more = '') =>
  readLiveFields(parse(`type Query { a: Int } type Subscription { ${field} silent: Int } ${more}`));
const LIVE = '@live(events: ["onewindow.cases.case.*.v1"], subject: "id")';

it('reads by which events a field tells, of what, for whom', () => {
  const fields = read(
    `moved(id: ID @liveKey, key: Key @liveKey): [Case!]! @authenticated
      @requiresScopes(scopes: [["cases:handle", "cases:decide"], ["cases:centre"]]) ${LIVE}`,
  );
  expect([...fields]).toEqual([
    [
      'moved',
      {
        ...{ name: 'moved', type: 'Case', service: 'cases', subject: 'id', matches: [] },
        events: ['onewindow.cases.case.*.v1'],
        keys: ['id', 'key'],
        requires: {
          authenticated: true,
          scopes: [['cases:handle', 'cases:decide'], ['cases:centre']],
        },
      },
    ],
  ]);
});

it('reads what narrows the events, however deep it lies', () => {
  const fields = read(
    `moved(level: Int @liveMatch(path: "data.level"), filter: Filter!): Case ${LIVE}`,
    `input Filter { kinds: [String!] @liveMatch(path: "data.snapshot.kind") place: Place }
     input Place { department: ID @liveMatch(path: "department") }`,
  );
  expect(fields.get('moved')?.matches).toEqual([
    { given: ['level'], held: ['data', 'level'] },
    { given: ['filter', 'kinds'], held: ['data', 'snapshot', 'kind'] },
    { given: ['filter', 'place', 'department'], held: ['department'] },
  ]);
});

it.each([
  ['an argument that narrows nothing', `a(level: Int): Case ${LIVE}`],
  ['an input field that narrows nothing', `a(filter: Filter): Case ${LIVE}`],
  ['a list of inputs', `a(filters: [Good!]): Case ${LIVE}`],
  ['an input in itself', `a(filter: Endless): Case ${LIVE}`],
  ['no events', 'a: Case @live(events: [], subject: "id")'],
  [
    'events of two services',
    'a: Case @live(events: ["onewindow.a.x.y.v1", "onewindow.b.x.y.v1"], subject: "id")',
  ],
  ['no subject', 'a: Case @live(events: ["onewindow.a.x.y.v1"])'],
])('refuses %s', (_, field) => {
  const inputs = `input Filter { level: Int } input Endless { inner: Endless }
    input Good { level: Int @liveMatch(path: "level") }`;
  expect(() => read(field, inputs)).toThrow('Subscription.a');
});

it('finds nothing where there are no subscriptions', () => {
  expect(readLiveFields(parse('type Query { a: Int }')).size).toBe(0);
  expect(read('').size).toBe(0);
});
