import { holdsIdNumber, isMadeOfIdNumber } from './id-number.ts';

const ID = '990000199001010010';

describe('an ID number in a text', () => {
  it.each([ID, `号码99000019900101001x。`, '９９００００１９９００１０１００１０'])(
    'is seen: %s',
    (text) => {
      expect(holdsIdNumber(`申请人${text}`)).toBe(true);
    },
  );

  it.each([
    ['a telephone number', '0775-1234567'],
    ['a credit code', '91450102MA5KXXXX0X'],
    ['a credit code of digits alone', '914501020123456789'],
    ['a longer number', '20260918012345678901234567'],
    ['a number without a birthday', '990000199013010010'],
  ])('is not %s', (_, text) => {
    expect(holdsIdNumber(`监督电话 ${text}`)).toBe(false);
  });
});

describe('a certificate’s number', () => {
  it.each([ID, `驾${ID}号`, `1${ID}0`, '９９００００ １９９００１０１ ００１Ｘ'])(
    'is made of an ID number: %s',
    (number) => {
      expect(isMadeOfIdNumber(number)).toBe(true);
    },
  );

  it.each(['JY14501020000001', '演示证第0001号', '914501020123456789', '450102-20260918-0001'])(
    'is one of its own: %s',
    (number) => {
      expect(isMadeOfIdNumber(number)).toBe(false);
    },
  );
});
