import { validateInput } from '@onewindow/subgraph';
import { z } from 'zod';
import { importItems as command } from '../../../../commands/import-items.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

const batch = z.object({
  commandId: z.string().min(1).max(200).nullish(),
  rows: z.array(z.unknown()).min(1).max(200),
});

export const importItems: NonNullable<MutationResolvers['importItems']> = async (
  _parent,
  { input },
  context,
) => {
  const { caller, language } = context;
  const valid = validateInput(batch, input, language);
  if (!valid.ok) return valid.refusal;
  const outcomes = await command(context, caller, { ...valid.value, language });
  return { __typename: 'ImportItemsSuccess', outcomes };
};
