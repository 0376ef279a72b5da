import { parse } from 'graphql';
import { bareRejections, refusalFaults } from './refusal-faults.ts';

const document = parse(`
  interface Rejection { code: String! message: String! rule: String }
  type Locked implements Rejection { code: String! message: String! rule: String by: ID! since: String }
  type NotAuthorized implements Rejection { code: String! message: String! rule: String }
  type Elsewhere implements Rejection { code: String! message: String! rule: String by: ID! }
  union OpenResult = Locked | NotAuthorized`);
const locked = { __typename: 'Locked', code: 'Locked', by: 'w-1', since: 'today' };
const notHis = { __typename: 'NotAuthorized', code: 'NotAuthorized' };
const faults = (one: object, en: string, other = 'Only the chief does this.') =>
  refusalFaults(document, {
    en: [
      { ...locked, message: en, ...one },
      { ...notHis, message: other },
    ],
    zh: [
      { ...locked, message: '已锁定。' },
      { ...notHis, message: '仅负责人可以办理。' },
    ],
  });

it('finds nothing wrong with refusals that keep what the schema promises', () => {
  expect(faults({}, 'It is locked.')).toEqual([]);
});

it('finds a field that is promised and not filled, and one that never is', () => {
  expect(faults({ by: undefined, since: null }, 'It is locked.')).toEqual([
    'Locked.by: not filled',
    'Locked.since: never filled',
  ]);
});

it.each(['Locked: {by}', 'Locked: IN_PROCESS', 'Locked by ^[0-9]+$', '已锁定。'])(
  'finds words that are none for people: %s',
  (message) => {
    expect(faults({}, message)).toEqual([`Locked: ${message}`]);
  },
);

it('finds a NotAuthorized that does not say why', () => {
  const message = 'You have no right to do this here.';
  expect(faults({}, 'It is locked.', message)).toEqual([`NotAuthorized: ${message}`]);
});

it('finds a refusal of which there is no example', () => {
  expect(refusalFaults(document, { en: [], zh: [] })).toContain('Locked: no example');
});

it('makes examples of what its words say whole, and of nothing that has an example', () => {
  const words = { Locked: {}, Bare: {}, 'NotAuthorized.NotChief': {}, 'AlreadyExists.badge': {} };
  const examples = { Locked: {}, NotAuthorized: { because: 'NotHis', of: 'seal-1' } };
  expect(bareRejections(words, examples)).toEqual([
    { code: 'Bare' },
    { of: 'seal-1', code: 'NotAuthorized', because: 'NotChief', fact: 'NotChief' },
    { code: 'AlreadyExists', because: 'badge', fact: 'badge' },
  ]);
});

it('finds a field that a bare example does not fill', () => {
  const [bare] = bareRejections({ Locked: {} }, {});
  const made = { ...bare, __typename: 'Locked', message: 'It is locked.' };
  expect(refusalFaults(document, { en: [made], zh: [] })).toContain('Locked.by: not filled');
});
