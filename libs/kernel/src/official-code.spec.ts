import { officialCode, spellingsOf } from './official-code.ts';

describe('an official code', () => {
  it.each(['511a-1', ' 511A-1 ', '５１１Ａ－１', '511A-1'])('%j is 511A-1', (typed) => {
    expect(officialCode(typed)).toBe('511A-1');
  });

  it('is not another code', () => {
    expect(officialCode('511A-10')).not.toBe(officialCode('511A-1'));
  });

  it('is looked for as it may have been stored, the official spelling first', () => {
    expect(spellingsOf('511a-B')).toEqual(['511A-B', '511a-B', '511a-b']);
    expect(spellingsOf('45225901-3')).toEqual(['45225901-3']);
  });
});
