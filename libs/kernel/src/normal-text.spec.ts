import { comparableText, normalText } from './normal-text.ts';

describe('a line', () => {
  it.each([
    ['  Ａ１ 示例　路  ', 'A1 示例 路'],
    ['示\u200B例\u202E甲\uFEFF', '示例甲'],
    ['示\u0000例\u0007甲\uD800', '示例甲'],
    ['两\r\n行', '两 行'],
    ['食品经营许可（新办），①', '食品经营许可（新办），①'],
    ['\u0000\u202E\u200B \uDFFF\n', ''],
    ['\u{20BB7}野家', '\u{20BB7}野家'],
  ])('%j is %j', (typed, kept) => {
    expect(normalText(typed, 'line')).toBe(kept);
  });
});

describe('prose', () => {
  it('keeps its breaks and its punctuation', () => {
    expect(normalText(' 一、理由：\t\r\n\u2028（１）面积不足。\n\n', 'text')).toBe(
      '一、理由：\n\n（1）面积不足。',
    );
  });
});

describe('numbers', () => {
  it.each([
    ['９９００００１９９００１０１００１０', '990000199001010010'],
    ['\u200B99000019 9001 0100 1x', '99000019900101001x'],
    ['４５０１０２—２０２６０９１８－００００１', '450102-20260918-00001'],
  ])('the code %j is %j', (typed, kept) => {
    expect(normalText(typed, 'code')).toBe(kept);
  });

  it.each([
    ['0000–0000000', '0000-0000000'],
    ['（0000） 0000000', '(0000) 0000000'],
    ['0000−000 0000', '0000-000 0000'],
  ])('the telephone number %j is %j', (typed, kept) => {
    expect(normalText(typed, 'phone')).toBe(kept);
  });
});

it('what a program gave is not touched', () => {
  expect(normalText(' \u200Bａ\n', 'opaque')).toBe(' \u200Bａ\n');
});

it('is the same again', () => {
  for (const form of ['line', 'text', 'phone', 'code'] as const) {
    const once = normalText(' １－\u200B２ （三）\r\nｘ\u{1D400} ﬁ\u0000 \n', form);
    expect(normalText(once, form)).toBe(once);
  }
});

describe('compared', () => {
  it.each([
    ['桂Ａ·１２３４５', '桂a・12345'],
    ['示例路 1–2 号', '示例路　1-2 号'],
  ])('%j and %j are the same', (one, other) => {
    expect(comparableText(one)).toBe(comparableText(other));
  });

  it('1-2 and 12 are not', () => {
    expect(comparableText('1-2 号')).not.toBe(comparableText('12 号'));
  });
});
