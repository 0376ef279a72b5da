import type { RefusalWords } from '@onewindow/subgraph';

/** Why a case is not put first so, or not taken for another kind. */
export const PRIORITY_WORDS = {
  'NotAuthorized.NotOfCentre': {
    en: 'Only who runs the centre of this case does this.',
    zh: '仅受理中心的负责人员可以办理此操作。',
    rule: '002:35',
  },
  UrgencyNotPossible: {
    en: 'The case can’t be put first so.',
    zh: '当前不能办理该急办操作。',
    rule: '002:35',
  },
  'UrgencyNotPossible.UrgentBefore': {
    en: 'The case is put first already.',
    zh: '本办件已列为急办件。',
    rule: '002:35',
  },
  'UrgencyNotPossible.NotUrgent': {
    en: 'The case is not put first.',
    zh: '本办件不是急办件。',
    rule: '002:35',
  },
  'UrgencyNotPossible.NoGround': {
    en: 'Name a ground: it reaches far, the time presses, or it is especially important.',
    zh: '请选择急办情形：涉及面广、时间紧迫或者特别重要。',
    rule: '002:35',
  },
  'UrgencyNotPossible.NoReason': {
    en: 'Say why.',
    zh: '请填写理由。',
    rule: '002:35',
  },
  'UrgencyNotPossible.EndsLater': {
    en: 'This end lies behind the one that binds the case already: what is urgent ends no later.',
    zh: '急办期限不得晚于本办件现有的办理期限。',
    rule: '002:35',
  },
  ReclassificationNotPossible: {
    en: 'The case can’t be taken for that kind.',
    zh: '当前不能变更为该办件类型。',
    rule: '002:35',
  },
  'ReclassificationNotPossible.OfAnotherKind': {
    en: 'A case of this kind is what has happened to it: an officer does not choose it.',
    zh: '该类办件由办理情形决定，不能由经办人变更。',
    rule: '002:35',
  },
  'ReclassificationNotPossible.SameKind': {
    en: 'The case is of this kind already.',
    zh: '本办件已属于该类型。',
    rule: '002:35',
  },
  'ReclassificationNotPossible.NoReason': {
    en: 'Say why: the reason stays with the case.',
    zh: '请填写变更理由，理由随办件留存。',
    rule: '002:35',
  },
  'ReclassificationNotPossible.NoLimit': {
    en: 'The item has no promised time: it stays one that is finished on the spot.',
    zh: '该事项没有承诺时限，仍按即办件办理。',
    rule: '000:13',
  },
  'ReclassificationNotPossible.LateAlready': {
    en: 'The case is overdue: another kind is no way out of that.',
    zh: '本办件已经超期，不得以变更类型规避期限。',
    rule: '002:106',
  },
} as const satisfies Record<string, RefusalWords>;
