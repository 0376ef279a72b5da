import { inWords, reason } from './reasons.ts';

it.each([undefined, '', ' '])('a reason without a detail has no brackets: %j', (detail) => {
  expect(reason('TYPE_UNKNOWN', detail)).toEqual({ code: 'TYPE_UNKNOWN' });
  const { zh, en } = inWords(reason('TYPE_UNKNOWN', detail));
  expect(`${zh} ${en}`).not.toMatch(/[()（）]/u);
});

it('a detail stands in brackets', () => {
  expect(inWords(reason('TYPE_UNKNOWN', '66'))).toEqual({
    zh: '事项类型代码未知，类型不变（66）',
    en: 'The type code is unknown; the type stays as it is (66)',
  });
});
