import type { RefusalWords } from '@onewindow/subgraph';

/** Why a step of a case can't begin, go on or end so. */
export const STEP_WORDS = {
  StepNotPossible: {
    en: 'This step can’t be taken now.',
    zh: '当前不能办理该环节。',
    rule: '002:163',
  },
  'StepNotPossible.AlreadyOpen': {
    en: 'A step of this kind still lasts: end it first.',
    zh: '同类环节尚未结束，请先结束。',
    rule: '002:163',
  },
  'StepNotPossible.NotOfItem': {
    en: 'The item does not have this procedure: what its guide does not name is not done.',
    zh: '该事项的办事指南没有此特别程序，不得增设。',
    rule: '行政许可法 45',
  },
  'StepNotPossible.DaysNotTold': {
    en: 'Tell the applicant in writing how many days it takes: untold days count.',
    zh: '不计入期限的程序，应当将所需时间书面告知申请人，请填写天数。',
    rule: '行政许可法 45',
  },
  'StepNotPossible.KeptInside': {
    en: 'This centre lets no dossier out: everything is done inside.',
    zh: '本中心实行封闭式办理，案卷不得带回部门。',
    rule: '002:163',
  },
  'StepNotPossible.ManyDepartments': {
    en: 'Several departments handle this case: no dossier leaves the centre.',
    zh: '联办件涉及多个部门，案卷不得带回部门办理。',
    rule: '002:37',
  },
  'StepNotPossible.AuthorizedToDecide': {
    en: 'You are authorised to decide this at the window: finish it here.',
    zh: '您已获授权在窗口直接办结，案卷无需带回部门。',
    rule: '002:37',
  },
  'StepNotPossible.NotReferred': {
    en: 'This item is not one that the authority above decides.',
    zh: '该事项不属于上报上级机关决定的事项。',
    rule: '002:164',
  },
  'StepNotPossible.NoOpinion': {
    en: 'Name the authority above, and write the opinion of the preliminary review.',
    zh: '请填写上级机关和初审意见。',
    rule: '002:163',
  },
  'StepNotPossible.NotOpen': {
    en: 'No such step lasts.',
    zh: '没有进行中的该环节。',
    rule: '002:163',
  },
  'StepNotPossible.OfAnother': {
    en: 'Another began this step: he ends it, or who has the case in hand.',
    zh: '该环节由他人开始，应由其本人或者承办人办理。',
    rule: '002:72',
  },
  'StepNotPossible.NotLonger': {
    en: 'These are no more days than it has, or it has no limit to lengthen.',
    zh: '所填天数没有超过原告知天数，或者该环节没有时限。',
    rule: '行政许可法 45',
  },
  'StepNotPossible.DaysOver': {
    en: 'The told days are over: what is told now takes back no day that has counted.',
    zh: '告知的时间已经届满，不能再行延长。',
    rule: '行政许可法 45',
  },
  'StepNotPossible.NoRecord': {
    en: 'Write down what came of it.',
    zh: '请填写办理记录。',
    rule: '002:163',
  },
  'StepNotPossible.NoMeeting': {
    en: 'Only a meeting tells the applicant what to change.',
    zh: '仅会议可以提出修改要求。',
    rule: '002:33',
  },
  'StepNotPossible.ChangesTold': {
    en: 'A meeting has told the applicant already what to change: nothing new is demanded.',
    zh: '会议已一次性书面告知修改要求，不得再次提出。',
    rule: '002:33',
  },
  'StepNotPossible.AwaitedFromAbove': {
    en: 'This ends with the decision of the authority above: write that down.',
    zh: '上报环节以上级决定结束，请登记上级决定。',
    rule: '002:164',
  },
  'StepNotPossible.NotSent': {
    en: 'The case does not lie before an authority above.',
    zh: '本办件没有上报待复的上级机关。',
    rule: '002:164',
  },
  StepStillOpen: {
    en: 'A step ({kind}) is not over yet: end it first.',
    zh: '环节（{kind}）尚未结束，请先结束该环节。',
    rule: '002:163',
  },
  UpperDecisionHolds: {
    en: 'The authority above decides this case: send it up, write down what it decides, and tell the applicant the same.',
    zh: '该事项由上级机关决定，应先上报并登记上级决定，再按其决定办理。',
    rule: '002:164',
  },
} as const satisfies Record<string, RefusalWords>;
