import { cleanText } from './clean-text.ts';

describe('texts from other platforms', () => {
  it.each([
    ['<p>第一条</p><p>第二条</p>', '第一条\n第二条'],
    ['甲<br/>乙', '甲\n乙'],
    ['&lt;b&gt;重要&lt;/b&gt;', '重要'],
    ['&nbsp;有&#22330;&#x6240;&nbsp;', '有场所'],
    ['<script>alert(1)</script>正文<!-- 注 -->', '正文'],
    ['甲\u0000\u0007乙\u200b', '甲乙'],
    ['甲\ud800乙\udc00', '甲乙'],
    ['<img src=x onerror=alert(1)>', ''],
  ])('%s is cleaned and reported', (raw, text) => {
    expect(cleanText(raw)).toEqual({ text, cleaned: true });
  });

  it.each([
    ['员工<20人 且 面积>50㎡', '员工<20人 且 面积>50㎡'],
    ['  甲\t乙  ', '甲 乙'],
    ['A&B公司', 'A&B公司'],
  ])('%s is left as it is but for blanks', (raw, text) => {
    expect(cleanText(raw)).toEqual({ text, cleaned: false });
  });
});
