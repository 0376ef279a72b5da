import type { LiveField } from './live-fields.ts';
import { representationOfKey, representationOfSubject } from './live-key.ts';

const field: LiveField = {
  ...{ name: 'progressChanged', type: 'Progress', service: 'cases', subject: 'caseId' },
  ...{ events: [], matches: [], requires: {}, keys: ['caseId', 'receipt'] },
};

it('makes the key of the argument that is given', () => {
  expect(representationOfKey(field, { caseId: '1', receipt: null })).toBe(
    '{"__typename":"Progress","caseId":"1"}',
  );
  expect(representationOfKey(field, { receipt: { number: 'R', code: '"' } })).toBe(
    '{"__typename":"Progress","number":"R","code":"\\""}',
  );
});

it('makes the key of the event’s subject where the field has no key arguments', () => {
  expect(representationOfKey({ ...field, keys: [] }, { caseId: '1' })).toBeUndefined();
  expect(representationOfSubject(field, '1')).toBe('{"__typename":"Progress","caseId":"1"}');
});

it.each([
  ['none', {}],
  ['only nulls', { caseId: null, receipt: null }],
  ['two', { caseId: '1', receipt: { number: 'R', code: 'c' } }],
])('refuses %s, and names the choice', (_, given) => {
  expect(() => representationOfKey(field, given)).toThrow(/caseId, receipt/);
});
