import {
  aCase,
  anItem,
  answer,
  clockOf,
  commands,
  eventOf,
  ids,
  lifecycle,
  play,
} from '../../../test/a-case.ts';
import type { FiledCase } from './case.ts';

const { AcceptCase: accept, RequestSupplement: request } = commands;
const submitted = aCase('SUBMITTED');
const incomplete = play([{ ...commands.SubmitCase, materials: ['m1'] }]);

/** The item asks for more and promises less than when the application was filed. */
const revised = anItem({
  ...{ version: 8, revision: 4, committedLimit: { value: 15, unit: 'WORKING_DAYS' } },
  materials: [
    { id: 'm1', name: '申请书', need: 'NECESSARY' },
    { id: 'm5', name: '新增证明', need: 'NECESSARY' },
  ],
  specialProcedures: [],
});

/** A case from before the lists were kept with it. */
function old({ lists: _, ...state }: FiledCase): FiledCase {
  return state;
}

describe('an application is judged by what held when it was filed', () => {
  it('a later revision asks for nothing more of it, and takes nothing of its promise', () => {
    const found = play([{ ...accept, item: revised }], submitted);
    expect(found).toMatchObject({ status: 'IN_PROCESS', itemRevision: 3 });
    expect(clockOf(found, 'COMMITTED').deadline.period).toEqual({ value: 5, unit: 'WORKING_DAYS' });
  });

  it('a revision after the notice stops neither the papers nor the acceptance', () => {
    const brought = play([commands.SubmitSupplement], aCase('SUPPLEMENT_REQUIRED'));
    expect(answer({ ...accept, item: revised }, brought)).toContain('CaseAccepted');
  });

  it('what lacks is what lacked of the list of then', () => {
    const notice = { ...request, item: revised };
    expect(answer({ ...notice, materials: ['m2'] }, incomplete)).toEqual(['SupplementRequested']);
    expect(answer({ ...notice, materials: ['m2', 'm5'] }, incomplete)).toBe('UnknownMaterials');
    expect(answer({ ...accept, item: revised }, incomplete)).toBe('MaterialsMissing');
  });

  it.each([
    ['is suspended', anItem({ status: 'SUSPENDED' })],
    ['has moved to another centre', anItem({ centre: ids.region })],
    ['is known no longer', null],
  ])('it goes on when the item %s', (_, item) => {
    expect(answer({ ...accept, item }, submitted)).toContain('CaseAccepted');
    expect(answer({ ...request, item }, incomplete)).toEqual(['SupplementRequested']);
  });

  it('where the item is abolished nothing is asked for or accepted, and it is returned', () => {
    const item = anItem({ status: 'ABOLISHED' });
    const refused = {
      accepted: false,
      rejection: { code: 'ItemNotInService', because: 'Abolished', item: ids.item },
    };
    expect(lifecycle.decide({ ...accept, item }, submitted)).toEqual(refused);
    expect(lifecycle.decide({ ...request, item }, incomplete)).toEqual(refused);
    expect(answer({ ...commands.ReturnCase, item }, submitted)).toEqual(['CaseReturned']);
  });

  it('names the version of the item that was known then, and none where none was', () => {
    const ofItems = (item: typeof revised | null) =>
      eventOf('CaseAccepted', { ...accept, item }, submitted).used.filter(
        ({ of }) => of === 'ITEM',
      );
    expect(ofItems(revised)).toEqual([{ of: 'ITEM', id: ids.item, version: 8 }]);
    expect(ofItems(null)).toEqual([]);
  });

  it('keeps the special procedures of then too', () => {
    const specialProcedures = [{ kind: 'TEST', limit: null }];
    const item = anItem({ specialProcedures });
    expect(play([{ ...commands.SubmitCase, item }]).lists).toEqual({
      materials: item.materials,
      specialProcedures,
    });
  });
});

describe('an older case, which kept no lists,', () => {
  it('goes by the item as it is', () => {
    const found = play([{ ...accept, item: anItem({ revision: 4 }) }], old(submitted));
    expect(found.itemRevision).toBe(4);
    expect(answer({ ...accept, item: revised }, old(submitted))).toBe('MaterialsMissing');
  });

  it.each([
    ['suspended', anItem({ status: 'SUSPENDED' })],
    ['at another centre', anItem({ centre: ids.region })],
    ['known to nobody', null],
  ])('waits while that is %s (002:15)', (_, item) => {
    expect(answer({ ...accept, item }, old(submitted))).toBe('ItemNotInService');
  });
});
