import { dateOf } from './date-of.ts';

const MOMENT = Date.UTC(2019, 9, 30, 3, 52, 49);

describe('the date of a version', () => {
  it.each([
    MOMENT,
    MOMENT.toString(),
    MOMENT / 1000,
    (MOMENT / 1000).toString(),
    '20191030115249',
    '2019-10-30 11:52:49',
    '2019-10-30 11:52:49.0',
    '2019/10/30 11:52:49',
    '2019年10月30日11时52分49秒',
  ])('is the same moment as %j', (told) => {
    expect(dateOf(told)).toBe(MOMENT);
  });

  it.each(['20191030', '2019-10-30', '2019年10月30日'])('is a day as %j', (told) => {
    expect(dateOf(told)).toBe(Date.UTC(2019, 9, 29, 16));
  });

  it.each([null, '', '无', 0, -1, {}, '2019-13-45x'])('is none as %j', (told) => {
    expect(dateOf(told)).toBe(0);
  });
});
