import { textOf } from './table-access.ts';

const WRITTEN = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})(?:\D+(\d{1,2})\D+(\d{1,2})(?:\D+(\d{1,2}))?)?/u;
const BARE = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/u;

/** Milliseconds since 1970 from milliseconds, seconds or a date in words (Chinese time); 0 for none of these. */
export function dateOf(value: unknown): number {
  const text = textOf(value);
  const parts = BARE.exec(text) ?? WRITTEN.exec(text);
  if (parts !== null && isDate(parts)) return written(parts);
  const number = Number(text);
  if (text === '' || !Number.isFinite(number) || number <= 0) return 0;
  // Seconds reach 11 digits in the year 5138; milliseconds had them in March 1973.
  return number < 1e11 ? number * 1000 : number;
}

function isDate([, year, month, day]: RegExpExecArray): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y >= 1900 && y < 2200 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

function written([, year, month, day, hour, minute, second]: RegExpExecArray): number {
  const [y, mo, d] = [Number(year), Number(month), Number(day)];
  const [h, mi, s] = [hour, minute, second].map((part) => Number(part ?? 0));
  return Date.UTC(y, mo - 1, d, (h ?? 0) - 8, mi, s);
}
