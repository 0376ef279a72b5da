import type { RefusalWords } from '@onewindow/subgraph';
import { NOUN_WORDS } from './graphql/noun-words.generated.ts';

/** What this service says when it refuses, as a clerk would say it, with the article that it applies. */
export const WORDS = {
  ...NOUN_WORDS,
  DepartmentsDoNotFit: {
    en: 'A permanent window serves one department, an integrated one two or more, a periodic one at least one.',
    zh: '独立常驻窗口对应一个部门，综合窗口对应两个以上部门，定期服务窗口至少对应一个部门。',
    rule: '002:164',
  },
  ServiceDatesMissing: {
    en: 'A periodic window needs the dates on which it is open.',
    zh: '定期服务窗口须列明服务日期。',
    rule: '002:164',
  },
  RankTooLow: {
    en: 'A chief representative is a cadre of section level or above.',
    zh: '首席代表须由股级以上干部担任。',
    rule: '002:108',
  },
  NotQualified: {
    en: 'Only formally employed staff who passed the assessment go on post.',
    zh: '须为正式在岗人员且考核合格方可上岗。',
    rule: '002:108, 002:167',
  },
  DelegateNotOnPost: {
    en: 'The delegate is not on post at a window for the department that signs.',
    zh: '被委托人未在该部门的窗口在岗。',
    rule: '002:104',
  },
  ItemsOfAnotherDepartment: {
    en: 'The letter covers items of another department: power goes with the item.',
    zh: '授权事项不属于本部门，应权随事进。',
    rule: '002:163',
  },
  NotChiefRepresentative: {
    en: 'A seal is kept by an active chief representative of its department.',
    zh: '行政审批专用章由本部门在任首席代表保管。',
    rule: '002:104',
  },
  LeaderOfAnotherDepartment: {
    en: 'The leader in charge of a department is one of its own people.',
    zh: '分管领导须为本部门人员。',
    rule: '002:100',
  },
  VersionTooEarly: {
    en: 'A rule begins now or later, and not before its newest version: see the earliest moment.',
    zh: '制度的生效时间不得早于当前时间，也不得早于最新版本的生效时间，请见最早生效时间。',
  },
  VersionTooLate: {
    en: 'A version begins within two years, and no later than the one whose place it takes: see the latest moment.',
    zh: '制度须在两年内生效，且不得晚于其所替换版本的生效时间，请见最晚生效时间。',
  },
  VersionNotReplaceable: {
    en: 'Only the newest version can be replaced, and only until it begins.',
    zh: '仅可替换尚未生效的最新版本。',
  },
  CalendarDaysWrong: {
    en: 'Days of the calendar are wrong: see each of them.',
    zh: '工作日历中有日期填写有误，请逐项核对。',
    rule: '行政许可法 82',
  },
  'NotAuthorized.NotRuleManager': {
    en: 'This is done by who manages the rules of a region.',
    zh: '须由行政区划的制度管理人员办理。',
  },
  'NotAuthorized.RuleOfAnotherRegion': {
    en: 'The rules of a region are set by who manages them there.',
    zh: '该制度属于其他行政区划，须由其制度管理人员办理。',
  },
  'NotAuthorized.NotManager': {
    en: 'This is done by who manages the windows of a centre.',
    zh: '须由政务服务中心的窗口管理人员办理。',
    rule: '002:8',
  },
  'NotAuthorized.NoCentre': {
    en: 'Your sign-in names no centre: this is done by the staff of one.',
    zh: '您的登录账号未关联政务服务中心，须由中心工作人员办理。',
    rule: '002:8',
  },
  'NotAuthorized.NoRegion': {
    en: 'Your sign-in names no region: this is done by who manages one.',
    zh: '您的登录账号未关联行政区划，无法办理此操作。',
    rule: '002:8',
  },
  'NotAuthorized.RegionOfAnother': {
    en: 'This lies in another region, whose centre does it: yours reaches your own region and its parts.',
    zh: '所涉区划不属于您管理的区划及其下级，须由当地政务服务中心办理。',
    rule: '002:159',
  },
  'NotAuthorized.CodeOfAnotherRegion': {
    en: 'The code is that of a region elsewhere: the code of a part begins with that of its superior region.',
    zh: '该区划代码不属于所填上级区划：下级代码须以上级代码开头。',
    rule: 'GB/T 2260',
  },
  'NotAuthorized.DepartmentOfAnotherCentre': {
    en: 'The department has not entered your centre: the centre that it has entered does this. If it has entered none, have it enter first.',
    zh: '该部门未进驻您所在的中心，须由其进驻的中心办理；尚未进驻任何中心的，请先办理进驻。',
    rule: '002:8',
  },
  'NotAuthorized.PostedElsewhere': {
    en: 'This member of staff is on post at another centre, which does this.',
    zh: '该人员在其他中心在岗，须由其所在中心办理。',
    rule: '002:8',
  },
  'NotAuthorized.WindowOfAnotherCentre': {
    en: 'The window belongs to another centre, which does this.',
    zh: '该窗口属于其他中心，须由该中心办理。',
    rule: '002:8',
  },
  'NotAuthorized.WindowOfAnotherDepartment': {
    en: 'The window does not serve the department of this member of staff.',
    zh: '该窗口不办理此人所属部门的业务，不能安排其在此上岗。',
    rule: '002:163',
  },
  'AlreadyExists.documentNumber': {
    en: 'A letter of authorisation with this document number is there already. Read that one, or give the new letter a number of its own.',
    zh: '该文号的授权委托书已存在。请查看已有授权委托书，或为新授权委托书另编文号。',
  },
  'AlreadyExists.badgeNumber': {
    en: 'A member of staff with this badge number is registered already. Work with that one, or give the new one another number.',
    zh: '该工号已登记。请使用已登记人员，或为新人员另编工号。',
  },
  'AlreadyExists.chiefRepresentative': {
    en: 'The department has a chief representative at this window already. End that appointment first (replaceChiefRepresentative).',
    zh: '该部门在本窗口已有首席代表，请先更换（replaceChiefRepresentative）。',
  },
  'AlreadyExists.windowNumber': {
    en: 'This centre has a window of this number already. Change that one (changeWindow, reopenWindow), or choose another number.',
    zh: '本中心已有该编号的窗口。请变更或重新开放该窗口（changeWindow、reopenWindow），或另编窗口号。',
  },
  'AlreadyExists.departmentCode': {
    en: 'Another department has one of these codes. Leave that code out, or register it with that department.',
    zh: '所填编码已用于其他部门。请去掉该编码，或登记在该部门名下。',
  },
  'AlreadyExists.sealCode': {
    en: 'A seal of this code is registered already. Work with that one, or give the new seal a code of its own.',
    zh: '该编码的印章已登记。请使用已登记印章，或为新印章另编编码。',
    rule: '002:104',
  },
  'AlreadyExists.regionCode': {
    en: 'The region of this code is registered already, with another name or another superior region. Use it as it is.',
    zh: '该代码的行政区划已登记，名称或上级区划与所填不同。请直接使用已登记的行政区划。',
    rule: 'GB/T 2260',
  },
  'AlreadyExists.centreCode': {
    en: 'A centre of this code is registered already. Use that one, or give the new centre a code of its own.',
    zh: '该编码的政务服务中心已登记。请使用已登记的中心，或为新中心另编编码。',
  },
  'AlreadyExists.standingRule': {
    en: 'This region has a rule of this kind already. Give that one a new version (changeStandingRule).',
    zh: '该行政区划已有此类规则。请为其制定新版本（changeStandingRule）。',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** Refusals that are about one field of the input: answered as `InvalidInput`. */
export const OF_INPUT = {
  DateOutside: {
    en: 'This lies too far from now: it can be from {first} to {last}.',
    zh: '日期超出范围，应在 {first} 至 {last} 之间。',
  },
  EndNotAhead: {
    en: 'The end must be after the beginning and after now.',
    zh: '终止时间须晚于起始时间和现在。',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
