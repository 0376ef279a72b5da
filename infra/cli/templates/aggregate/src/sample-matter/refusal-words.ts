import type { RefusalWords } from '@onewindow/subgraph';

/** What is refused of a sample matter, as a clerk would say it, with the article that it applies. */
export const WORDS = {
  SampleMatterNeedsAnotherPerson: {
    en: 'You have opened this yourself; a colleague closes it.',
    zh: '您是登记人，须由同事办结。',
  },
  'NotAuthorized.OpensNoSampleMatter': {
    en: 'Your sign-in names no department to open this for. Have it entered in your account.',
    zh: '您的登录账号未关联部门，不能登记。请先完善账号信息。',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
