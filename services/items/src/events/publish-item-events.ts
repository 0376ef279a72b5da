import {
  fact,
  itemAbolished,
  itemConfirmed,
  itemEntered,
  itemPublished,
  itemRegistered,
  itemRevised,
  itemSubmittedForReview,
  itemSuspended,
  type ContractFact,
  type ItemSnapshot,
} from '@onewindow/contracts';
import type { Entry } from '@onewindow/persistence';
import type { ItemEvent, ItemState, KnownItem } from '../domain/item.ts';

/**
 * What others learn of an item. It is back in service the same way as it entered. That a review gave
 * it back is between department and reviewer: nobody else does anything with an item before it is confirmed.
 */
const CONTRACTS = {
  ItemRegistered: itemRegistered,
  ItemRevised: itemRevised,
  ItemSubmittedForReview: itemSubmittedForReview,
  ItemConfirmed: itemConfirmed,
  ItemReturnedByReview: undefined,
  ItemPublished: itemPublished,
  ItemEntered: itemEntered,
  ItemSuspended: itemSuspended,
  ItemResumed: itemEntered,
  ItemAbolished: itemAbolished,
  // Nobody else sees a next revision before it is published.
  NextRevisionProposed: undefined,
  NextRevisionSubmitted: undefined,
  NextRevisionConfirmed: undefined,
  NextRevisionReturned: undefined,
  NextRevisionPublished: itemRevised,
} as const satisfies Record<ItemEvent['type'], unknown>;

export function publishItemEvent(
  { event }: Pick<Entry<ItemEvent>, 'event'>,
  state: ItemState,
  id: string,
): ContractFact | undefined {
  const contract = CONTRACTS[event.type];
  if (contract === undefined || state.status === 'ABSENT') return undefined;
  return fact(contract, { happened: {}, snapshot: snapshotOf(id, state) });
}

function snapshotOf(id: string, state: KnownItem): ItemSnapshot {
  const { content } = state;
  return {
    id,
    code: state.code,
    name: content.name,
    region: state.region,
    department: state.department,
    centre: state.centre,
    kind: content.kind,
    handlingMode: content.handlingMode,
    status: state.status,
    revision: state.revision,
    statutoryLimit: content.statutoryLimit,
    committedLimit: content.committedLimit,
    materials: content.requiredMaterials.map(({ id: material, name, necessity }) => ({
      id: material,
      name,
      need: necessity,
    })),
    specialProcedures: content.specialProcedures.map(({ kind, limit }) => ({ kind, limit })),
    resultName: content.results[0]?.name ?? null,
  };
}
