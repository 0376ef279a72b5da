import type { Notice } from './domain/case.ts';

/** What of a notice had come and can't be taken, each with what is wrong with it. */
export const defectsOf = ({ defects = [] }: Notice) =>
  defects.map(({ reason, ...material }) => ({ material, reason }));
