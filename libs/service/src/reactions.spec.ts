import {
  centreRegistered,
  regionRegistered,
  windowClosed,
  windowOpened,
} from '@onewindow/contracts';
import { newId } from '@onewindow/persistence';
import { onEvent, onEvents, together } from './reactions.ts';
import { anEvent } from './testing/an-event.ts';

const region = { id: newId(), code: '450102', name: '示例区', parent: null };
const window = {
  ...{ id: newId(), centre: newId(), number: 'A01', name: '窗口', departments: [] },
  ...({ type: 'PERMANENT', status: 'OPEN' } as const),
};
const occurrence = { version: 1, time: '2026-09-18T01:30:00.000Z', region: region.id };
const ofRegion = anEvent(regionRegistered, { happened: {}, snapshot: region }, occurrence);
const opened = anEvent(windowOpened, { happened: {}, snapshot: window }, occurrence);
const closed = anEvent(windowClosed, { happened: {}, snapshot: window }, occurrence);

/** What was seen, in order, by a handler that notes it. */
function noting() {
  const seen: string[] = [];
  const note =
    (name: string) =>
    async (_: unknown, { type }: { readonly type: string }) => {
      await Promise.resolve();
      seen.push(`${name}: ${type}`);
    };
  return { seen, note };
}

describe('a reaction', () => {
  it('is given what the contract’s schema makes of the data, and the event', async () => {
    const given: unknown[] = [];
    const { contracts, handle } = onEvent(regionRegistered, (data, event) => {
      given.push(data, event);
      return Promise.resolve();
    });
    const more = { ...ofRegion, data: { happened: {}, snapshot: region, unknown: 1 } };
    await handle(more);
    expect(contracts).toEqual([regionRegistered]);
    expect(given).toEqual([{ happened: {}, snapshot: region }, more]);
  });

  it('is not begun with data that breaks the contract', async () => {
    const { seen, note } = noting();
    const { handle } = onEvent(regionRegistered, note('one'));
    const snapshot = { ...region, id: 'no id' };
    await expect(handle({ ...ofRegion, data: { happened: {}, snapshot } })).rejects.toThrow('id');
    expect(seen).toEqual([]);
  });

  it('to several contracts reads each event by its own', async () => {
    const { seen, note } = noting();
    const { contracts, handle } = onEvents([windowOpened, windowClosed], note('window'));
    await handle(closed);
    await handle(opened);
    expect(contracts).toEqual([windowOpened, windowClosed]);
    expect(seen).toEqual([`window: ${windowClosed.type}`, `window: ${windowOpened.type}`]);
  });
});

describe('reactions together', () => {
  it('each get what they name and nothing else', async () => {
    const { seen, note } = noting();
    const { contracts, handle } = together([
      onEvent(windowOpened, note('window')),
      onEvent(regionRegistered, note('region')),
    ]);
    await handle(ofRegion);
    expect(contracts).toEqual([windowOpened, regionRegistered]);
    expect(seen).toEqual([`region: ${regionRegistered.type}`]);
    await handle({ ...ofRegion, type: centreRegistered.type });
    expect(seen).toHaveLength(1);
  });

  it('all get what more than one of them names', async () => {
    const { seen, note } = noting();
    const both = together([onEvent(windowOpened, note('a')), onEvent(windowOpened, note('b'))]);
    await both.handle(opened);
    expect(seen).toEqual([`a: ${windowOpened.type}`, `b: ${windowOpened.type}`]);
  });

  it('fail as one does, so that the event comes again', async () => {
    const failing = onEvent(windowOpened, () => Promise.reject(new Error('away')));
    await expect(together([failing]).handle(opened)).rejects.toThrow('away');
  });
});
