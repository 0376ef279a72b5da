import { isIdentityNumber, personalFields } from './applicant.ts';

const person = (identityNumber: string) => ({ kind: 'NATURAL' as const, identityNumber });
const organisation = (identityNumber: string) => ({ kind: 'LEGAL' as const, identityNumber });

describe('identity numbers', () => {
  it('are refused when the check digit is wrong', () => {
    expect(isIdentityNumber(person('110101199001010010'), false)).toBe(false);
    expect(isIdentityNumber(organisation('91110000600037341A'), false)).toBe(false);
  });

  it('of an organisation pass with a right check character', () => {
    expect(isIdentityNumber(organisation('91110000600037341L'), false)).toBe(true);
  });

  it.each([person('990000199001010010'), organisation('ZDEMO0000000000001')])(
    'that are marked as invented pass locally and nowhere else ($identityNumber)',
    (demo) => {
      expect(isIdentityNumber(demo, true)).toBe(true);
      expect(isIdentityNumber(demo, false)).toBe(false);
    },
  );

  it('that are merely wrong do not pass locally either', () => {
    expect(isIdentityNumber(person('110101199001010010'), true)).toBe(false);
    expect(isIdentityNumber(person('ZDEMO0000000000001'), true)).toBe(false);
  });
});

describe('what is sealed', () => {
  it('is trimmed, and what was not given is not there', () => {
    const given = {
      kind: 'NATURAL',
      name: ' 示例甲 ',
      phone: '0 ',
      identityNumber: ' 99x ',
    } as const;
    expect(personalFields(given, null)).toEqual({ identity: '99X', name: '示例甲', phone: '0' });
    const more = personalFields({ ...given, address: '示例路 1 号' }, '门店');
    expect(more).toMatchObject({ address: '示例路 1 号', matter: '门店' });
  });
});
