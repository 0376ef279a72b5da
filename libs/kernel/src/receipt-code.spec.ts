import { queryCodeAsGiven, receiptNumberOf } from './receipt-code.ts';

it.each(['AB2 C3D 4EF5', 'AB2-C3D-4EF5', ' AB2–C3D—4EF5 ', 'AB2\u3000C3D\u22124EF5', 'ab2c3d4ef5'])(
  'a query code is the same however its letters are parted and written: %j',
  (typed) => {
    expect(queryCodeAsGiven(typed)).toBe('AB2C3D4EF5');
  },
);

it.each([' zx450102-20260918-00001 ', 'ZX450102–20260918—00001', 'ZX450102 - 20260918 - 00001'])(
  'a receipt number is the same however it was typed: %j',
  (typed) => {
    expect(receiptNumberOf(typed)).toBe('ZX450102-20260918-00001');
  },
);

it('another code is another code, and the dashes of a receipt number are a part of it', () => {
  expect(queryCodeAsGiven('AB2C3D4EF6')).not.toBe('AB2C3D4EF5');
  expect(receiptNumberOf('ZX4501022026091800001')).not.toBe('ZX450102-20260918-00001');
});
