import { toRefusal } from '../../refusal-words.ts';
import type { ImportedItemResolvers } from '../../types.generated.ts';

export const ImportedItem: ImportedItemResolvers = {
  reasons: ({ reasons }, _args, { language }) =>
    reasons.map((rejection) => {
      const { code, message, rule } = toRefusal(rejection, language);
      return { code, message, rule };
    }),
};
