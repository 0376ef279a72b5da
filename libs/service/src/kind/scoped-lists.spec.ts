import { everything, indexesOf, queriesOf, unlisted } from './scoped-lists.ts';

const none = { scopes: everything, filters: {} };

it('a list has its newest first, or its lowest, and one index for both directions', () => {
  const newest = { ...none, newest: 'state.at' };
  expect(queriesOf(newest)).toMatchObject({
    'everything:newest': { equality: [], sort: { 'state.at': -1, _id: -1 } },
    'everything:oldest': { equality: [], sort: { 'state.at': 1, _id: 1 } },
  });
  expect(indexesOf(newest)).toEqual([{ fields: { 'state.at': -1, _id: -1 } }]);
  const lowest = { ...none, lowest: 'state.name' };
  expect(queriesOf(lowest)).toMatchObject({
    'everything:newest': { equality: [], sort: { 'state.name': 1, _id: 1 } },
    'everything:oldest': { equality: [], sort: { 'state.name': -1, _id: -1 } },
  });
  expect(indexesOf(lowest)).toEqual([{ fields: { 'state.name': 1, _id: 1 } }]);
});

it('what is read of its parents only has no list of its own, and what is never listed has none', () => {
  const windows = { ...none, lowest: 'state.number', of: { centre: 'state.centre' } };
  expect(Object.keys(queriesOf({ ...windows, onlyOf: true }))).toEqual([
    'everything:newest:centre',
  ]);
  expect(indexesOf({ ...windows, onlyOf: true })).toEqual([
    { fields: { 'state.centre': 1, 'state.number': 1, _id: 1 } },
  ]);
  expect(Object.keys(queriesOf(windows))).toHaveLength(3);
  expect(queriesOf(unlisted)).toEqual({});
  expect(indexesOf(unlisted)).toEqual([]);
});
