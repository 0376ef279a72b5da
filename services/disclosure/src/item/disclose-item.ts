import { idFromEvent } from '@onewindow/persistence';
import type { Clock } from '@onewindow/runtime';
import type { EntryJournal } from '../entry/entry.kind.ts';
import { replaceEntry } from '../entry/replace-entry.ts';
import { itemDisclosure, ITEM_CHANNELS } from './domain/item-disclosure.ts';
import { neighboursInLine, type InLine } from './item-line.ts';
import type { ItemRow } from './item-replica.ts';

/**
 * An entry of an item as one of its events left it, put into the item's line. First it is made, then it
 * looks for its neighbours: of two that are made at once the later one sees the other. So each ends
 * replaced by the next newer one and the newest holds, in whatever order the events come.
 */
export async function discloseItem(
  deps: { readonly entries: EntryJournal; readonly clock: Clock },
  { fact, eventId, at, sourceVersion: version }: ItemRow,
): Promise<void> {
  const id = idFromEvent(eventId, 'item-disclosure');
  const { region, department, centre } = fact;
  const outcome = await deps.entries.create({
    id,
    command: {
      type: 'DiscloseFact',
      at,
      place: { region, department, centre },
      content: itemDisclosure(fact),
      channels: ITEM_CHANNELS,
      origin: { kind: 'ITEM', version },
    },
    meta: { actor: eventId, at },
    fromEvent: true,
  });
  if (!outcome.ok) throw new Error(`An item's entry was refused: ${outcome.rejection.code}`);
  const { next, previous } = await neighboursInLine(deps, { item: fact.id, version });
  const cause = { actor: eventId, at: deps.clock.now() };
  if (next) await replaceEntry(deps.entries, { id, successor: successorOf(next), cause });
  if (previous) {
    const successor = successorOf({ id, version, since: at });
    await replaceEntry(deps.entries, { id: previous.id, successor, cause });
  }
}

const successorOf = ({ id, version: order, since: at }: InLine) => ({ id, order, at });
