import { feeDayEvents, feeDaySnapshot, type FeeDaySnapshot } from '@onewindow/contracts';
import type { Viewer } from '@onewindow/identity';
import { defineKind, type JournalOf, type TypesOf, type View } from '@onewindow/service';
import { feeDayLifecycle } from './domain/fee-day-lifecycle.ts';
import type { FeeDayState } from './domain/fee-day.ts';

/** What is stored, told, listed and seen of a day of fees. */
export const feeDayKind = defineKind({
  kind: 'fee-day',
  collection: 'feeDays',
  // 2: no day balances whose sums differ.
  stateVersion: 2,
  decider: feeDayLifecycle,
  belonging: ({ region, centre }) => ({ region, centre }),
  events: { FeeDayOpened: feeDayEvents.opened, FeeDayClosed: feeDayEvents.closed },
  snapshot: feeDaySnapshotOf,
  lists: {
    scopes: { centre: 'centre' },
    filters: { statuses: { field: 'state.status', all: feeDaySnapshot.shape.status.options } },
    newest: 'state.day',
  },
  sight: seesTheBooks,
});
export type FeeDayJournal = JournalOf<TypesOf<typeof feeDayKind>>;

const READERS = ['fees:invoice', 'fees:collect', 'cases:centre', 'supervision:handle'] as const;

/** The windows of finance and bank, and who runs or supervises the centre. */
export function seesTheBooks({ kind, scopes, centre }: Viewer) {
  return kind === 'STAFF' && centre !== undefined && READERS.some((scope) => scopes.has(scope))
    ? ({ name: 'centre', value: centre } as const)
    : null;
}

/** How the day came out; no single payment. */
function feeDaySnapshotOf(view: View<FeeDayState>): FeeDaySnapshot {
  const { id, status, region, centre, day, closing } = view;
  const sums = { booked: closing?.booked.yuan ?? null, stated: closing?.stated.yuan ?? null };
  return { id, status, region, centre, day, ...sums, faults: closing?.faults ?? 0 };
}
