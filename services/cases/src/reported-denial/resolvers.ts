import type { Completing } from '@onewindow/service';
import type { ReportedDenialResolvers } from '../graphql/types.generated.ts';
import { caseOfDenial, denialOfKey, mayReadDenial } from './who-reads-denials.ts';

export const ReportedDenial: Completing<ReportedDenialResolvers> = {
  __resolveReference: async ({ id }, { anyCase, facts, viewer }) => {
    const view = await anyCase.load(caseOfDenial(id));
    const denial = denialOfKey(id, view);
    if (!view || !denial) return null;
    const read = { denial, centre: view.centre };
    const may =
      mayReadDenial(viewer, read, null) ||
      mayReadDenial(viewer, read, await facts.leaderInCharge(view.department));
    return may ? denial : null;
  },
};
