import type { Viewer } from '@onewindow/identity';
import { aCase, commands, friday, ids, later, play, report } from '../../test/a-case.ts';
import type { CaseCommand } from '../case/domain/case-commands.ts';
import { caseKind } from '../case/case.kind.ts';
import { denialOfKey, mayReadDenial } from './who-reads-denials.ts';

const id = '0192a000-0000-7000-8000-0000000000ff';
const at = later('09-22');
const again = later('09-23');
const second: CaseCommand = {
  ...commands.DecideCase,
  outcome: 'REJECTED',
  at: again,
  report: { ...report, situation: '复查。', reasons: '第二次', superior: ids.window },
};
const state = play(
  [
    {
      ...{ type: 'RecordOverturning', at, reopens: true },
      overturning: { report: ids.letter, by: ids.superior, at },
    },
    second,
  ],
  aCase('REJECTED'),
);
const view = { ...state, id, version: 9 };

it.each([
  [friday, report.reasons],
  [again, '第二次'],
])('of the denials of a case, that of %s is read by its own key', (moment, reasons) => {
  expect(denialOfKey(`${id}:${moment}`, view)).toMatchObject({ reasons, at: moment });
});

it('no other moment is a denial, and no case has none', () => {
  expect(denialOfKey(`${id}:${at}`, view)).toBeNull();
  expect(denialOfKey(`${id}:${friday}`, null)).toBeNull();
  expect(denialOfKey(`${id}:${friday}`, { ...aCase('ACCEPTED'), id, version: 3 })).toBeNull();
});

it('whom the second was reported to reads that one, and not the first', () => {
  const viewer = {
    id: 'x',
    kind: 'STAFF',
    scopes: new Set(),
    staffId: ids.window,
  } as never as Viewer;
  const may = (moment: string) => {
    const denial = denialOfKey(`${id}:${moment}`, view);
    if (!denial) throw new Error('No denial.');
    return mayReadDenial(viewer, { denial, centre: view.centre }, null);
  };
  expect([may(again), may(friday)]).toEqual([true, false]);
});

it('what is encrypted of a denial is encrypted of an earlier one as well', () => {
  const { textsInState = [], detachable } = caseKind.with({} as never).type;
  const written = (detachable?.CaseReturned ?? []).map((path) => path.replace('denial.', ''));
  expect(written).toContain('competentAuthority');
  for (const path of written) {
    expect(textsInState).toEqual(
      expect.arrayContaining([`denial.${path}`, `earlierDenials.*.${path}`]),
    );
  }
});
