import { idFromCode } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { complete } from './an-item.ts';
import { editor, reviewer, row, useItems, viewer } from './running-items.ts';

// Above the suite, so that it ends after what uses it.
const database = useDatabase();

describe('who reviews an item (002:24)', () => {
  const { execute, importing, mutate } = useItems(database);
  const id = idFromCode('service-item', 'R-1');
  const confirm = { id, decision: 'CONFIRM', opinion: '同意' };
  const changes = { ...complete, name: undefined, kind: undefined };

  beforeAll(async () => {
    await importing([row('R-1')]);
    await mutate('reviseItem', { id, reason: '补齐九项', changes }, editor);
    await mutate('submitItemForReview', { id }, editor);
  });

  it('is not who wrote it, under whichever login', async () => {
    const review = ['items:review'] as const;
    for (const same of [viewer('editor', review), { ...viewer('editor', review), id: 'other' }])
      expect(await mutate('reviewItem', confirm, same)).toMatchObject({ code: 'ReviewerIsAuthor' });
  });

  it('is nobody of whom it can’t be said that he did not write it', async () => {
    const { staffId: _, ...unknown } = viewer('somebody', ['items:review']);
    expect(await mutate('reviewItem', confirm, unknown)).toMatchObject({ code: 'NotAuthorized' });
  });

  it('lets an editor only propose to what is public, which is dropped or becomes public by review', async () => {
    const code = 'R-2';
    const item = idFromCode('service-item', code);
    const step = (name: string, input: object = {}, who = editor) =>
      mutate(name, { id: item, ...input }, who);
    const review = async () => {
      await step('submitItemForReview');
      await step('reviewItem', { decision: 'CONFIRM', opinion: '同意' }, reviewer);
    };
    await importing([row(code, { ...complete, name: `事项${code}` })]);
    await review();
    await step('publishItem');
    const revise = (conditions: string) =>
      step('reviseItem', { reason: '调整', changes: { conditions } });
    const read = async () => {
      const query = `{ itemByCode(code: "${code}") { conditions revision nextRevision { status } availableActions } }`;
      return (await execute(query, {}, editor))['itemByCode'];
    };
    const same = { conditions: complete.conditions, revision: 1 };

    expect(await revise('甲')).toMatchObject({ item: { status: 'PUBLISHED', revision: 1 } });
    expect(await revise('甲')).toMatchObject({ code: 'NothingChanged' });
    expect(await read()).toMatchObject({
      ...same,
      nextRevision: { status: 'DRAFT' },
      availableActions: expect.arrayContaining(['REVISE_ITEM', 'DROP_PROPOSAL']) as unknown,
    });
    const drop = (who = editor) => step('dropProposal', { reason: '不再需要' }, who);
    const stranger = { ...editor, department: idFromCode('department', 'D-9') };
    expect(await drop(stranger)).toMatchObject({ code: 'NotAuthorized' });
    expect(await drop(reviewer)).toMatchObject({ item: { status: 'PUBLISHED', revision: 1 } });
    expect(await drop()).toMatchObject({ code: 'NotPermittedInStatus' });
    expect(await read()).toMatchObject({ ...same, nextRevision: null });

    await revise('乙');
    await review();
    expect(await step('publishItem')).toMatchObject({ item: { revision: 2 } });
    expect(await read()).toMatchObject({ conditions: '乙', revision: 2, nextRevision: null });
  });
});
