import { itemSnapshot } from '@onewindow/contracts';
import { CENTRE, commands, complete, DEPARTMENT, items, REGION } from '../../test/an-item.ts';
import type { ItemEvent, ItemState } from './domain/item.ts';
import { itemLifecycle } from './domain/item-lifecycle.ts';
import { itemKind } from './item.kind.ts';

const ID = '6f1f6d0e-6c5c-5f0e-9a55-5d2b1b0a0009';
const { publish } = itemKind.with().type;
const published = (event: ItemEvent, state: ItemState = items.IN_SERVICE) =>
  publish({ event }, state, ID);

describe('what others learn of an item', () => {
  const told = Object.values(commands)
    .flatMap((command) =>
      Object.values(items).flatMap((state) => {
        const decision = itemLifecycle.decide(command, state);
        return decision.accepted ? decision.events.map((event) => ({ event, state })) : [];
      }),
    )
    .filter(({ event }) => !event.type.startsWith('NextRevision'));

  it.each(told)('$event.type from $state.status keeps its contract', ({ event, state }) => {
    const fact = published(event, itemLifecycle.evolve(state, event));
    expect(fact?.contract.schema.safeParse(fact.data).success).toBe(true);
  });

  it('is nothing of a next revision before it is published', () => {
    const decision = itemLifecycle.decide(commands.ImportItem, items.IN_SERVICE);
    const [event] = decision.accepted ? decision.events : [];
    expect(event?.type).toBe('NextRevisionProposed');
    expect(event && published(event)).toBeUndefined();
  });

  it('is what it is after the event, with no long text in it', () => {
    const fact = published({ type: 'ItemEntered', centre: CENTRE });
    expect(fact?.contract.type).toBe('onewindow.items.service-item.entered.v1');
    expect(itemSnapshot.parse((fact?.data as { snapshot: unknown }).snapshot)).toEqual({
      id: ID,
      code: '511A-1',
      name: complete.name,
      region: REGION,
      department: DEPARTMENT,
      centre: CENTRE,
      kind: 'ADMIN_LICENCE',
      handlingMode: 'COMMITTED',
      status: 'IN_SERVICE',
      revision: 1,
      statutoryLimit: { value: 20, unit: 'WORKING_DAYS' },
      committedLimit: { value: 10, unit: 'WORKING_DAYS' },
      materials: [{ id: '申请书', name: '申请书', need: 'NECESSARY' }],
      specialProcedures: [],
      fees: [],
      resultName: '食品经营许可证',
    });
  });

  it('is what it charges, computed by policy and limits', () => {
    const fee = {
      ...{ name: '工本费', standard: '每证10-20元', basis: '条例', amount: null, unit: '证' },
      ...{ min: { yuan: '10.00' }, max: { yuan: '20.00' }, document: '鲁价费发〔2026〕1号' },
      basisRank: 'ADMINISTRATIVE_REGULATION',
    } as const;
    const charging = {
      ...items.IN_SERVICE,
      content: { ...complete, chargesFee: true, fees: [fee] },
    };
    const fact = published({ type: 'ItemResumed' }, charging);
    expect((fact?.data as { snapshot: { fees: unknown } }).snapshot.fees).toEqual([
      {
        ...{ name: '工本费', unit: '证', min: '10.00', max: '20.00', policy: 'CHARGE' },
        ...{ charge: '10.00', basis: '条例', document: '鲁价费发〔2026〕1号' },
        ...{ inForceFrom: null, inForceUntil: null },
      },
    ]);
  });

  it('is nothing when a review gives an item back', () => {
    const event = { type: 'ItemReturnedByReview', opinion: '补充依据' } as ItemEvent;
    expect(published(event)).toBeUndefined();
  });

  it('is that it serves again when it is resumed', () => {
    expect(published({ type: 'ItemResumed' })?.contract.type).toMatch(/entered/u);
  });
});
