import type { Completing } from '@onewindow/service';
import type { CaseRequestResolvers } from '../graphql/types.generated.ts';

/** Leave that was asked for, as the graph shows it. */
export const CaseRequest: Completing<CaseRequestResolvers> = {
  askedBy: ({ askedBy }) => ({ id: askedBy }),
  granted: ({ answer }) => answer?.granted ?? null,
  answeredBy: ({ answer }) => answer && { id: answer.by },
  answeredAt: ({ answer }) => answer?.at ?? null,
  paper: ({ answer }) => answer?.paper ?? null,
};
