import type { RefusalWords } from '@onewindow/subgraph';

/** The words of what is refused of notices. */
export const WORDS = {
  AlreadySending: {
    en: 'It is being sent already. Wait for what comes of it.',
    zh: '该文书正在发送，请等待结果。',
  },
  NobodyToSendTo: {
    en: 'The notice names nobody to whom it could go. Hand it over at the window.',
    zh: '该文书没有收件人信息，请在窗口当面送达。',
  },
  OtherWaysFirst: {
    en: 'Announce only what has reached nobody in five working days, or could not be sent.',
    zh: '仅逾期未送达或者发送失败的文书可以公告送达，请先以其他方式送达。',
    rule: '民事诉讼法 95',
  },
  NoticeUnsealed: {
    en: 'The paper bears no seal, and the department has none in anybody’s custody. Have the seal handed over to somebody first.',
    zh: '该文书未加盖印章，且本部门没有在保管的印章，请先办理印章交接。',
    rule: '行政许可法 32',
  },
  'NotAuthorized.OpenedByOthers': {
    en: 'Only the addressee himself says that he has opened it over the net.',
    zh: '网上查收只能由收件人本人确认。',
  },
  'NotAuthorized.HandedOverByOthers': {
    en: 'What was handed over at a window or by post is confirmed by the department’s staff.',
    zh: '窗口或邮寄送达由承办部门工作人员确认。',
  },
  'AlreadyExists.oneTimeNotice': {
    en: 'This was told at the same moment by somebody else; it is told once.',
    zh: '他人已同时一次性告知，不得重复告知。',
    rule: '002:33',
  },
} as const satisfies Record<string, RefusalWords>;

/** Refusals that are about one field of the input. */
export const OF_INPUT = {
  ServiceDayWrong: {
    en: 'Give the day on which it was signed for: not before the paper was written, and not in the future.',
    zh: '请填写签收日期，且不得早于出具日期、不得晚于今天。',
    field: 'signedOn',
  },
  OneTimeIncomplete: {
    en: 'All is told at once: this is missing.',
    zh: '一次性告知内容不全，请补充此项。',
    rule: '002:33',
    field: 'occasion',
  },
  OneTimeBySupplement: {
    en: 'What lacks in an application is told with requestSupplement.',
    zh: '申请材料不齐的，请使用“一次性告知补正”。',
    rule: '行政许可法 32',
    field: 'occasion',
  },
  OneTimeNotJoint: {
    en: 'This is for a joint application that is not accepted yet.',
    zh: '仅适用于尚未受理的联办件。',
    rule: '002:33',
    field: 'occasion',
  },
  OneTimeNotInHand: {
    en: 'A meeting tells its demands while the case is in process.',
    zh: '仅办理中的办件可以告知会议意见。',
    rule: '002:33',
    field: 'occasion',
  },
  WrittenRequired: {
    en: 'This is told in writing.',
    zh: '此情形应当书面告知。',
    rule: '002:33',
    field: 'form',
  },
} as const satisfies Record<string, RefusalWords & { readonly field: string }>;
