import type { RefusalWords } from '@onewindow/subgraph';

/** Why leave can't be asked for or answered so, and why an applicant is not called in. */
export const REQUEST_WORDS = {
  RequestNotPossible: {
    en: 'This can’t be asked for or answered now.',
    zh: '当前不能办理该请示。',
  },
  'RequestNotPossible.NoReason': {
    en: 'Say why: the applicant is told it.',
    zh: '请填写理由，并告知申请人。',
    rule: '行政许可法 42',
  },
  'RequestNotPossible.Open': {
    en: 'The same is asked for already, and not answered yet.',
    zh: '同一请示尚未批复，不能重复提出。',
  },
  'RequestNotPossible.ExtendedBefore': {
    en: 'The time to decide has been lengthened already: it is lengthened once.',
    zh: '决定期限已经延长过一次，不得再次延长。',
    rule: '行政许可法 42',
  },
  'RequestNotPossible.NoClock': {
    en: 'No time to decide runs that could be lengthened.',
    zh: '没有正在计算的法定决定期限，无需延长。',
    rule: '行政许可法 42',
  },
  'RequestNotPossible.TimeIsOver': {
    en: 'The time to decide is over: what is late is not made punctual afterwards.',
    zh: '法定决定期限已经届满，不能事后延长。',
    rule: '行政许可法 42',
  },
  'RequestNotPossible.NotOpen': {
    en: 'No such request waits for an answer.',
    zh: '没有待批复的该请示。',
  },
  'RequestNotPossible.NotHead': {
    en: 'The head of the department answers this.',
    zh: '该请示由本部门负责人批准。',
    rule: '行政许可法 42',
  },
  'RequestNotPossible.NotCentre': {
    en: 'The centre answers this: a visit more, and for a joint case what the head of the government has approved.',
    zh: '该请示由中心批复；联办件延长期限须经本级人民政府负责人批准。',
    rule: '002:41, 行政许可法 42',
  },
  'RequestNotPossible.NoPaper': {
    en: 'Give the number of the paper by which the head of the government approved it.',
    zh: '请填写本级人民政府负责人批准的文号。',
    rule: '行政许可法 42',
  },
  'RequestNotPossible.OwnRequest': {
    en: 'Nobody answers what he has asked for himself.',
    zh: '不得批准本人提出的请示。',
    rule: '003:39',
  },
  'RequestNotPossible.VisitsUsed': {
    en: 'The applicant has come twice: ask the centre for leave before you call him in again, or do without.',
    zh: '申请人已到场两次。确需再次到场的，应先报请中心批准，不得自行通知。',
    rule: '002:41',
  },
} as const satisfies Record<string, RefusalWords>;
