import { connectionOf } from '@onewindow/subgraph';
import type { CaseResolvers } from '../graphql/types.generated.ts';
import { feeBillKind } from './fee-bill.kind.ts';

/** `Case.feeBills`: whoever sees a case sees what is charged for it. */
export const feeBillsOfACase: NonNullable<CaseResolvers['feeBills']> = (
  { id, department },
  ...[args, { kinds }, info]
) => {
  const sight = { name: 'department', value: department } as const;
  const list = kinds.of(feeBillKind).listOfParent('case', id, { sight });
  return connectionOf({ args, info }, list, feeBillKind.toView);
};
