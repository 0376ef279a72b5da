import { idFromCode } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { editor, row, useItems } from './running-items.ts';

// Above the suite, so that it ends after what uses it.
const database = useDatabase();

describe('one _entities fetch', () => {
  const { execute, importing, mongoCommands, mutate } = useItems(database);

  it.each([1, 10, 100])('costs two Mongo commands for %i items with revisions', async (count) => {
    const codes = Array.from({ length: count }, (_, index) => `N-${index}`);
    await importing(codes.map((code) => row(code)));
    const id = idFromCode('service-item', 'N-0');
    const input = { id, commandId: 'n-0', reason: '减时', changes: { conditions: '甲' } };
    expect(await mutate('reviseItem', input, editor)).toMatchObject({ item: { revision: 2 } });
    const before = await mongoCommands();
    const answer = await execute(
      `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on ServiceItem { code revisions { revision } } } }`,
      {
        r: codes.map((code) => ({
          __typename: 'ServiceItem',
          id: idFromCode('service-item', code),
        })),
      },
    );
    expect((await mongoCommands()) - before).toBe(2);
    const revisions = codes.map((code, index) => ({
      code,
      revisions: index === 0 ? [{ revision: 2 }] : [],
    }));
    expect(answer['_entities']).toEqual(revisions);
  });
});
