import { idFromCode } from '@onewindow/persistence';
import { useDatabase } from '@onewindow/persistence/testing';
import { fieldsBelow, isShownNowhere, shownAlone } from '@onewindow/service/testing';
import { typeDefs } from '../src/graphql/type-defs.generated.ts';
import { itemKind } from '../src/item/item.kind.ts';
import { complete } from './an-item.ts';
import { citizen, editor, reviewer, row, useItems } from './running-items.ts';

// Above the suite, so that it ends after what uses it.
const database = useDatabase();

/** Which fields showed something: so that not all is compared with nothing. */
const seen: string[] = [];

const charging = {
  chargesFee: true,
  fees: [{ name: '工本费', standard: '每证 10 元', basis: '发改价格', amount: null }],
};

describe('of an item', () => {
  const { importing, mutate, operate } = useItems(database);
  const codes = ['P-1', 'P-2'];
  const [first = '', ...others] = codes.map((code) => idFromCode('service-item', code));

  beforeAll(async () => {
    await importing(
      codes.map((code) => ({
        ...row(code, { ...complete, name: code, ...(code === 'P-2' && charging) }),
        aliases: [`${code}a`],
      })),
    );
    const step = (name: string, input: object = {}, who = editor) =>
      mutate(name, { id: first, ...input }, who);
    await step('reviseItem', { reason: '减时', changes: { conditions: '甲' } });
    await step('submitItemForReview');
    await step('reviewItem', { decision: 'CONFIRM', opinion: '同意' }, reviewer);
    await step('publishItem');
    const proposed = await step('reviseItem', { reason: '调整', changes: { conditions: '乙' } });
    expect(proposed).toMatchObject({ item: { status: 'PUBLISHED' } });
  });

  it.each(fieldsBelow(typeDefs, 'ServiceItem'))(
    '$field alone shows what it shows when all of an item is read',
    async ({ field, selection }) => {
      const service = {
        operate: (who: typeof editor, query: string, variables: object = {}) =>
          operate({ query, variables: { ...variables } }, { viewer: who }),
      };
      const viewers = [citizen, editor, reviewer];
      const asked = { type: 'ServiceItem', ids: [first, ...others], viewers, selection };
      const { alone, ofAll } = await shownAlone(service, itemKind, asked);
      expect(alone).toEqual(ofAll);
      if (!isShownNowhere(alone, field)) seen.push(field);
    },
  );

  it('most fields show something here', () => {
    expect(seen.length).toBeGreaterThanOrEqual(25);
  });
});
