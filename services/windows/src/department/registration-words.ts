/** Why one department of a batch was refused, as a clerk would say it. */
export const registrationWords = {
  NoCode: { en: 'The department has no code.', zh: '部门没有编码。' },
  CodesOfSeveralDepartments: {
    en: 'The codes belong to more than one department that is known already.',
    zh: '所列编码分属多个已登记部门。',
  },
  CodeTaken: {
    en: 'One of the codes was given to another department at the same moment.',
    zh: '编码刚被其他部门登记占用。',
  },
  NoRegion: {
    en: 'Your sign-in names no region: departments are registered by who manages one.',
    zh: '您的登录账号未关联行政区划，无法登记部门。',
  },
  RegionOfAnother: {
    en: 'The department’s region is no part of yours.',
    zh: '该部门所在区划不属于您管理的区划。',
  },
} as const;

export type DepartmentRefusal = keyof typeof registrationWords;
