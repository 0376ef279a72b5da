import { parseLanguage } from './language.ts';

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr-FR,en;q=0.5,zh;q=0.4', 'en'],
  ['en;q=0.3, zh-Hant;q=0.7', 'zh'],
  ['en;q=0', 'zh'],
  ['de', 'zh'],
])('answers Accept-Language %j in %s', (header, language) => {
  expect(parseLanguage(header)).toBe(language);
});
