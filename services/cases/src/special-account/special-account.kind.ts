import { nextDay, type Day } from '@onewindow/calendar';
import { specialAccountEvents, type SpecialAccountSnapshot } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import type { Instant } from '@onewindow/kernel';
import { defineKind, type JournalOf, type TypesOf } from '@onewindow/service';
import { specialAccountLifecycle } from './domain/special-account-lifecycle.ts';

/** What is stored, told, listed and seen of a special account. */
export const specialAccountKind = defineKind({
  kind: 'special-account',
  collection: 'specialAccounts',
  stateVersion: 1,
  decider: specialAccountLifecycle,
  belonging: ({ region, centre }) => ({ region, centre }),
  events: { SpecialAccountNamed: specialAccountEvents.named },
  snapshot: (view): SpecialAccountSnapshot => {
    const { id, status, region, centre, account, from } = view;
    return { id, status, region, centre, account, from };
  },
  lists: { scopes: { centre: 'centre' }, filters: {}, newest: 'state.from' },
  // One account for a day: the unique index is the list's own order with the fact in it.
  indexes: [{ fields: { 'state.centre': 1, 'state.from': 1 }, unique: true, fact: 'accountOfDay' }],
  queries: {
    begun: {
      equality: ['centre'],
      sort: { 'state.from': -1, _id: -1 },
      range: ['state.from'],
    },
  },
  sight: ofHisCentre,
});
export type SpecialAccountJournal = JournalOf<TypesOf<typeof specialAccountKind>>;

/** Staff of a centre see where its fees go. */
function ofHisCentre({ kind, centre }: Viewer) {
  return kind === 'STAFF' && centre !== undefined
    ? ({ name: 'centre', value: centre } as const)
    : null;
}

/** The account that a centre's fees are paid to on this day, null where none is named yet; read as it is now. */
export async function accountInForce(
  journal: Pick<SpecialAccountJournal, 'list'>,
  { centre, day, at }: { readonly centre: string; readonly day: Day; readonly at: Instant },
): Promise<string | null> {
  const range = { 'state.from': { before: nextDay(day) } };
  const { edges } = await journal.list(
    { query: 'begun', equality: { centre }, range, first: 1 },
    at,
  );
  const state = edges[0]?.node.state;
  return state?.status === 'NAMED' ? state.account : null;
}
