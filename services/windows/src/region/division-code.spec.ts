import { isPartByCode } from './division-code.ts';

it.each([
  ['511602', '511600', true],
  ['511602', '510000', true],
  ['511602001', '511602', true],
  ['511602001002', '511602001000', true],
  ['511602001002', '511602000000', true],
  ['511603', '511602', false],
  ['511600', '511602', false],
  ['521602', '510000', false],
  ['511602002001', '511602001000', false],
])('%s in %s: %s (GB/T 2260)', (code, whole, lies) => {
  expect(isPartByCode(code, whole)).toBe(lies);
});
