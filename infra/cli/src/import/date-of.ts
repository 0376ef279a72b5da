import { textOf } from './table-access.ts';

/** A date as a source tells it: milliseconds since 1970, nothing told, or something that is no date. */
export type ToldDate =
  { readonly kind: 'DATE'; readonly at: number } | { readonly kind: 'NONE' | 'INVALID' };

const NONE: ToldDate = { kind: 'NONE' };
const INVALID: ToldDate = { kind: 'INVALID' };
const SILENCE = /^(?:|0|无|暂无|null|none|undefined|[-—/\\]+|0{4}-00-00(?: 00:00:00)?)$/iu;

const DAY = String.raw`(?<y>\d{4})\s*[-/.年]\s*(?<mo>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*日?`;
const WEEKDAY = String.raw`(?:\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?`;
const HALF = '上午|下午|中午|晚上|凌晨|[AP]\\.?M\\.?';
const CLOCK = String.raw`(?<h>\d{1,2})\s*[:：时点]\s*(?<mi>\d{1,2})(?:\s*[:：分]\s*(?<s>\d{1,2})(?:[.,]\d+)?)?\s*[分秒]?`;
const ZONE = String.raw`(?:\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}))?`;
const WRITTEN = new RegExp(
  `^${DAY}${WEEKDAY}(?:[T\\s]*(?<before>${HALF})?\\s*${CLOCK}\\s*(?<after>${HALF})?${ZONE})?$`,
  'iu',
);
const BARE = /^(?<y>\d{4})(?<mo>\d{2})(?<d>\d{2})(?:(?<h>\d{2})(?<mi>\d{2})(?<s>\d{2})?)?$/u;
const NUMBER = /^(?:\/Date\()?(?<n>\d+(?:\.\d+)?(?:E\+?\d+)?)(?:\)\/)?$/iu;

const CHINESE_TIME = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** Days of a spreadsheet count from 30 December 1899; 20000 is in 1954, 80000 in 2119. */
const SERIALS = { first: 20_000, last: 80_000, of1970: 25_569 };
/** No version of an item is from before 1973, which lets seconds be told from days. */
const FIRST_SECOND = 1e8;
const FIRST_MILLISECOND = 1e11;

/**
 * Reads milliseconds, seconds, the days of a spreadsheet (`45292`, `45292.5`), or a date in words or signs,
 * with a zone or in Chinese time. What can't be a date (30 February, 25:00, `1/2/2024`) is `INVALID`.
 */
export function dateOf(value: unknown): ToldDate {
  const text = textOf(value).normalize('NFKC');
  if (SILENCE.test(text)) return NONE;
  const groups = (BARE.exec(text) ?? WRITTEN.exec(text))?.groups;
  const at = groups === undefined ? Number.NaN : momentOf(groups);
  if (inReach(at)) return { kind: 'DATE', at };
  // Eight and fourteen digits are a date or nothing: neither seconds nor milliseconds have so many.
  if (/^(?:\d{8}|\d{14})$/u.test(text)) return INVALID;
  const counted = countedIn(Number(NUMBER.exec(text)?.groups?.['n'] ?? Number.NaN));
  return inReach(counted) ? { kind: 'DATE', at: counted } : INVALID;
}

function countedIn(number: number): number {
  if (number >= FIRST_MILLISECOND) return number;
  if (number >= FIRST_SECOND) return number * 1000;
  if (number < SERIALS.first || number >= SERIALS.last) return Number.NaN;
  return Math.round((number - SERIALS.of1970) * DAY_MS) - CHINESE_TIME;
}

const inReach = (at: number) => at >= Date.UTC(1900, 0) && at < Date.UTC(2200, 0);

type Groups = Readonly<Record<string, string | undefined>>;

function momentOf(groups: Groups): number {
  const part = (name: string) => Number(groups[name] ?? 0);
  const hour = hourOf(part('h'), groups['before'] ?? groups['after']);
  const [year, month, day] = [part('y'), part('mo') - 1, part('d')];
  const [minute, second] = [part('mi'), part('s')];
  const days = new Date(Date.UTC(year, month, day));
  // 30 February would be told as 1 or 2 March.
  const isDay = days.getUTCMonth() === month && days.getUTCDate() === day;
  // A day may end at 24:00 (24 时).
  const isTime =
    minute < 60 && second < 60 && (hour < 24 || (hour === 24 && minute + second === 0));
  if (!isDay || !isTime) return Number.NaN;
  return days.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 - offsetOf(groups['zone']);
}

/** The hour of the day by the half of the day that is told with it; not a number for 14 AM. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (/^(?:p|下午|晚上|中午)/iu.test(half))
    return hour < 12 && !/^中午/u.test(half) ? hour + 12 : hour;
  if (hour > 12) return Number.NaN;
  return hour === 12 ? 0 : hour;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return CHINESE_TIME;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone) ?? [];
  if (hours === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
