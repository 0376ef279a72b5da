import { createRefusing } from '@onewindow/subgraph';
import { toRefusal } from './refusal-words.ts';

/** What any mutation on one item can answer with. */
export const BASE_REFUSALS = [
  'NotPermittedInStatus',
  'NotAuthorized',
  'NotFound',
  'Conflict',
  'IdempotencyMismatch',
] as const;

/** The union member of a rejection, when it is among the codes that the mutation's union lists. */
export const refuse = createRefusing(toRefusal);
