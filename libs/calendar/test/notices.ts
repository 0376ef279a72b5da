import { days } from './days.ts';
import { NOTICES_FROM_2004 } from './notices-from-2004.ts';
import { NOTICES_FROM_2014 } from './notices-from-2014.ts';

/**
 * The State Council's notices, written out by hand: what the library is held against. A year holds what falls
 * into it, also by the notice of the year after.
 */
export const NOTICES = {
  ...NOTICES_FROM_2004,
  ...NOTICES_FROM_2014,
  '2024': {
    off: [
      '2024-01-01',
      ...days('2024-02', 10, 17),
      ...days('2024-04', 4, 6),
      ...days('2024-05', 1, 5),
      ...days('2024-06', 8, 10),
      ...days('2024-09', 15, 17),
      ...days('2024-10', 1, 7),
    ],
    makeup: [
      ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28'],
      ...['2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
    ],
  },
  '2025': {
    off: [
      '2025-01-01',
      ...days('2025-01', 28, 31),
      ...days('2025-02', 1, 4),
      ...days('2025-04', 4, 6),
      ...days('2025-05', 1, 5),
      '2025-05-31',
      ...days('2025-06', 1, 2),
      ...days('2025-10', 1, 8),
    ],
    makeup: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  '2026': {
    off: [
      ...days('2026-01', 1, 3),
      ...days('2026-02', 15, 23),
      ...days('2026-04', 4, 6),
      ...days('2026-05', 1, 5),
      ...days('2026-06', 19, 21),
      ...days('2026-09', 25, 27),
      ...days('2026-10', 1, 7),
    ],
    makeup: [
      ...['2026-01-04', '2026-02-14', '2026-02-28'],
      ...['2026-05-09', '2026-09-20', '2026-10-10'],
    ],
  },
};

const off = new Set(Object.values(NOTICES).flatMap((notice) => notice.off));
const makeup = new Set(Object.values(NOTICES).flatMap((notice) => notice.makeup));

/** Written apart from the source: nothing of it is used here. */
export function isWorked(date: Date): boolean {
  const text = date.toISOString().slice(0, 10);
  if (off.has(text)) return false;
  if (makeup.has(text)) return true;
  return date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
}

export function datesFrom(first: string, last: string): Date[] {
  const dates = [];
  for (const date = new Date(first); date <= new Date(last); date.setUTCDate(date.getUTCDate() + 1))
    dates.push(new Date(date));
  return dates;
}
