import { asOnReceipt, queryCodeHash } from './case-progress.ts';

const vault = { blindIndex: (value: string) => value };

it.each(['AB2 C3D 4EF5', 'AB2-C3D-4EF5', ' AB2–C3D—4EF5 ', 'AB2\u3000C3D\u22124EF5'])(
  'a query code is the same with what separates its letters: %j',
  (typed) => {
    expect(queryCodeHash(vault, 'case-1', typed)).toBe('case-1:AB2C3D4EF5');
  },
);

it('a receipt number is the same in small letters', () => {
  expect(asOnReceipt(' zx450102-20260918-00001 ')).toBe('ZX450102-20260918-00001');
});
