import { aMaterial, commands, complete, items } from '../../test/an-item.ts';
import { contentOf } from './item-content.ts';
import { itemLifecycle } from './item-lifecycle.ts';
import type { ItemCommand, ItemState } from './item.ts';

type ImportItem = Extract<ItemCommand, { type: 'ImportItem' }>;
const taking = (change: Partial<ImportItem>, state: ItemState = items.IDENTIFIED) =>
  itemLifecycle.decide({ ...commands.ImportItem, ...change }, state);

describe('importing an item', () => {
  it('registers one that is not there', () => {
    expect(taking({}, items.ABSENT)).toMatchObject({
      accepted: true,
      events: [{ type: 'ItemRegistered', code: '511A-1', content: { name: '食品经营许可' } }],
    });
  });

  it('knows of a bare catalogue row only name and kind', () => {
    const named = { name: '居住证办理', kind: 'PUBLIC_SERVICE' } as const;
    expect(taking({ named, change: {} }, items.ABSENT)).toMatchObject({
      events: [{ content: contentOf(named) }],
    });
  });

  it('changes nothing when the row says what the item says', () => {
    expect(taking({ change: complete })).toEqual({ accepted: true, events: [] });
  });

  it('changes nothing when the same row comes again after an editor has worked on the item', () => {
    const edited = { ...items.IDENTIFIED, content: { ...complete, conditions: '另有条件' } };
    expect(taking({ mark: { digest: 'first', sourceVersion: 3 } }, edited as ItemState)).toEqual({
      accepted: true,
      events: [],
    });
  });

  it('changes nothing when an older version comes after a newer one', () => {
    expect(taking({ mark: { digest: 'old', sourceVersion: 2 } })).toEqual({
      accepted: true,
      events: [],
    });
  });

  it('revises only what differs, and leaves alone what the row does not tell', () => {
    expect(taking({ change: { conditions: '新条件' } })).toMatchObject({
      events: [
        {
          type: 'ItemRevised',
          change: { conditions: '新条件' },
          changes: [{ field: 'conditions', before: '有固定的经营场所', after: '新条件' }],
        },
      ],
    });
  });

  it('never moves an item to another department (003:27)', () => {
    expect(taking({ department: { id: 'another', region: 'r' } })).toMatchObject({
      rejection: { code: 'ResponsibleDepartmentDiffers' },
    });
  });

  it('never breaks the nine elements of what is public', () => {
    expect(taking({ change: { conditions: null } }, items.IN_SERVICE)).toMatchObject({
      rejection: { code: 'ElementsMissing', missing: ['CONDITIONS'] },
    });
  });

  it('takes a catch-all material into a draft but not into what is public', () => {
    const change = { requiredMaterials: [aMaterial('其他材料')] };
    expect(taking({ change }).accepted).toBe(true);
    expect(taking({ change }, items.PUBLISHED)).toMatchObject({
      rejection: { code: 'CatchAllMaterial', materials: ['其他材料'] },
    });
  });

  it('finds the item by a further code afterwards', () => {
    const decision = taking({ change: {}, aliases: ['511A-1-00'] });
    if (!decision.accepted) throw new Error('refused');
    expect(decision.events.reduce(itemLifecycle.evolve, items.IDENTIFIED)).toMatchObject({
      codes: ['511A-1', '511A-1-00'],
    });
  });
});
