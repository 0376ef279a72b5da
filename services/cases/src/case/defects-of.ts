import type { Notice } from './domain/case.ts';

/** What of a notice had come and can't be taken, each with what is wrong with it. */
export const defectsOf = ({ defects = [] }: Pick<Notice, 'defects'>) =>
  defects.map(({ reason, ...material }) => ({ material, reason }));
