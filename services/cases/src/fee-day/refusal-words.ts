import type { RefusalWords } from '@onewindow/subgraph';

/** What is refused of a day of fees, as a clerk would say it. */
export const WORDS = {
  FeeDayNotOver: {
    en: 'The day is not over yet: money may still come to it. Close it on the next day.',
    zh: '当日尚未结束，仍可能有款项缴存，请于次日结账。',
    rule: '002:105',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
