import type { Completing } from '@onewindow/service';
import type { CaseStepResolvers } from '../graphql/types.generated.ts';
import { isSpecial } from './domain/step.ts';

const stub = (id: string | null) => (id === null ? null : { id });

/** A step of a case as the graph shows it. */
export const CaseStep: Completing<CaseStepResolvers> = {
  uncounted: ({ kind }) => isSpecial(kind),
  begunBy: ({ begunBy }) => stub(begunBy),
  since: ({ from }) => from,
  endedBy: ({ endedBy }) => stub(endedBy),
};
