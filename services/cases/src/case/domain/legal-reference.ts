const NAME =
  '[《》\\p{Script=Han}（）()]{1,40}(?:法|条例|规定|办法|细则|规则|决定|标准|解释|意见|通知)》?';
const NUMERAL = '[零〇一二三四五六七八九十百千\\d]{1,8}';
const ARTICLE = `(?:\\d{1,4}(?:\\(\\d{1,2}\\))?|第${NUMERAL}条(?:之${NUMERAL})?(?:第${NUMERAL}款)?(?:第${NUMERAL}项)?)`;
const ONE = `${NAME} ?${ARTICLE}`;
const REFERENCES = new RegExp(`^${ONE}(?:[;；、] ?${ONE}){0,4}$`, 'u');

/**
 * Whether a text refers to the articles that a denial rests on, and says nothing else: a law with an article, as
 * `行政许可法 38`, `行政许可法 32(2)` or `《某条例》第十二条第一款`, at most five of them. So it tells of nobody, and can
 * lie in plain in state and events.
 */
export const isLegalReference = (text: string): boolean => REFERENCES.test(text.trim());
