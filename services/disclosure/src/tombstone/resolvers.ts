import { listOf, type Completing } from '@onewindow/service';
import { connectionOf } from '@onewindow/subgraph';
import { isTombstone, type EntryState } from '../entry/domain/disclosure-entry.ts';
import { entryKind } from '../entry/entry.kind.ts';
import { tombstones } from '../entry/list-entries.ts';
import type { QueryResolvers, WithdrawnDisclosureResolvers } from '../graphql/types.generated.ts';

export const Query = {
  withdrawnDisclosures: (...[, { department, ...args }, { kinds, caller }, info]) => {
    const { journal } = kinds.of(entryKind);
    const list = listOf(journal, tombstones(department ?? null), caller.at);
    return connectionOf({ args, info }, list, (found) => tombstoneOf(entryKind.toView(found)));
  },
} satisfies QueryResolvers;

export const WithdrawnDisclosure: Completing<WithdrawnDisclosureResolvers> = {
  department: ({ department }) => ({ id: department }),
  centre: ({ centre }) => (centre === null ? null : { id: centre }),
  nature: ({ content }) => content.nature,
  publishedAt: ({ publication }) => publication.publishedAt,
  withdrawnAt: ({ withdrawal }) => withdrawal.at,
  ground: ({ withdrawal }) => withdrawal.ground ?? null,
};

/** The list holds nothing else: the mark by which it is found is made together with what it shows. */
function tombstoneOf<Viewed extends EntryState>(entry: Viewed) {
  if (!isTombstone(entry)) throw new Error('What was never public was listed as taken back.');
  return entry;
}
