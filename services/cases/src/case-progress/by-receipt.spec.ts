import { queryCodeHash } from './by-receipt.ts';

it('what is kept of a query code is of the code as it was given, bound to its case', () => {
  const vault = { blindIndex: (value: string) => value };
  expect(queryCodeHash(vault, 'case-1', ' ab2–C3D 4EF5 ')).toBe('case-1:AB2C3D4EF5');
});
