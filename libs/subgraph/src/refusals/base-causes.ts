import type { RefusalWords } from './refusal.ts';

/** Causes of base refusals that any service may meet; a service adds its own (`NotAuthorized.NotHimself`). */
export const baseCauses = {
  'NotAuthorized.NotKnownStaff': {
    en: 'Your sign-in does not say which member of staff you are, so this can’t be put down to anybody.',
    zh: '您的登录账号未关联工作人员，无法确认办理人。',
  },
} as const satisfies Record<string, RefusalWords>;
