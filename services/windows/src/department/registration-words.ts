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
} as const;

export type DepartmentRefusal = keyof typeof registrationWords;
