import { CENTRE, commands, complete, items, REGION } from '../../../test/an-item.ts';
import { itemLifecycle } from './item-lifecycle.ts';
import type { EnterItem, ItemState } from './item.ts';

const entering = (change: Partial<EnterItem>, state: ItemState = items.PUBLISHED) =>
  itemLifecycle.decide({ ...commands.EnterItem, ...change }, state);
const staff = (centre: string) => ({ department: null, centre });

describe('an item enters a centre (002:15, 002:98)', () => {
  it('at the centre of its department', () => {
    expect(entering({})).toEqual({
      accepted: true,
      events: [{ type: 'ItemEntered', centre: CENTRE }],
    });
  });

  it('where its department has entered none yet', () => {
    expect(entering({ departmentCentre: null }).accepted).toBe(true);
  });

  it('by the hand of the centre’s own staff', () => {
    expect(entering({ editor: staff(CENTRE) }).accepted).toBe(true);
  });

  it.each([
    ['CentreUnknown', { centre: null }],
    ['NotAuthorized', { editor: staff('another-centre') }],
    ['DepartmentNotAtCentre', { departmentCentre: 'another-centre' }],
    ['DepartmentNotAtCentre', { centre: { id: CENTRE, region: 'another-region' } }],
  ] as const)('is refused with %s', (code, change) => {
    expect(entering(change)).toMatchObject({ accepted: false, rejection: { code } });
  });

  it('is refused while nobody has said how it is handled (002:164)', () => {
    const state = {
      ...items.PUBLISHED,
      content: { ...complete, handlingMode: null },
    } as ItemState;
    expect(entering({ centre: { id: CENTRE, region: REGION } }, state)).toMatchObject({
      rejection: { code: 'HandlingModeMissing' },
    });
  });
});
