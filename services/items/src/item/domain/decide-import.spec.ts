import { aMaterial, CENTRE, commands, complete, items } from '../../../test/an-item.ts';
import { contentOf } from './item-content.ts';
import { itemLifecycle } from './item-lifecycle.ts';
import type { ImportItem, ItemCommand, ItemState } from './item.ts';

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

describe('importing a row of an item that is public (002:24)', () => {
  const PUBLIC = ['PUBLISHED', 'IN_SERVICE', 'SUSPENDED'] as const;
  const after = (decision: ReturnType<typeof taking>, state: ItemState) => {
    if (!decision.accepted) throw new Error(decision.rejection.code);
    return decision.events.reduce(itemLifecycle.evolve, state);
  };
  const then = (state: ItemState, ...given: readonly ItemCommand[]) =>
    given.reduce((now, command) => after(itemLifecycle.decide(command, now), now), state);

  it.each(PUBLIC)('leaves what is %s as it is and proposes its next revision', (status) => {
    const state = items[status];
    const proposed = after(taking({}, state), state);
    expect(proposed).toEqual({
      ...state,
      imported: commands.ImportItem.mark,
      next: {
        status: 'DRAFT',
        reason: '上级目录更新',
        change: { conditions: '有固定的经营场所和设备' },
        aliases: [],
        authors: ['importer'],
      },
    });
  });

  it('changes no kind of a live licence because the table has no column for it', () => {
    expect(taking({ named: {}, change: {} }, items.IN_SERVICE)).toEqual({
      accepted: true,
      events: [],
    });
    expect(
      taking({ named: { kind: 'PUBLIC_SERVICE' }, change: {} }, items.IN_SERVICE),
    ).toMatchObject({
      events: [{ type: 'NextRevisionProposed', change: { kind: 'PUBLIC_SERVICE' } }],
    });
  });

  it('keeps what an earlier row proposed and a later one leaves out; takes it back when a row says so', () => {
    const first = after(taking({}, items.IN_SERVICE), items.IN_SERVICE);
    const second = { change: { instructions: '先预约' }, mark: { digest: '3', sourceVersion: 5 } };
    const both = after(taking(second, first), first);
    expect(both).toMatchObject({
      next: { change: { conditions: '有固定的经营场所和设备', instructions: '先预约' } },
    });
    const back = { change: complete, mark: { digest: '4', sourceVersion: 6 } };
    expect(after(taking(back, both), both)).toMatchObject({ next: null });
  });

  it('becomes public by review, after which the item says it and its codes are found', () => {
    const proposed = after(taking({ aliases: ['511A-1-00'] }, items.IN_SERVICE), items.IN_SERVICE);
    const { SubmitItemForReview, ReviewItem, PublishItem } = commands;
    const confirmed = then(proposed, SubmitItemForReview, ReviewItem);
    expect(confirmed).toMatchObject({ status: 'IN_SERVICE', revision: 1, content: complete });
    expect(then(confirmed, PublishItem)).toMatchObject({
      status: 'IN_SERVICE',
      centre: CENTRE,
      revision: 2,
      content: { conditions: '有固定的经营场所和设备' },
      codes: ['511A-1', '511A-1-00'],
      next: null,
    });
  });

  it('is reviewed by nobody who proposed or submitted it, and gone when it is given back', () => {
    const proposed = after(taking({}, items.PUBLISHED), items.PUBLISHED);
    const submitted = then(proposed, commands.SubmitItemForReview);
    for (const by of ['importer', 'editor'])
      expect(itemLifecycle.decide({ ...commands.ReviewItem, by: [by] }, submitted)).toMatchObject({
        rejection: { code: 'ReviewerIsAuthor' },
      });
    const returned = then(submitted, { ...commands.ReviewItem, decision: 'REJECT' });
    expect(returned).toMatchObject({ status: 'PUBLISHED', next: null, content: complete });
  });

  it('waits while the next revision is with the reviewer, and sends a confirmed one back', () => {
    const { SubmitItemForReview, ReviewItem } = commands;
    const proposed = after(taking({}, items.PUBLISHED), items.PUBLISHED);
    const submitted = then(proposed, SubmitItemForReview);
    const other = { change: { instructions: '先预约' }, mark: { digest: '3', sourceVersion: 5 } };
    expect(taking(other, submitted)).toMatchObject({
      rejection: { code: 'NotPermittedInStatus', status: 'SUBMITTED_FOR_REVIEW' },
    });
    const confirmed = then(submitted, ReviewItem);
    expect(after(taking(other, confirmed), confirmed)).toMatchObject({ next: { status: 'DRAFT' } });
  });

  it.each(['SubmitItemForReview', 'ReviewItem', 'PublishItem'] as const)(
    'refuses %s while nothing is proposed',
    (type) => {
      expect(itemLifecycle.decide(commands[type], items.IN_SERVICE)).toMatchObject({
        rejection: { code: 'NotPermittedInStatus', status: 'IN_SERVICE' },
      });
    },
  );

  it('lets the item itself go on', () => {
    const proposed = after(taking({}, items.IN_SERVICE), items.IN_SERVICE);
    expect(then(proposed, commands.SuspendItem, commands.ResumeItem)).toMatchObject({
      status: 'IN_SERVICE',
      next: { status: 'DRAFT' },
    });
    expect(then(proposed, commands.AbolishItem)).toMatchObject({ next: null });
  });
});

describe('a new item of which the row tells no kind', () => {
  it('is a draft of the widest kind', () => {
    expect(taking({ named: { name: '新事项' }, change: {} }, items.ABSENT)).toMatchObject({
      events: [{ content: { name: '新事项', kind: 'NON_LICENCE_APPROVAL', nationalType: null } }],
    });
  });
});
