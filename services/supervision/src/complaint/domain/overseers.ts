import type { ComplaintFile } from './complaint.ts';

/** Who runs a centre, beside its supervision, which is named by the centre itself. */
export const headOf = (centre: string): string => `head:${centre}`;

/**
 * Whose supervision has a complaint: that of its centre. One against somebody who stands at no window, and so may be
 * who supervises there, is also that of the region and of who runs the centre; so is one that names somebody and that
 * nobody has answered in time. It is never nobody's, whoever it is against (000:16; ADR 37).
 */
export function overseersOf({
  centre,
  region,
  target,
  targetOnPost,
  overdue,
}: Pick<
  ComplaintFile,
  'centre' | 'region' | 'target' | 'targetOnPost' | 'overdue'
>): readonly string[] {
  const goesUp = target !== null && (!targetOnPost || overdue);
  return goesUp ? [centre, region, headOf(centre)] : [centre];
}
