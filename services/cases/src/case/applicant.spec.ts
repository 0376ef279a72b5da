import { friday } from '../../test/a-case.ts';
import { isIdentityNumber, personalFields } from './applicant.ts';

const person = (identityNumber: string) => ({ kind: 'NATURAL' as const, identityNumber });
const organisation = (identityNumber: string) => ({ kind: 'LEGAL' as const, identityNumber });

const real = { acceptDemoNumbers: false, at: friday };
const local = { acceptDemoNumbers: true, at: friday };

/** With its check digit. */
function numberOf(front: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((before, weight, at) => before + weight * Number(front[at]), 0);
  return `${front}${'10X98765432'.charAt(sum % 11)}`;
}

describe('identity numbers', () => {
  it.each([
    ['19000101', true],
    ['20260918', true],
    ['20000229', true],
    ['18991231', false],
    ['18020301', false],
    ['20260919', false],
    ['21000101', false],
    ['19000229', false],
    ['19900230', false],
  ])('of somebody born on %s pass: %s', (born, passes) => {
    expect(isIdentityNumber(person(numberOf(`000000${born}000`)), real)).toBe(passes);
  });

  it('are refused when the check digit is wrong', () => {
    expect(isIdentityNumber(person('110101199001010010'), real)).toBe(false);
    expect(isIdentityNumber(organisation('91110000600037341A'), real)).toBe(false);
  });

  it('of an organisation pass with a right check character', () => {
    expect(isIdentityNumber(organisation('91110000600037341L'), real)).toBe(true);
  });

  it.each([person('990000199001010010'), organisation('ZDEMO0000000000001')])(
    'that are marked as invented pass locally and nowhere else ($identityNumber)',
    (demo) => {
      expect(isIdentityNumber(demo, local)).toBe(true);
      expect(isIdentityNumber(demo, real)).toBe(false);
    },
  );

  it('that are merely wrong do not pass locally either', () => {
    expect(isIdentityNumber(person('110101199001010010'), local)).toBe(false);
    expect(isIdentityNumber(person('ZDEMO0000000000001'), local)).toBe(false);
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
