import type { RefusalWords } from './refusal.ts';

/** The refusals of `base.graphql`, which any mutation may answer with. */
export const baseRefusals = {
  Conflict: {
    en: 'Somebody else changed it first. Load it again and look before you repeat this.',
    zh: '数据已被他人更改，请重新加载核对后再操作。',
  },
  IdempotencyMismatch: {
    en: 'This commandId was used before with other arguments. Use a new one for a new command.',
    zh: '该 commandId 已用于不同参数的操作，新操作请使用新的 commandId。',
  },
  AlreadyExists: {
    en: 'There is one like this already. Work with that one, or make yours another.',
    zh: '已存在相同的记录。请使用已有记录，或修改后再提交。',
  },
  NotFound: {
    en: 'There is no such thing, or you may not see it.',
    zh: '记录不存在，或您无权查看。',
  },
  NotYetKnown: {
    en: 'Nothing is known of it here, or you may not see it. If it was made just now, ask again in {retryAfter} seconds.',
    zh: '此处尚无该记录，或您无权查看；如为刚刚创建，请在 {retryAfter} 秒后重试。',
  },
  InvalidInput: {
    en: 'The input can’t be right. See the fields.',
    zh: '输入有误，请核对所列字段。',
  },
  NotPermittedInStatus: {
    en: 'This can’t be done now ({status}).',
    zh: '当前状态（{status}）不允许此操作。',
  },
  RetentionNotOver: {
    en: 'This must be kept until {keptUntil}. Name the decision by which it is erased before, or wait.',
    zh: '该记录须保存至 {keptUntil}；如须提前删除，请填写据以删除的决定文号。',
    rule: '机关文件材料归档范围和文书档案保管期限规定 6',
  },
  NotAuthorized: {
    en: 'You have no right to do this here.',
    zh: '您无权办理此操作。',
  },
} as const satisfies Record<string, RefusalWords>;

export type BaseRefusalCode = keyof typeof baseRefusals;
