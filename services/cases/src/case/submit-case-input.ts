import { phoneNumber } from '@onewindow/subgraph';
import { z } from 'zod';
import type { MutationsubmitCaseArgs } from '../graphql/types.generated.ts';

export type SubmitCaseInput = MutationsubmitCaseArgs['input'];

const text = (most: number) => z.string().trim().min(1).max(most);

/** What the SDL does not say of an application: ids are of this system, names are not blank, phones are numbers. */
export const submitCaseInput = z.object({
  itemId: z.uuid(),
  materials: z.array(text(64)),
  applicant: z.object({
    name: text(200),
    phone: phoneNumber,
    address: text(500).nullish(),
  }),
  matter: text(200).nullish(),
});
