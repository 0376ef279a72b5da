import { aCase, anItem, ids } from '../../../test/a-case.ts';
import { consulted, demanded } from './one-time-wording.ts';

const asked = { procedure: '窗口提交', feeStandard: '不收费', basis: '食品安全法 35' };
const textOf = (wording: ReturnType<typeof consulted>) =>
  'parts' in wording
    ? wording.parts.map(({ heading, text }) => `${heading}：${text}`).join('\n')
    : '';

it('who asks is told materials, procedure, limit, fees and basis (002:33)', () => {
  const text = textOf(consulted(asked, anItem({ name: '食品经营许可' }), ids.officer));
  for (const words of [
    '食品经营许可',
    '1. 申请书（必要）',
    '3. 照片（可容缺后补）',
    '窗口提交',
    '5 个工作日',
    '不收费',
    '食品安全法 35',
  ])
    expect(text).toContain(words);
});

it.each([
  [{ ...asked, procedure: ' ' }, 'procedure'],
  [{ ...asked, feeStandard: null }, 'feeStandard'],
  [{ procedure: 'x', feeStandard: 'y' }, 'basis'],
])('half of it is no one-time notice', (given, field) => {
  expect(consulted(given, anItem(), ids.officer)).toEqual({ field });
});

it('what a meeting asks for is told all at once, each with whose demand it is', () => {
  const demands = [
    { department: '示例区环保局', text: '补充环评' },
    { department: null, text: '修改图纸' },
  ];
  const wording = demanded(
    { occasion: 'EXAMINATION_MEETING', demands },
    { state: aCase('IN_PROCESS'), itemName: null },
    ids.officer,
  );
  expect(wording).toMatchObject({
    kind: 'SUPPLEMENT',
    form: 'WRITTEN',
    title: '审查会意见一次性告知单',
  });
  expect(textOf(wording)).toContain('1. 示例区环保局：补充环评\n2. 修改图纸');
});
