import { sealRoot } from '@onewindow/persistence';
import { listOf, type Completing } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import type { JournalSealResolvers, QueryResolvers } from '../graphql/types.generated.ts';
import { standingOf } from './domain/kept-seal.ts';
import { keptSealId, keptSealKind } from './kept-seal.kind.ts';

export const Query = {
  journalSeals: (...[, { service, from, to, ...args }, { kinds, caller }, info]) => {
    const wanted = {
      query: 'ofService',
      equality: { 'state.service': service },
      range: {
        'state.seal.madeAt': { ...(from != null && { from }), ...(to != null && { before: to }) },
      },
    };
    const list = listOf(kinds.of(keptSealKind).journal, wanted, caller.at);
    return connectionOf({ args, info }, list, keptSealKind.toView);
  },
} satisfies QueryResolvers;

export const JournalSeal: Completing<JournalSealResolvers> = {
  standing: async (kept, _, { kinds }) => {
    const { service, number } = kept;
    if (number === 1) return standingOf(kept, sealRoot(service));
    const before = await kinds.of(keptSealKind).byId.load(keptSealId(service, number - 1));
    return standingOf(kept, before?.seal.head ?? null);
  },
};
