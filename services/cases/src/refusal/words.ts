import type { RefusalWords } from '@onewindow/subgraph';
import { OF_INPUT as NOTICE_OF_INPUT } from '../notice/refusal-words.ts';
import { NOUN_WORDS } from '../graphql/noun-words.generated.ts';
import { PRIORITY_WORDS } from './priority-words.ts';
import { REQUEST_WORDS } from './request-words.ts';
import { STEP_WORDS } from './step-words.ts';

/** The words of this service's own refusals. */
export const WORDS = {
  ...NOUN_WORDS,
  ...STEP_WORDS,
  ...REQUEST_WORDS,
  ...PRIORITY_WORDS,
  ItemNotInService: {
    en: 'The item takes no applications at this centre now.',
    zh: '该事项未进驻本中心或已暂停受理。',
    rule: '002:15',
  },
  'ItemNotInService.Abolished': {
    en: 'The item is abolished: nothing is asked for or accepted under it any more. Return the application, and say so.',
    zh: '该事项已取消，不得再要求补正或予以受理；请退回申请并说明理由。',
    rule: '002:15',
  },
  TooManyOpenApplications: {
    en: 'The applicant has {most} applications for this item that are not decided yet, and there may be no more at once. Wait for one of them, or have one withdrawn.',
    zh: '申请人在该事项上已有 {most} 件申请尚未办结，不能再提交。请等待其中一件办结，或先撤回一件。',
    rule: '同一事项在办申请上限(本地规则)',
  },
  NotOnPost: {
    en: 'You are not on post at a window of this centre.',
    zh: '您不在本中心窗口岗位。',
    rule: '002:108',
  },
  'NotOnPost.OfHandler': {
    en: 'The handler whom you name is not on post at a window of this centre.',
    zh: '所指定的承办人不在本中心窗口岗位。',
    rule: '002:108',
  },
  ExcludedFromCase: {
    en: 'A supervisor keeps you away from this case. Your chief names another handler.',
    zh: '效能监督部门已责令您回避此办件，请由负责人另行指定承办人。',
    rule: '000:16',
  },
  'ExcludedFromCase.OfHandler': {
    en: 'A supervisor keeps the handler whom you name away from this case. Name another one.',
    zh: '效能监督部门已责令所指定的承办人回避此办件，请另行指定。',
    rule: '000:16',
  },
  NotAuthorizedForItem: {
    en: 'No letter of authorisation in force gives the power {power} over this item.',
    zh: '没有有效的授权委托书授予此事项的 {power} 权限。',
    rule: '002:37',
  },
  'NotAuthorizedForItem.OfHandler': {
    en: 'No letter of authorisation in force gives the handler whom you name the power {power} over this item.',
    zh: '没有有效的授权委托书授予所指定的承办人此事项的 {power} 权限。',
    rule: '002:37',
  },
  MaterialsMissing: {
    en: 'Materials are missing; all of them are named.',
    zh: '材料不齐，缺少的材料已全部列出。',
    rule: '行政许可法 32',
  },
  'MaterialsMissing.Untold': {
    en: 'The notice leaves materials out that are missing too: all of them are told at once. They are named here.',
    zh: '告知内容不全：仍有缺少的材料未列入，须一次性全部告知，所缺材料已列出。',
    rule: '行政许可法 32',
  },
  'MaterialsMissing.OfNotice': {
    en: 'Some of what the notice named has not been brought; it is named here. Bring everything together.',
    zh: '补正材料不齐，补办通知单所列材料须一并提交，所缺材料已列出。',
    rule: '002:33',
  },
  'MaterialsMissing.NothingBrought': {
    en: 'Nothing is brought: name at least one material.',
    zh: '未提交任何材料，请至少选择一项。',
    rule: '002:33',
  },
  'MaterialsMissing.Owed': {
    en: 'The applicant still owes what was promised in writing; it is named here. Wait for it: when the day passes without it the application lapses.',
    zh: '申请人书面承诺后补的材料尚未提交，已列出；须待其补齐后决定，逾期未补的申请失效。',
    rule: '容缺受理承诺(本地规则)',
  },
  'NotLacking.NotOwed': {
    en: 'After acceptance only what was promised in writing is taken; what is not is named here.',
    zh: '受理后仅接收书面承诺后补的材料；不在承诺范围内的已列出。',
    rule: '行政许可法 32',
  },
  'NotLacking.NothingOwed': {
    en: 'The application is accepted and nothing was promised in writing, or all of it has come: no material is taken any more.',
    zh: '申请已受理，且没有待补交的承诺材料，不再接收材料。',
    rule: '行政许可法 32',
  },
  'NotLacking.HasCome': {
    en: 'Materials have come already and are not asked for again; they are named here. Bring the others without them.',
    zh: '所列材料已经收取，且未要求补正，无须重复提交；请仅提交其他材料。',
    rule: '002:33',
  },
  'NotLacking.NotOwable': {
    en: 'A promise is only for materials of the item that may follow and have not come; the others are named here.',
    zh: '仅可容缺且尚未提交的材料可以承诺后补；其余材料已列出。',
    rule: '容缺受理承诺(本地规则)',
  },
  NotLacking: {
    en: 'The notice names materials that do not lack; they are named here.',
    zh: '告知内容包含不得要求补正的材料，已列出。',
    rule: '行政许可法 32',
  },
  'NotLacking.Received': {
    en: 'The notice names materials that have come; they are named here. Say of each what is wrong with it, or leave it out.',
    zh: '所列材料申请人已提交。确不符合法定形式的，请逐项说明理由；否则不得要求补正。',
    rule: '行政许可法 32',
  },
  'NotLacking.NotReceived': {
    en: 'The notice says what is wrong with materials that have not come; they are named here. What is missing needs no reason.',
    zh: '所列材料尚未提交，无从认定不符合要求；缺少的必要材料直接列入即可。',
    rule: '行政许可法 32',
  },
  'NotLacking.NotNecessary': {
    en: 'The notice asks for materials that are not necessary for this item; they are named here. An application is complete without them, and with a bad copy of them.',
    zh: '所列材料不是该事项的必要材料，缺少或者不合要求均不影响受理，不得要求补正。',
    rule: '行政许可法 32',
  },
  'NotLacking.MayFollow': {
    en: 'The notice asks for materials that may follow after acceptance; they are named here. An application is complete without them, and what is wrong with them may be mended later.',
    zh: '所列材料可以容缺后补，缺少或者不合要求均不影响受理，不得要求补正。',
    rule: '行政许可法 32; 002:35',
  },
  RightsNotInformed: {
    en: 'Tell the applicant rights and duties before you accept.',
    zh: '受理前应当告知申请人权利义务。',
    rule: '002:76',
  },
  AlreadyNotified: {
    en: 'The applicant was told once already; nothing new may be asked for, and lines of the notice are sent back once only, all together and each with its reason. The attempt is recorded.',
    zh: '已一次性告知申请人，不得再要求补充新材料；通知单所列材料补交后仍不合要求的，只能一次性退回补正一次，并逐项说明理由。本次操作已记录。',
    rule: '行政许可法 32',
  },
  SealNotInCustody: {
    en: 'This seal of the department is kept neither by you nor by the chief representative of your window.',
    zh: '本部门该印章既不由您保管，也不由您所在窗口的首席代表保管。',
    rule: '002:104',
  },
  'SealNotInCustody.ChiefDecides': {
    en: 'You approve ordinary cases by your letter. This one is decided by the chief representative who keeps the seal: a denial, a joint, urgent or referred case, or one that had a special procedure.',
    zh: '一般事项可凭授权委托书予以批准；不予许可、联办、急办、上报或经过特别程序的办件，须由保管印章的首席代表决定。',
    rule: '002:37',
  },
  ReasonsRequired: {
    en: 'A denial needs written reasons and the report to the superior.',
    zh: '作出否定决定须书面说明理由并向上级报备。',
    rule: '000:14',
  },
  'ReasonsRequired.Ground': {
    en: 'Say why it is not accepted: not required, out of scope or not eligible. Papers that lack are asked for instead.',
    zh: '请选择不予受理情形：不需要许可、不属于职权范围或不符合受理条件；材料不齐的，应当一次性告知补正。',
    rule: '行政许可法 32',
  },
  'ReasonsRequired.CompetentAuthority': {
    en: 'Name the authority that it belongs to: the applicant is told where to go.',
    zh: '不属于本机关职权范围的，应当告知申请人向有关行政机关申请，请填写有权机关。',
    rule: '行政许可法 32',
  },
  'ReasonsRequired.SignedPaper': {
    en: 'The applicant withdraws, not you: give the reference and the day of the paper that he has signed, from the day of the application until today.',
    zh: '撤回须出于申请人本人意愿：请填写其签署的书面撤回申请的编号和日期，日期不得早于申请提交之日，也不得晚于今天。',
    rule: '行政许可法 29',
  },
  MustBeAccepted: {
    en: 'The application is complete: the applicant has brought all that is necessary, or all that he was asked for. Accept it. Only what is out of scope or needs no leave is still returned.',
    zh: '申请材料齐全或已按要求全部补正，应当受理；仅不属于职权范围或不需要许可的可以不予受理。',
    rule: '行政许可法 32',
  },
  RepeatsOverturnedDenial: {
    en: 'The superior has held this very denial to be wrong. Go on with the application, or deny it on another ground or for new facts, and write which they are.',
    zh: '该否定决定已被上级否决。请继续办理；如另有依据或新的事实，请写明后再作出否定决定。',
    rule: '000:14',
  },
  NoLeaderInCharge: {
    en: 'This department has no leader in charge to whom a denial is reported. Have the centre name one first.',
    zh: '本部门尚未确定分管领导，无法报备，请先由中心确定。',
    rule: '002:100, 000:14',
  },
  SuperiorIsReporter: {
    en: 'You are the leader in charge: nobody reports a denial to himself. Somebody else decides this.',
    zh: '您是本部门分管领导，不得向本人报备，请由其他人员办理。',
    rule: '000:14',
  },
  'NotPermittedInStatus.NotPaused': {
    en: 'No special procedure lasts: there is nothing to resume.',
    zh: '当前没有进行中的特别程序，无需恢复办理。',
    rule: '行政许可法 45',
  },
  CasePaused: {
    en: 'A special procedure ({procedure}) still lasts. Resume the case first.',
    zh: '特别程序（{procedure}）尚未结束，请先恢复办理。',
    rule: '行政许可法 45',
  },
  'NotAuthorized.NotHimself': {
    en: 'You apply for yourself only: this is not the number of your own identity document.',
    zh: '只能为本人申请：所填证件号码与您登录的身份不一致。',
    rule: '个人信息保护法 28',
  },
  'NotAuthorized.NotAtWindow': {
    en: 'An application for somebody is taken in by who handles cases at a window; your sign-in does not.',
    zh: '代申请人收件须由窗口承办人员办理，您的账号没有收件权限。',
    rule: '002:15',
  },
  'NotAuthorized.NotApplicantNorOfDepartment': {
    en: 'Only the applicant does this, or for him staff of the department that handles the case.',
    zh: '仅申请人本人或承办部门的工作人员可以办理此操作。',
  },
  'NotAuthorized.NotApplicant': {
    en: 'The applicant has filed this himself over the net: only he takes it back.',
    zh: '该申请由申请人在网上自行提交，只能由申请人本人撤回。',
  },
  'NotAuthorized.ApproverSupervises': {
    en: 'Whoever supervises cases does not decide them.',
    zh: '负责监督的人员不得作出审批决定。',
    rule: '003:39',
  },
  'NotAuthorized.NotOfDepartment': {
    en: 'Only staff of the department that handles this case do this.',
    zh: '仅承办部门的工作人员可以办理此操作。',
  },
  'AlreadyExists.openApplication': {
    en: 'The same application is open already: {receiptNumber}. Follow that one, or withdraw it first (withdrawCase).',
    zh: '相同的申请正在办理中：{receiptNumber}。请跟踪该办件，或先撤回该申请（withdrawCase）。',
    rule: '002:15',
  },
} as const satisfies Record<string, RefusalWords>;

