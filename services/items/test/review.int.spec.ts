import { idFromCode } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { complete } from './an-item.ts';
import { editor, row, useItems, viewer } from './running-items.ts';

// Above the suite, so that it ends after what uses it.
const database = useDatabase();

describe('who reviews an item (002:24)', () => {
  const { importing, mutate } = useItems(database);
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
});
