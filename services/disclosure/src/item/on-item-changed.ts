import {
  itemEntered,
  itemEvents,
  itemPublished,
  itemRevised,
  itemSuspended,
  type EventEnvelope,
  type ItemSnapshot,
} from '@onewindow/contracts';
import { instant } from '@onewindow/kernel';
import type { Clock } from '@onewindow/runtime';
import { allOf, onEvents, type Reaction } from '@onewindow/service';
import type { EntryJournal } from '../entry/entry.kind.ts';
import { discloseItem } from './disclose-item.ts';
import { isPublicItem } from './domain/item-fact.ts';
import { neighboursInLine } from './item-line.ts';
import type { ItemReplica, ItemRow } from './item-replica.ts';

/** After these the public has something else to read, when the item is public at all. */
const TELLING: readonly string[] = [itemPublished, itemRevised, itemEntered, itemSuspended].map(
  ({ type }) => type,
);

interface ItemDeps {
  readonly entries: EntryJournal;
  readonly items: ItemReplica;
  readonly clock: Clock;
}

/**
 * An item that is published gets its entry, and each change of what the public reads a new one in its
 * place (X02, X03; 001:21). The last one says that it was abolished: only of an item that was public,
 * which may be heard of after the end, so each event looks whether the end has come already.
 */
export function onItemChanged(deps: ItemDeps): Reaction {
  return onEvents(allOf(itemEvents), async ({ snapshot }, event) => {
    const row = rowOf(snapshot, event);
    await deps.items.put(row);
    if (TELLING.includes(event.type) && isPublicItem(row.fact)) await discloseItem(deps, row);
    const [newest] = await deps.items.findMany([row._id]);
    if (newest?.fact.status === 'ABOLISHED' && (await wasPublic(deps, newest))) {
      await discloseItem(deps, newest);
    }
  });
}

function rowOf(snapshot: ItemSnapshot, event: EventEnvelope): ItemRow {
  const { id, code, name, region, department, centre, kind, handlingMode, status } = snapshot;
  const { statutoryLimit, committedLimit, materials, resultName } = snapshot;
  return {
    _id: id,
    sourceVersion: event.aggregateversion,
    eventId: event.id,
    at: instant(event.time),
    fact: {
      id,
      code,
      name,
      region,
      department,
      centre,
      kind,
      handlingMode,
      status,
      statutoryLimit,
      committedLimit,
      materials,
      resultName,
    },
  };
}

async function wasPublic(deps: ItemDeps, { _id: item, sourceVersion: version }: ItemRow) {
  return (await neighboursInLine(deps, { item, version })).previous !== null;
}
