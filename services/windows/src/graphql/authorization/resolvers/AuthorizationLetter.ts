import { found } from '../../found.ts';
import type { AuthorizationLetterResolvers } from '../../types.generated.ts';

export const AuthorizationLetter: AuthorizationLetterResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.letters.load(id),
  department: async ({ department }, _args, { loaders }) =>
    found(await loaders.departments.load(department)),
  delegate: async ({ delegate }, _args, { loaders }) => found(await loaders.staff.load(delegate)),
  items: ({ items }) => items.map((id) => ({ id })),
};
