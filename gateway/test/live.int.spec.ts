import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@onewindow/testing';
import { ask } from './a-graph.ts';
import { asked, askedOf, cases, putCase, startLiveGraph } from './live-graph.ts';
import {
  codeOf,
  connectClient,
  open,
  subscribe,
  type Asked,
  type Subscription,
} from './live-client.ts';

let graph: Awaited<ReturnType<typeof startLiveGraph>>;
let gateway: Awaited<ReturnType<typeof graph.startGateway>>;
const clients: ReturnType<typeof connectClient>[] = [];

beforeAll(async () => {
  graph = await startLiveGraph();
  gateway = await graph.startGateway();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map(async (client) => client.dispose()));
  await open(gateway.address, 0);
  cases.clear();
  asked.splice(0);
});
afterAll(() => graph.stop());

const tokenOf = async (sub: string, scope = '') =>
  `Bearer ${await graph.issuer.mint({ sub, scope, kind: scope === '' ? 'NATURAL' : 'STAFF' })}`;

/** A subscription that is open. */
async function follow(sub: string, request: Asked, scope = ''): Promise<Subscription> {
  const client = connectClient(gateway.address, { authorization: await tokenOf(sub, scope) });
  clients.push(client);
  const subscription = subscribe(client, request);
  await open(gateway.address, clients.length);
  return subscription;
}
/** Long enough for an event that would have been told. */
const quiet = () => sleep(300);
const moved = { query: 'subscription { caseMoved { id status } }' };

it('tells a citizen of his own cases alone, and an official of all that he may see', async () => {
  putCase('1', 'li');
  putCase('2', 'wang');
  const [li, wang] = [await follow('li', moved), await follow('wang', moved)];
  const official = await follow('official', moved, 'cases:handle');
  await graph.stream.tell('1');
  await graph.stream.tell('2');
  await Promise.all([official.told(2), li.told(1), wang.told(1)]);
  await quiet();
  expect(li.data()).toEqual([{ caseMoved: { id: '1', status: 'SUBMITTED' } }]);
  expect(wang.data()).toEqual([{ caseMoved: { id: '2', status: 'SUBMITTED' } }]);
  expect(official.messages[0]?.extensions?.eventId).toMatch(/^[\w-]+$/);
});

it('tells nothing more of what somebody may not see any more', async () => {
  const found = putCase('1', 'li');
  const li = await follow('li', moved);
  await graph.stream.tell('1');
  await li.told(1);
  found.owner = 'wang';
  const before = askedOf('cases');
  await graph.stream.tell('1');
  await eventually('asked about it', () => askedOf('cases') > before);
  await quiet();
  expect(li.messages).toHaveLength(1);
  found.owner = 'li';
  await graph.stream.tell('1');
  await li.told(2);
});

it('completes what it tells from another subgraph, in the caller’s names', async () => {
  putCase('1', 'li');
  const li = await follow('li', {
    query: `subscription ($length: Int!, $with: Boolean!) {
      it: caseMoved { ...Parts id: status kind: __typename text(length: $length) @include(if: $with) }
    }
    fragment Parts on Case { item { title: name } }`,
    variables: { length: 3, with: true },
  });
  await graph.stream.tell('1');
  await li.told(1);
  expect(li.data()).toEqual([
    { it: { item: { title: 'Item item-1' }, id: 'SUBMITTED', kind: 'Case', text: 'xxx' } },
  ]);
});

it('tells what is there beside what is refused or broken, and hides the fault', async () => {
  putCase('1', 'li');
  const li = await follow('li', { query: 'subscription { it: caseMoved { id secret broken } }' });
  await graph.stream.tell('1');
  await li.told(1);
  expect(li.data()).toEqual([{ it: { id: '1', secret: null, broken: null } }]);
  const errors = li.messages[0]?.errors ?? [];
  expect(errors.map(({ extensions }) => extensions['code']).sort()).toEqual([
    'FORBIDDEN',
    'INTERNAL_SERVER_ERROR',
  ]);
  expect(JSON.stringify(errors)).not.toContain('nobody is to read');
  expect(errors).toContainEqual(expect.objectContaining({ path: ['it', 'secret'] }));
});

it('narrows by what an event holds: nothing is asked about others', async () => {
  putCase('1', 'li');
  const query =
    'subscription ($f: CaseMovedFilter, $s: [String!]) { caseMoved(filter: $f, statuses: $s) { id } }';
  const of = (variables: Record<string, unknown>) => follow('li', { query, variables });
  const granted = await of({ s: ['GRANTED', 'REFUSED'] });
  const department = await of({ f: { department: 'd-1', status: null } });
  const both = await of({ s: ['GRANTED'], f: { department: 'd-1' } });
  const none = await of({ s: [] });
  const all = await of({});
  await graph.stream.tell('1', { status: 'GRANTED' }, { department: 'd-1' });
  await graph.stream.tell('1', { status: 'GRANTED' });
  await graph.stream.tell('1', { status: 'SUBMITTED' }, { department: 'd-1' });
  await graph.stream.tell('1', {});
  await Promise.all([all.told(4), granted.told(2), department.told(2), both.told(1)]);
  await quiet();
  expect([granted, department, both, none].map(({ messages }) => messages.length)).toEqual([
    2, 2, 1, 0,
  ]);
  expect(askedOf('cases')).toBe(4 + 2 + 2 + 1);
});

