import {
  connectDatabase,
  createIndexes,
  createJournal,
  createOutbox,
  idFromCode,
  journalIndexes,
} from '@onewindow/persistence';
import { testVault, useDatabase } from '@onewindow/persistence/testing';
import { trustClock } from '@onewindow/runtime';
import { itemLifecycle } from '../src/item/domain/item-lifecycle.ts';
import { itemKind } from '../src/item/item.kind.ts';
import { AT, commands } from './an-item.ts';
import { useItems } from './running-items.ts';

const code = 'OLD-1';
const id = idFromCode('service-item', code);

// Above the suite, so that it ends after what uses it.
const database = useDatabase();

describe('an item that a version of the program without search has stored', () => {
  beforeAll(async () => {
    const { uri, name } = database();
    // Neither did it encrypt what was written.
    const inPlain = { detachable: {}, textsInState: [] };
    const older = {
      ...itemKind.with().type,
      ...inPlain,
      ...{ decider: itemLifecycle, stateVersion: 1 },
    };
    const before = await connectDatabase({ uri, database: `${name}-items` });
    await createIndexes(before, [journalIndexes(older)]);
    const publisher = { publish: () => Promise.resolve({ failed: [] }) };
    const outbox = createOutbox({ publisher, clock: trustClock });
    const journal = createJournal(older, {
      ...{ database: before, outbox, hmacKey: 'k', clock: trustClock, texts: testVault(before) },
    });
    const named = { name: '放风筝许可', kind: 'ADMIN_LICENCE' } as const;
    const command = { ...commands.ImportItem, code, named, change: {} };
    await journal.create({ id, command, meta: { actor: 'importer', at: AT } });
    await outbox.drain();
    await before.close();
  });
  const { execute } = useItems(database);

  it('is found from the next start on', async () => {
    const { searchItems } = await execute(
      '{ searchItems(query: "fangfengzheng") { edges { node { id code } } } }',
    );
    expect(searchItems?.['edges']).toEqual([{ node: { id, code } }]);
  });
});
