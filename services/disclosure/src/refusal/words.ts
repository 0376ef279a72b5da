import type { RefusalWords } from '@onewindow/subgraph';
import { NOUN_WORDS } from '../graphql/noun-words.generated.ts';

/** What this service says when it refuses, as a clerk would say it, with the article that it applies. */
export const WORDS = {
  ...NOUN_WORDS,
  ReviewerWroteEntry: {
    en: 'Somebody who did not write on the entry has to review it.',
    zh: '审核人不得为起草人，请由他人审核。',
    rule: '政府信息公开条例 17',
  },
  WithdrawalGroundRequired: {
    en: 'The public has read this entry: say on which ground it is taken back, for that is told in its place.',
    zh: '该条目已向社会公开，撤回须注明情形，撤回情形将同时公布。',
    rule: '001:21',
  },
  EntryFollowsItsSource: {
    en: 'The entry tells what happened elsewhere: it changes when that does. It can be withdrawn.',
    zh: '该条目随来源自动更新，不能人工更换，可以撤回。',
    rule: '001:21',
  },
  'NotAuthorized.NoDepartment': {
    en: 'Your sign-in names no department: what is disclosed is disclosed by one.',
    zh: '您的登录账号未关联部门，不能代表部门公开信息。',
    rule: '000:47',
  },
  'NotAuthorized.NotOfDepartment': {
    en: 'Another department tells this: a department discloses what is its own.',
    zh: '该条目由其他部门公开，只能办理本部门的公开条目。',
    rule: '000:47',
  },
  'NotAuthorized.ItemOfAnotherDepartment': {
    en: 'Another department is responsible for this item: a department discloses its own.',
    zh: '该事项由其他部门负责，只能公开本部门的事项。',
    rule: '000:47',
  },
  'NotAuthorized.PublicForReviewers': {
    en: 'What is public already is withdrawn by a reviewer.',
    zh: '已公开的内容只能由审核人员撤回。',
    rule: '政府信息公开条例 17',
  },
  'AlreadyExists.successor': {
    en: 'Another draft to replace this entry is under way. Go on with that one.',
    zh: '已有更换该条目的草稿，请继续办理该草稿。',
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
