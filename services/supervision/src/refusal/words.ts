import type { RefusalWords } from '@onewindow/subgraph';
import { NOUN_WORDS } from '../graphql/noun-words.generated.ts';

/** What this service says when it refuses, as a clerk would say it, with the article that it applies. */
export const WORDS = {
  ...NOUN_WORDS,
  HandlerMayNotSupervise: {
    en: 'You have this case in hand or have decided it; somebody else supervises it.',
    zh: '您是该办件的承办人或决定人，须由他人监督。',
    rule: '003:39',
  },
  TargetMayNotInvestigate: {
    en: 'The target of a complaint has no part in dealing with it.',
    zh: '被投诉人不得参与处理该投诉。',
    rule: '000:16',
  },
  NotTheInvestigator: {
    en: 'Only who investigates this complaint says what was found.',
    zh: '只有该投诉的调查人可以作出处理。',
    rule: '000:16',
  },
  NotTheSuperior: {
    en: 'Only the superior before whom the report lies answers it.',
    zh: '只有报备的上级领导可以答复。',
    rule: '000:14',
  },
  SuperiorIsReporter: {
    en: 'Nobody reports a denial to himself.',
    zh: '不得向本人报备。',
    rule: '000:14',
  },
  AlreadyAnswered: {
    en: 'You have answered these questions. You may answer again when you are asked again.',
    zh: '您已答复本次询问，再次询问时方可再答。',
    rule: '000:16',
  },
  NoLeaderInCharge: {
    en: 'This department has no leader in charge. Have the centre name one, then report to him.',
    zh: '该部门尚未确定分管领导，请先由中心确定后再报备。',
    rule: '002:100, 000:14',
  },
  'AlreadyExists.exclusionInForce': {
    en: 'He is kept away from this case already. Lift that exclusion first, if another end is needed.',
    zh: '该工作人员已被责令回避此办件。如需变更期限，请先解除原回避。',
    rule: '000:16',
  },
  'NotFound.NotYourCase': {
    en: 'No such case of yours is known. If you hold its receipt, complain with receipt number and query code; else leave the case out and name the centre.',
    zh: '未查到属于您的该办件。持有收件凭证的，请凭收件编号和查询码投诉；也可不填办件，选择政务服务中心后投诉。',
    rule: '000:16',
  },
  'NotYetKnown.NotYourCase': {
    en: 'No such case of yours is known yet. If you have filed it just now, try again in {retryAfter} seconds. If you hold its receipt, complain with receipt number and query code; else leave the case out and name the centre.',
    zh: '暂未查到属于您的该办件。如刚刚提交，请在 {retryAfter} 秒后重试；持有收件凭证的，请凭收件编号和查询码投诉；也可不填办件，选择政务服务中心后投诉。',
    rule: '000:16',
  },
  'NotAuthorized.NotSupervisor': {
    en: 'Only who supervises this centre does this.',
    zh: '仅该中心的监督人员可以办理。',
    rule: '003:39',
  },
  'NotAuthorized.NotComplainant': {
    en: 'Only who complained, or who supervises the centre, asks for this.',
    zh: '仅投诉人本人或该中心的监督人员可以提出。',
    rule: '000:16',
  },
  'NotAuthorized.NotAsked': {
    en: 'Only who was asked about this complaint answers the questions.',
    zh: '仅被询问的人员可以答复。',
    rule: '000:16',
  },
  'NotAuthorized.NotReporting': {
    en: 'Only staff of the department that denied, or who supervises its centre, do this.',
    zh: '仅作出否定决定的部门或该中心的监督人员可以办理。',
    rule: '000:14',
  },
  'NotAuthorized.NotAPerson': {
    en: 'A person complains, not a program.',
    zh: '投诉须由本人或监督人员提出，系统账号不能提交。',
    rule: '000:16',
  },
  'NotAuthorized.SignedInAsStaff': {
    en: 'You are signed in as staff. To complain for yourself sign in as a person, or not at all; for others who supervises the centre takes it down.',
    zh: '您以工作人员身份登录。本人投诉请以个人身份登录或不登录后提出；他人的投诉由该中心的监督人员登记。',
    rule: '000:16',
  },
  'NotAuthorized.OnlyOverTheNet': {
    en: 'You complain over the net yourself; what is said, written or called in is taken down by who supervises.',
    zh: '本人请选择网上投诉；来电、来信、来访由监督人员代为登记。',
    rule: '000:16',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** Refusals that are about one field of the input: answered as `InvalidInput`. */
export const OF_INPUT = {
  Unknown: { en: 'Nothing is known by this id.', zh: '没有此标识的记录。' },
  WordsRequired: { en: 'Say it in words.', zh: '须书面说明。' },
  EndNotAhead: { en: 'The end lies in the past.', zh: '终止时间须晚于现在。' },
  EndTooFar: {
    en: 'Nobody is kept away for more than {days} days by one decision. Set an earlier end, and decide anew when it comes.',
    zh: '一次责令回避不得超过 {days} 日。请缩短期限，到期后如仍须回避，另行决定。',
  },
  NobodyToAsk: {
    en: 'The complaint names nobody and no department: transfer it first.',
    zh: '投诉未指明被投诉人和部门，请先转办。',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
