import type { RefusalWords } from '@onewindow/subgraph';

/** What is refused of a special account, as a clerk would say it. */
export const WORDS = {
  'NotAuthorized.NotOfACentre': {
    en: 'Your sign-in names no centre to name an account for. Have it entered in your account.',
    zh: '您的登录账号未关联政务服务中心，不能办理。请先完善账号信息。',
  },
  'AlreadyExists.accountOfDay': {
    en: 'An account is named for that day already. Choose another day.',
    zh: '该日已确定缴存专户，请另选启用日期。',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
