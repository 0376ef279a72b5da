import { codePartFor, codePartsOf } from './code-parts.ts';

const CODE = '511A0116400001-511602000000-000-11511300008778693M-1-00';

describe('a code', () => {
  it.each([
    ['whole', CODE],
    ['without hyphens and in small letters', CODE.replaceAll('-', '').toLowerCase()],
    ['up to its first hyphen', '511A0116400001'],
    ['by three characters of its beginning', '511'],
    ['by four', '511a'],
    ['by something from within', '01164000'],
  ])('is looked up %s by one of its parts', (_how, typed) => {
    expect(codePartsOf(CODE)).toContain(codePartFor(typed));
  });

  it('is looked up by a part with few noughts, which tells it from others', () => {
    expect(codePartFor('511A0116400001')).toBe('#11640');
  });

  it('is not found by the region that all codes end with', () => {
    expect(codePartsOf(CODE)).not.toContain(codePartFor('511602000000'));
  });
});
