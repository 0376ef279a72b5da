import { commands, complete, items } from '../../test/an-item.ts';
import { itemLifecycle } from './domain/item-lifecycle.ts';
import type { ItemEvent, ItemState } from './domain/item.ts';
import { itemKind } from './item.kind.ts';
import { searchable } from './searchable.ts';

const decider = searchable(itemLifecycle);
const registered = (name: string): ItemEvent => ({
  type: 'ItemRegistered',
  by: 'importer',
  code: '511A-1',
  aliases: ['B-77'],
  department: 'd',
  region: 'r',
  mark: { digest: 'x', sourceVersion: null },
  content: { ...complete, name },
});
const keysOf = (state: ItemState) =>
  (state as { search?: { terms: readonly string[]; sounds: string } }).search;

describe('what an item is found by', () => {
  const item = decider.evolve(decider.initial, registered('居住证办理'));

  it('follows from name, results and codes', () => {
    expect(keysOf(item)?.sounds).toBe('ju zhu zheng ban li');
    expect(keysOf(item)?.terms).toEqual(
      expect.arrayContaining(['居住', '~jz', '~zheng', '#511a1', '#b77', '食品', '证']),
    );
  });

  it('stays while it is called the same and follows a new name', () => {
    const published = decider.evolve(item, { type: 'ItemPublished' });
    expect(keysOf(published)).toBe(keysOf(item));
    const change = { name: '暂住登记' };
    const renamed = decider.evolve(item, {
      type: 'ItemRevised',
      by: 'e',
      reason: '改名',
      change,
      aliases: [],
      mark: null,
      changes: [],
      daysSaved: 0,
      materialsRemoved: [],
      stepsRemoved: [],
    });
    expect(keysOf(renamed)?.sounds).toBe('zan zhu deng ji');
    expect(keysOf(renamed)?.terms).not.toContain('居住');
  });

  it('is not in what others learn', () => {
    const { publish } = itemKind.with().type;
    const event = registered('居住证办理');
    const bare = itemLifecycle.evolve(itemLifecycle.initial, event);
    expect(keysOf(item)).toBeDefined();
    expect(JSON.stringify(publish({ event }, item, 'i'))).toEqual(
      JSON.stringify(publish({ event }, bare, 'i')),
    );
  });

  it('changes no decision', () => {
    for (const command of Object.values(commands))
      for (const state of Object.values(items))
        expect(decider.decide(command, state)).toEqual(itemLifecycle.decide(command, state));
  });
});