it('tells of the one case whose id is given, and asks about no other', async () => {
  putCase('1', 'li');
  putCase('2', 'li');
  const query = 'subscription ($id: ID) { progressChanged(caseId: $id) { number case { id } } }';
  const li = await follow('li', { query, variables: { id: '1' } });
  expect(askedOf('cases')).toBe(1);
  await graph.stream.tell('2');
  await graph.stream.tell('1');
  await li.told(1);
  await quiet();
  expect(li.data()).toEqual([{ progressChanged: { number: 'R-1', case: { id: '1' } } }]);
  expect(askedOf('cases')).toBe(2);
});

it('tells by what is on the receipt who holds it, and of the case itself who may see it', async () => {
  putCase('1', 'li');
  const query =
    'subscription ($r: Receipt) { progressChanged(receipt: $r) { number status case { id } } }';
  const variables = { r: { number: 'R-1', code: 'code-1' } };
  const client = connectClient(gateway.address);
  clients.push(client);
  const somebody = subscribe(client, { query, variables });
  await open(gateway.address, 1);
  await graph.stream.tell('1');
  await somebody.told(1);
  expect(somebody.data()).toEqual([
    { progressChanged: { number: 'R-1', status: 'SUBMITTED', case: null } },
  ]);
});

it('lets subscribe only who has what the field itself demands', async () => {
  putCase('1', 'li');
  const query = 'subscription { caseHandled { id } }';
  const endOf = async (parameters: Record<string, unknown>) => {
    const client = connectClient(gateway.address, parameters);
    const { ended } = subscribe(client, { query });
    const code = codeOf(await ended);
    await client.dispose();
    return code;
  };
  expect(await endOf({})).toBe('UNAUTHENTICATED');
  expect(await endOf({ authorization: await tokenOf('li') })).toBe('FORBIDDEN');
  expect(await endOf({ authorization: await tokenOf('li', 'cases:handle') })).toBe('FORBIDDEN');
  expect(asked).toEqual([]);
  const official = await follow('o', { query }, 'cases:handle cases:decide');
  await graph.stream.tell('1');
  await official.told(1);
});

it('says to who sends a subscription like a query where to send it', async () => {
  for (const _ of ['first', 'again']) {
    const { status, errors } = await ask(gateway.address, moved.query);
    expect(status).toBe(400);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('/graphql/stream') as unknown,
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
      },
    ]);
  }
});

it.each([
  ['NOT_FOUND', 'of a case that is not his', '(caseId: "2")'],
  ['NOT_FOUND', 'of a receipt that is none', '(receipt: { number: "R-2", code: "guessed" })'],
  ['BAD_USER_INPUT', 'of no case', ''],
  ['BAD_USER_INPUT', 'of no case, said with null', '(caseId: null)'],
  ['BAD_USER_INPUT', 'in two ways', '(caseId: "2", receipt: { number: "R-2", code: "code-2" })'],
])('refuses with %s who asks to be told %s', async (code, _, given) => {
  putCase('2', 'wang');
  const client = connectClient(gateway.address, { authorization: await tokenOf('li') });
  clients.push(client);
  const { ended } = subscribe(client, {
    query: `subscription { progressChanged${given} { number } }`,
  });
  expect(codeOf(await ended)).toBe(code);
});

it.each([
  ['BAD_REQUEST', 'a query', '{ hello }'],
  ['GRAPHQL_PARSE_FAILED', 'what is no GraphQL', 'subscription {'],
  ['GRAPHQL_VALIDATION_FAILED', 'what is not in the schema', 'subscription { nothing { id } }'],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'what callers don’t see',
    'subscription { progressChanged(caseId: "1") { caseId } }',
  ],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'two fields at once',
    'subscription { a: caseMoved { id } b: caseMoved { id } }',
  ],
  [
    'GRAPHQL_VALIDATION_FAILED',
    'a forbidden alias',
    'subscription { __proto__: caseMoved { id } }',
  ],
  [
    'BAD_USER_INPUT',
    'a field that may be left out',
    'subscription { caseMoved @skip(if: false) { id } }',
  ],
  [
    'BAD_USER_INPUT',
    'a field that may be left out, within fragments',
    'subscription { ...F } fragment F on Subscription { ... { caseMoved @skip(if: true) { id } } }',
  ],
  [
    'BAD_USER_INPUT',
    'variables of another type',
    'subscription ($id: ID!) { progressChanged(caseId: $id) { number } }',
  ],
  ['OPERATION_RESOLUTION_FAILURE', 'a field without events', 'subscription { silent { id } }'],
])('refuses with %s %s, and asks no subgraph', async (code, _, query) => {
  const client = connectClient(gateway.address);
  clients.push(client);
  const { ended } = subscribe(client, { query, variables: { id: null } });
  expect(codeOf(await ended)).toBe(code);
  expect(asked).toEqual([]);
});
