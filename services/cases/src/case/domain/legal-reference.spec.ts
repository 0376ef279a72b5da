import { isLegalReference } from './legal-reference.ts';

it.each([
  '行政许可法 38',
  '行政许可法 32(2)',
  '中华人民共和国行政许可法 第三十八条',
  '《城市管理条例》第十二条第一款第三项',
  '行政许可法38；食品安全法 第三十五条',
  '某省实施《种子法》办法 第7条',
])('%s refers to articles', (text) => {
  expect(isLegalReference(text)).toBe(true);
});

it.each([
  ['nothing', ' '],
  ['no article', '行政许可法'],
  ['no law', '第三十八条'],
  ['a law and what somebody is said to have done', '行政许可法 38,示例甲材料系伪造'],
  ['somebody', '示例甲 38'],
  ['a phone', '行政许可法 13900000000'],
  ['more lines', '行政许可法 38\n示例甲'],
  ['a list without an end', Array.from({ length: 6 }, () => '行政许可法 38').join(';')],
])('%s does not', (_, text) => {
  expect(isLegalReference(text)).toBe(false);
});