/** Refusals that are about one field of the input. */
export const OF_INPUT = {
  ...NOTICE_OF_INPUT,
  FeeDayBeforeAccount: {
    en: 'The centre had no special account on that day yet, so no fee came to it.',
    zh: '该日本中心尚未确定缴存专户，没有可对账的费用。',
    rule: '002:105',
    field: 'day',
  },
  StatementLineTwice: {
    en: 'A reference stands on the statement twice.',
    zh: '对账单中同一流水号重复。',
    field: 'statement',
  },
  FeeLineTwice: {
    en: 'A fee stands there twice; say how many units instead.',
    zh: '同一收费项目重复列出，请合并填写数量。',
    field: 'lines',
  },
  NoRelief: {
    en: 'What is left to pay is less than the total, and not below nothing.',
    zh: '减免后应缴金额须低于应收合计，且不得为负。',
    field: 'payable',
  },
  NoMeetingThatDay: {
    en: 'The meeting is held after the chief has looked at it, and not in the future.',
    zh: '会议日期须在局长审核之后，且不得晚于今天。',
    rule: '002:105',
    field: 'heldOn',
  },
  AccountReachesBack: {
    en: 'An account holds from today or a day within a year on: nothing reaches back.',
    zh: '启用日期不得早于今天，且应在一年以内。',
    field: 'from',
  },
  NoLegalReference: {
    en: 'Give the law and the article, and nothing else: 行政许可法 38. What happened belongs to the situation.',
    zh: '依据只填法律名称和条款，例如“行政许可法 38”；具体情况请填写在情况说明中。',
    rule: '000:14',
    field: 'report.rule',
  },
  NoOtherAuthority: {
    en: 'Another authority is named only where the matter is out of scope: choose that ground, or leave the authority out.',
    zh: '仅不属于本机关职权范围的，才填写有权机关；请改选该情形，或删除有权机关。',
    rule: '行政许可法 32',
    field: 'competentAuthority',
  },
  PromiseNotAhead: {
    en: 'The day by which it is promised must lie ahead, by 90 days at most.',
    zh: '承诺补交日期须晚于今天，且不超过 90 日。',
    rule: '容缺受理承诺(本地规则)',
    field: 'promise.until',
  },
  UnknownMaterials: {
    en: 'These are not in the item’s list of materials: {materials}.',
    zh: '事项材料清单中没有以下材料：{materials}。',
    rule: '在线政务服务若干规定 6',
    field: 'materials',
  },
  NotAnybodysNumber: {
    en: 'This is no number of this kind: check its length, its date of birth and its check digit.',
    zh: '证件号码有误，请核对位数、出生日期和校验码。',
    field: 'applicant.identityNumber',
  },
} as const satisfies Record<string, RefusalWords & { readonly field: string }>;
