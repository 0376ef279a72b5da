import {
  itemAbolished,
  itemConfirmed,
  itemEntered,
  itemPublished,
  itemRevised,
  itemSuspended,
  type EventContract,
  type EventEnvelope,
  type ItemSnapshot,
} from '@onewindow/contracts';
import { useDatabase } from '@onewindow/persistence/testing';
import { forAllOrders } from '@onewindow/testing';
import { onItemChanged } from '../src/item/on-item-changed.ts';
import { anEvent, item } from './a-neighbour.ts';
import { ids } from './an-entry.ts';
import { clock, entriesIn } from './entries-in.ts';

type ItemContract = EventContract<{
  readonly happened: Record<string, never>;
  readonly snapshot: ItemSnapshot;
}>;
const tells = (
  contract: ItemContract,
  version: number,
  change: Partial<ItemSnapshot> = {},
): EventEnvelope => {
  const snapshot = { ...item, ...change, name: `食品经营许可 ${version.toString()}` };
  return anEvent(contract, { happened: {}, snapshot }, version);
};

const published = tells(itemPublished, 2);
const entered = tells(itemEntered, 3, { status: 'IN_SERVICE', centre: ids.centre });
const revised = tells(itemRevised, 4, { status: 'IN_SERVICE', centre: ids.centre, revision: 2 });
const suspended = tells(itemSuspended, 5, { status: 'SUSPENDED', revision: 2 });
const abolished = tells(itemAbolished, 6, { status: 'ABOLISHED', revision: 2 });
const confirmed = tells(itemConfirmed, 1, { status: 'CONFIRMED' });
const unseen = tells(itemRevised, 1, { status: 'IDENTIFIED', revision: 2 });

describe('what the public reads of an item', () => {
  const test = useDatabase();

  async function fresh() {
    const { entries, items, outbox } = await entriesIn(test().database);
    return { entries, outbox, handle: onItemChanged({ entries, items, clock }).handle };
  }
  type Line = Awaited<ReturnType<typeof fresh>>;

  async function outcome({ entries }: Line) {
    const equality = { 'state.content.item': ids.item, 'state.origin.kind': 'ITEM' };
    const { edges } = await entries.list({ query: 'line', equality, first: 100 }, clock.now());
    return edges.map(({ node: { id, state } }) => ({ id, state }));
  }
  const delivery = (events: readonly EventEnvelope[]) => ({
    ...{ events, fresh, outcome, runs: 12 },
    apply: ({ handle }: Line, event: EventEnvelope) => handle(event),
    dispose: ({ outbox }: Line) => outbox.drain(),
  });
  const ends = async (...events: readonly EventEnvelope[]) => {
    const line = await fresh();
    for (const event of events) await delivery([]).apply(line, event);
    const told = (await outcome(line)).map(({ state }) => {
      if (state.status === 'ABSENT') throw new Error('nothing was told');
      const successor = state.status === 'REPLACED' ? state.successor.order : null;
      return { status: state.status, title: state.content.title, successor };
    });
    await line.outbox.drain();
    return told;
  };

  it('is the newest version, whatever the order of its events (X02, X03)', async () => {
    await forAllOrders(delivery([confirmed, published, entered, revised, suspended]));
  });

  it('is that it was abolished, whatever the order of its events', async () => {
    await forAllOrders(delivery([published, revised, abolished]));
  });

  it('is replaced by what came next, and stays to be read as it was (001:21)', async () => {
    expect(await ends(published, revised, entered)).toEqual([
      { status: 'PUBLISHED_BEFORE', title: '食品经营许可 4', successor: null },
      { status: 'REPLACED', title: '食品经营许可 3', successor: 4 },
      { status: 'REPLACED', title: '食品经营许可 2', successor: 3 },
    ]);
  });

  it('says that no applications are taken for now, and that none will be', async () => {
    const [last, before] = await ends(suspended, abolished);
    expect(last?.title).toBe('食品经营许可 6（已取消，不再受理）');
    expect(before?.title).toBe('食品经营许可 5（暂停受理）');
  });

  it('is nothing of an item that was never public, not even its end', async () => {
    expect(await ends(confirmed, unseen, abolished)).toEqual([]);
  });

  it('is one more line for each event, in a line longer than a page', async () => {
    const many = Array.from({ length: 23 }, (_, at) =>
      tells(itemRevised, at + 10, { status: 'IN_SERVICE' }),
    );
    const [oldest, ...others] = many;
    const told = await ends(...others, ...(oldest ? [oldest] : []));
    expect(told.filter(({ status }) => status !== 'REPLACED')).toEqual([
      { status: 'PUBLISHED_BEFORE', title: '食品经营许可 32', successor: null },
    ]);
  });
});
