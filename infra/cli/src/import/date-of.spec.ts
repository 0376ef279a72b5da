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
    '2019年10月30日 星期三 上午11:52:49',
    '2019-10-30T03:52:49Z',
    '2019-10-30T03:52:49.000Z',
    '2019-10-30T11:52:49+08:00',
    '2019-10-30T05:52:49+0200',
    '2019-10-30 11:52:49 AM',
    '２０１９－１０－３０ 11:52:49',
    `/Date(${MOMENT.toString()})/`,
  ])('is the same moment as %j', (told) => {
    expect(dateOf(told)).toEqual({ kind: 'DATE', at: MOMENT });
  });

  it.each(['20191030', '2019-10-30', '2019年10月30日', '2019.10.30', 43768, '43768', '43768.0'])(
    'is a day as %j',
    (told) => {
      expect(dateOf(told)).toEqual({ kind: 'DATE', at: Date.UTC(2019, 9, 29, 16) });
    },
  );

  it.each([
    ['45292', Date.UTC(2023, 11, 31, 16)],
    ['45292.5', Date.UTC(2024, 0, 1, 4)],
    ['2024-01-01 1:05:06 PM', Date.UTC(2024, 0, 1, 5, 5, 6)],
    ['2024-01-01 下午1:05', Date.UTC(2024, 0, 1, 5, 5)],
    ['2024-01-01 12:00 PM', Date.UTC(2024, 0, 1, 4)],
    ['2024-01-01 12:00 AM', Date.UTC(2023, 11, 31, 16)],
    ['2024-01-01 24:00', Date.UTC(2024, 0, 1, 16)],
    ['2024-02-29', Date.UTC(2024, 1, 28, 16)],
    ['1.70411E+12', 1_704_110_000_000],
  ])('%j is read as it is meant', (told, at) => {
    expect(dateOf(told)).toEqual({ kind: 'DATE', at });
  });

  it.each([null, '', '无', 0, {}, '-', '0000-00-00 00:00:00'])('is not told by %j', (told) => {
    expect(dateOf(told)).toEqual({ kind: 'NONE' });
  });

  it.each([
    ...['2019-13-45x', '2024-02-30', '2023-02-29', '20240230', '2024-01-01 25:00'],
    ...['2024-01-01 14:00 AM', '2024-01-01 10:61', '1/2/2024', 'Jan 1, 2024', '昨天', '2024-01'],
    ...[-1, 5, '99999', '12345678', '99999999999999', 1e17],
  ])('is none that can be read as %j', (told) => {
    expect(dateOf(told)).toEqual({ kind: 'INVALID' });
  });
});
