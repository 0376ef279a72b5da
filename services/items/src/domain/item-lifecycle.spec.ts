import { commands, complete, editor, items, AT, CENTRE } from '../../test/an-item.ts';
import { itemLifecycle } from './item-lifecycle.ts';
import type { ItemCommand, ItemState } from './item.ts';

const { decide, evolve } = itemLifecycle;

function after(state: ItemState, ...given: readonly ItemCommand[]): ItemState {
  return given.reduce((current, command) => {
    const decision = decide(command, current);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejection));
    return decision.events.reduce(evolve, current);
  }, state);
}

/** Who may do what when, written down here once more: the table in the program is held against it, and not against itself. */
const LAW: Readonly<Record<ItemState['status'], readonly ItemCommand['type'][]>> = {
  ABSENT: ['ImportItem'],
  IDENTIFIED: ['ImportItem', 'ReviseItem', 'SubmitItemForReview', 'AbolishItem'],
  SUBMITTED_FOR_REVIEW: ['ReviewItem'],
  CONFIRMED: ['ImportItem', 'ReviseItem', 'PublishItem', 'AbolishItem'],
  PUBLISHED: ['ImportItem', 'ReviseItem', 'EnterItem', 'AbolishItem'],
  IN_SERVICE: ['ImportItem', 'ReviseItem', 'SuspendItem', 'AbolishItem'],
  SUSPENDED: ['ImportItem', 'ReviseItem', 'ResumeItem', 'AbolishItem'],
  ABOLISHED: [],
};

describe('item lifecycle', () => {
  const pairs = Object.values(items).flatMap((state) =>
    Object.values(commands).map((command) => ({ state, command })),
  );

  it.each(pairs)(
    '$state.status × $command.type is what the law permits, and no more',
    ({ state, command }) => {
      const permitted: readonly string[] = LAW[state.status];
      expect(decide(command, state).accepted).toBe(permitted.includes(command.type));
    },
  );

  it('leads from clean-up over review and publication into service', () => {
    const served = after(
      items.ABSENT,
      commands.ImportItem,
      commands.SubmitItemForReview,
      commands.ReviewItem,
      commands.PublishItem,
      commands.EnterItem,
    );
    expect(served).toMatchObject({ status: 'IN_SERVICE', centre: CENTRE, revision: 1 });
  });

  it('takes an item out of service and back to the same centre', () => {
    const suspended = after(items.IN_SERVICE, commands.SuspendItem);
    expect(suspended).toMatchObject({ status: 'SUSPENDED', centre: CENTRE });
    expect(after(suspended, commands.ResumeItem)).toMatchObject({
      status: 'IN_SERVICE',
      centre: CENTRE,
    });
  });

  it('folds nothing before the registration', () => {
    expect(evolve(items.ABSENT, { type: 'ItemPublished' })).toEqual({ status: 'ABSENT' });
  });
});

describe('legal review (002:24)', () => {
  const submitted = after(
    items.IDENTIFIED,
    { ...commands.ReviseItem, editor: { ...editor, id: 'author' } },
    commands.SubmitItemForReview,
  );

  it.each(['author', 'editor', 'importer'])(
    '%s, who wrote or submitted it, may not review',
    (by) => {
      expect(decide({ ...commands.ReviewItem, by: ['somebody', by] }, submitted)).toMatchObject({
        accepted: false,
        rejection: { code: 'ReviewerIsAuthor' },
      });
    },
  );

  it.each([commands.ReviseItem, commands.SubmitItemForReview])(
    '$type is refused to staff whom nobody knows, and so is the review',
    (command) => {
      const unknown = { ...command, editor: { ...editor, id: null } };
      const rejection = { code: 'NotAuthorized', because: 'NotKnownStaff' };
      const notAuthorized = { accepted: false, rejection };
      expect(decide(unknown, items.IDENTIFIED)).toEqual(notAuthorized);
      expect(decide({ ...commands.ReviewItem, by: [] }, submitted)).toEqual(notAuthorized);
    },
  );

  it('gives a rejected item back to clean-up with the opinion', () => {
    const returned = after(submitted, {
      ...commands.ReviewItem,
      decision: 'REJECT',
      opinion: '依据已废止',
    });
    expect(returned).toMatchObject({
      status: 'IDENTIFIED',
      lastReview: { decision: 'REJECT', opinion: '依据已废止', at: AT },
    });
  });

  it('sends a confirmed item that is revised back to clean-up', () => {
    expect(after(items.CONFIRMED, commands.ReviseItem)).toMatchObject({
      status: 'IDENTIFIED',
      revision: 2,
    });
  });

  it('keeps a revised item in service, because its nine elements stay complete', () => {
    expect(after(items.IN_SERVICE, commands.ReviseItem)).toMatchObject({
      status: 'IN_SERVICE',
      revision: 2,
    });
  });
});

describe('publication (002:165)', () => {
  it('is refused while elements are missing, and names them', () => {
    const state = {
      ...items.CONFIRMED,
      content: { ...complete, conditions: null, chargesFee: null },
    } as ItemState;
    expect(decide(commands.PublishItem, state)).toEqual({
      accepted: false,
      rejection: {
        code: 'ElementsMissing',
        missing: ['CONDITIONS', 'FEE_BASIS', 'FEE_STANDARD'],
      },
    });
  });

  it('only confirmed items are published', () => {
    expect(decide(commands.PublishItem, items.IDENTIFIED)).toMatchObject({
      rejection: { code: 'NotPermittedInStatus', status: 'IDENTIFIED' },
    });
  });
});

describe('whose item it is', () => {
  const stranger = { id: 'stranger', department: 'another', centre: null };

  it.each(['ReviseItem', 'SubmitItemForReview', 'AbolishItem'] as const)(
    '%s is for editors of the responsible department only',
    (type) => {
      expect(decide({ ...commands[type], editor: stranger }, items.IDENTIFIED)).toMatchObject({
        rejection: { code: 'NotAuthorized' },
      });
    },
  );

  it('an editor without a department edits nothing', () => {
    expect(
      decide(
        { ...commands.ReviseItem, editor: { ...stranger, department: null } },
        items.IDENTIFIED,
      ),
    ).toMatchObject({ rejection: { code: 'NotAuthorized' } });
  });
});
